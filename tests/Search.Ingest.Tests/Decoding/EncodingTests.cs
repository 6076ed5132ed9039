using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Tests.Decoding;

public sealed class EncodingTests : IDisposable
{
    private const string Title = "Công đoàn mở rộng đối ngoại";
    private const string Body = "Chiều nay, hội nghị đã thống nhất nhiều việc cần làm ngay ở cơ sở, trước hết là chăm lo bữa ăn của công nhân.";

    /// <summary>The title in TCVN3, and the same bytes as Latin-1 shows them.</summary>
    private const string TitleShownAsLatin = "C«ng ®oµn më réng ®èi ngo¹i";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_page_in_an_old_encoding_is_converted_and_says_so()
    {
        _folder.Write("a.txt", Encoding.Latin1.GetBytes(TitleShownAsLatin + "\n\n" + TitleShownAsLatin + ", " + TitleShownAsLatin + "."));

        IngestedInput.Accepted input = Single();

        Assert.Equal((Title, "tcvn3"), (input.Article.Title, input.Encoding));
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    public void Records_in_UTF_16_are_converted(string name)
    {
        string text = name == "a.csv" ? $"title,body\r\n{Title},\"{Body}\"\r\n" : $$"""{"title":"{{Title}}","body":"{{Body}}"}""";
        _folder.Write(name, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);

        IngestedInput.Accepted input = Single();

        Assert.Equal((Title, Body, "utf-16le"), (input.Article.Title, input.Article.Body, input.Encoding));
    }

    [Fact]
    public void Lines_in_an_old_encoding_are_converted_whether_all_are_or_only_one()
    {
        byte[] old = [.. "{\"title\":\""u8, .. Encoding.Latin1.GetBytes(TitleShownAsLatin), .. "\",\"x\":1}\n"u8];
        byte[] now = Encoding.UTF8.GetBytes($$"""{"title":"{{Title}}"}""" + "\n");
        _folder.Write("a.jsonl", [.. old, .. old]);
        _folder.Write("b.jsonl", [.. Enumerable.Repeat(now, 2000).SelectMany(static line => line), .. old]);   // beyond what is looked at first

        List<IngestedInput> inputs = _folder.Inputs(IngestFormat.Auto);

        Assert.All(inputs, static input => Assert.Equal(Title, Assert.IsType<IngestedInput.Accepted>(input).Article.Title));
        Assert.Equal(["tcvn3", "tcvn3", .. Enumerable.Repeat("utf-8", 2000), "tcvn3"], inputs.Cast<IngestedInput.Accepted>().Select(static input => input.Encoding));
        Assert.Equal($$"""{"title":"{{Title}}","x":1}""", Encoding.UTF8.GetString(((IngestedInput.Accepted)inputs[0]).Article.Json.Span));
    }

    [Fact]
    public void Text_that_was_damaged_before_it_became_JSON_is_repaired_in_all_its_fields()
    {
        _folder.Write("a.jsonl", $$"""{"id":"a","title":"{{TitleShownAsLatin}}","body":"{{TitleShownAsLatin}}\n{{TitleShownAsLatin}}","tags":["®èi ngo¹i"],"extra":{"a":[1,"®"] },"date":"2004-05-06"}""");

        IngestedInput.Accepted input = Single();

        Assert.Equal("tcvn3", input.Encoding);
        Assert.Equal(
            $$"""{"id":"a","title":"{{Title}}","body":"{{Title}}\n{{Title}}","date":"2004-05-06","tags":["đối ngoại"],"extra":{"a":[1,"®"] } }""".Replace("} }", "}}", StringComparison.Ordinal),
            Encoding.UTF8.GetString(input.Article.Json.Span));
        Assert.Equal(["đối ngoại"], input.Article.Tags);
    }

    [Fact]
    public void Fields_too_short_to_show_damage_by_themselves_show_it_together()
    {
        _folder.Write("a.jsonl", """{"id":"a","title":"®oµn","body":"®èi"}""");

        IngestedInput.Accepted input = Single();

        Assert.Equal(("đoàn", "đối", "tcvn3"), (input.Article.Title, input.Article.Body, input.Encoding));
    }

    [Fact]
    public void UTF_8_that_was_read_as_another_encoding_is_repaired()
    {
        string damaged = string.Concat(Encoding.UTF8.GetBytes(Title).Select(static b => TextEncodingOfByte(b)));
        _folder.Write("a.jsonl", $$"""{"title":"{{damaged}}","body":"{{damaged}}"}""");

        IngestedInput.Accepted input = Single();

        Assert.Equal((Title, "utf8-as-1252"), (input.Article.Title, input.Encoding));
    }

    [Theory]
    [InlineData("Giá &amp; cả", "Lãi suất &lt; 5 %")]   // references may be meant
    [InlineData("Déjà vu à Orléans", "Le café où naît l’œuvre est fermé.")]
    [InlineData("Đối ngoại", "®: nhãn hiệu")]
    [InlineData("a\ud800", "đ")]
    public void Sound_records_stay_byte_for_byte(string title, string body)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"title":"{{title.Replace("\ud800", "\\ud800", StringComparison.Ordinal)}}","body":"{{body}}"}""");
        _folder.Write("a.jsonl", json);

        IngestedInput.Accepted input = Single();

        Assert.Equal("utf-8", input.Encoding);
        Assert.Equal(json, input.Article.Json.ToArray());
    }

    [Fact]
    public void Text_pages_have_their_references_replaced()
    {
        _folder.Write("a.txt", "Gi&aacute; c&#7843; h&ocirc;m nay\n\nM&#7897;t &#273;o&#7841;n v&#259;n.");

        IngestedInput.Accepted input = Single();

        Assert.Equal(("Giá cả hôm nay", "html"), (input.Article.Title, input.Encoding));
    }

    [Fact]
    public void An_encoding_that_HTTP_declares_counts_where_the_bytes_prove_nothing()
    {
        byte[] block = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"windows-1258\"\r\n\r\nTin: d"u8, (byte)'a', 0xF2];
        _folder.Write("a.warc", Warc.WarcWriter.Record("response", "https://bao.example/a", block));

        IngestedInput.Accepted input = Single();

        Assert.Equal(("Tin: dạ", "windows-1258"), (input.Article.Title.Normalize(), input.Encoding));
    }

    private static char TextEncodingOfByte(byte b) => TextEncoding.TryFind("utf-8", out _) && b < 0x80 ? (char)b : Encoding.GetEncoding(1252).GetString([b])[0];

    private IngestedInput.Accepted Single() => Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(IngestFormat.Auto)));
}
