using System.Text;
using Search.Articles;

namespace Search.Ingest.Tests.Pages;

public sealed class TextPageReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_is_an_article_with_canonical_json()
    {
        _folder.Write("a.txt", "Tiêu đề\n\n(BTN) Mở đầu.\n\nĐoạn một.\n\nVũ Tân\n\nTin khác\n\nGì đó");

        Article article = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(IngestFormat.Auto))).Article;

        Assert.Equal(
            $$"""{"id":"{{article.Id}}","title":"Tiêu đề","lead":"Mở đầu.","body":"Đoạn một.","authors":["Vũ Tân"],"source":"BTN"}""",
            Encoding.UTF8.GetString(article.Json.Span));
    }

    [Fact]
    public void With_related_the_teasers_of_a_page_are_articles_too()
    {
        string path = _folder.Write("a.txt", "Tiêu đề\n\nMở đầu.\n\nĐoạn một.\n\nTin khác\n\nMột bài khác của báo\n\n(BTN) Một câu về bài khác ấy.");

        List<IngestedInput> inputs = [.. ArticleSource.Read([path], new IngestOptions { Related = true }, CancellationToken.None)];

        Article teaser = Assert.IsType<IngestedInput.Accepted>(inputs[1]).Article;
        Assert.Equal((2, path + "#1"), (inputs.Count, inputs[1].Name));
        Assert.Equal(("Một bài khác của báo", "Một câu về bài khác ấy.", "BTN"), (teaser.Title, teaser.Body, teaser.Source));
        Assert.NotEqual(Assert.IsType<IngestedInput.Accepted>(inputs[0]).Article.Id, teaser.Id);
    }

    public static TheoryData<Encoding> Encodings =>
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_may_be_utf_8_or_marked_utf_16(Encoding encoding)
    {
        _folder.Write("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("Tiêu đề\n\nĐoạn một.")]);

        Assert.Equal(["a.txt = Tiêu đề"], _folder.Read());
    }

    [Theory]
    [InlineData(new byte[] { 0x54, 0x69, 0xEA, 0x75 }, "The content is no text in UTF-8, UTF-16 or an encoding of Vietnamese: the bytes after offset 2 belong to no character.")]
    [InlineData(new byte[] { 0x20, 0x0A }, "The text is blank; expected a title or a paragraph.")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "The text is blank; expected a title or a paragraph.")]
    public void What_is_no_text_is_rejected(byte[] bytes, string reason)
    {
        _folder.Write("a.txt", bytes);

        Assert.Equal([$"a.txt ! {reason}"], _folder.Read());
    }

    [Fact]
    public void A_NUL_is_no_text()
    {
        _folder.Write("a.txt", "Tiêu đề\n\n" + new string('x', 100) + "\0");

        Assert.Equal(["a.txt ! The content is not text: character 110 is a NUL."], _folder.Read());
    }

    [Fact]
    public void A_page_of_5_mebibytes_is_read_and_one_byte_more_is_not()
    {
        _folder.Write("a.txt", "T\n" + new string(' ', ArticleJson.MaxBytes - 2));
        _folder.Write("b.txt", "T\n" + new string(' ', ArticleJson.MaxBytes - 1));
        _folder.Write("c.txt.gz", TemporaryFolder.Gzip(new string('x', ArticleJson.MaxBytes + 1)));

        Assert.Equal(
            ["a.txt = T", "b.txt ! The text is longer than 5242880 bytes (5 MiB).", "c.txt.gz ! The text is longer than 5242880 bytes (5 MiB)."],
            _folder.Read());
    }

    [Fact]
    public void A_page_whose_json_could_not_be_read_again_is_rejected()
    {
        _folder.Write("a.txt", "T\n" + new string('"', (ArticleJson.MaxBytes / 2) + 1));

        string input = Assert.Single(_folder.Read());

        Assert.StartsWith("a.txt ! The article has 52429", input, StringComparison.Ordinal);
        Assert.EndsWith(" bytes as JSON; at most 5242880 (5 MiB) are accepted.", input, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_data_is_cut_short_gives_no_article()
    {
        byte[] whole = TemporaryFolder.Gzip("Tiêu đề\n\nĐoạn một.");
        _folder.Write("a.txt.gz", whole[..^9]);

        Assert.Equal(["a.txt.gz ! The compressed data is damaged or cut short."], _folder.Read());
    }
}
