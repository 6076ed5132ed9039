using System.Text;
using Search.Articles;

namespace Search.Ingest.Tests.Records;

public sealed class MarkupArticleTests : IDisposable
{
    private const string One = "Một đoạn văn của bài báo, đủ dài để ai cũng thấy đó là văn bản của nó.";
    private const string Two = "Đoạn thứ hai nói tiếp chuyện ấy, cũng dài như đoạn trước và cũng hết bằng dấu chấm.";
    private const string Html = "<tr><td><p>Một tiêu đề</p><div><img src='a'><div>Cầu Rồng về đêm</div></div><p>" + One + "</p><p>" + Two + "</p><p><b>Vũ Tân</b></p></td></tr>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Html_in_a_mapped_field_becomes_text_authors_and_source()
    {
        Article article = Read("a.jsonl", $$"""{"id":"a","title":"Một tiêu đề","sapo":"(Báo Mẫu) - Lời &amp; <b>dẫn</b>.","html":"{{Html}}","x":1}""", "body=html,lead=sapo");

        Assert.Equal(("Một tiêu đề", "Lời & dẫn.", $"{One}\n{Two}", "Báo Mẫu"), (article.Title, article.Lead, article.Body, article.Source));
        Assert.Equal(["Vũ Tân"], article.Authors);
        string json = Encoding.UTF8.GetString(article.Json.Span);
        Assert.EndsWith(",\"source\":\"Báo Mẫu\",\"x\":1}", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_record_states_counts_more_than_what_the_html_shows()
    {
        Article article = Read("a.jsonl", $$"""{"id":"a","title":"Một tiêu đề","html":"{{Html}}","author":"Lê Ba","source":"Tin Mẫu"}""", "body=html");

        Assert.Equal(["Lê Ba"], article.Authors);
        Assert.Equal("Tin Mẫu", article.Source);
    }

    [Fact]
    public void Html_in_a_table_becomes_text() =>
        Assert.Equal($"{One}\n{Two}", Read("a.csv", $"id,title,body\na,Một tiêu đề,\"{Html}\"\n", "title=title").Body);

    [Theory]
    [InlineData("a < b, c > d")]
    [InlineData("thẻ <x> và <y>")]
    public void Text_with_angle_brackets_stays_as_it_is(string body) =>
        Assert.Equal(body, Read("a.jsonl", $$"""{"id":"a","title":"A","text":"{{body}}"}""", "body=text").Body);

    [Fact]
    public void Without_a_mapping_json_is_kept_as_given() =>
        Assert.Equal("<p>A</p>", Read("a.jsonl", """{"id":"a","body":"<p>A</p>"}""", "").Body);

    [Fact]
    public void Html_without_text_is_rejected()
    {
        _folder.Write("a.jsonl", """{"id":"a","html":"<p><img src='a'></p>"}""");

        Assert.Equal(["a.jsonl:1 ! The article holds tags and no text; expected a headline or a paragraph."], _folder.Read(Options("body=html")));
    }

    private Article Read(string name, string content, string fields)
    {
        _folder.Write(name, content);
        return Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(Options(fields)))).Article;
    }

    private static IngestOptions Options(string fields) => fields.Length > 0 && FieldMapping.TryParse(fields, out FieldMapping? mapping, out _) ? new() { Fields = mapping } : new();
}
