using System.Text;
using Search.Articles;

namespace Search.Ingest.Tests;

public sealed class FieldMappingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("titel=x", "\"titel\" is no field of an article; expected one of id, title, lead, body, date, author, authors, tags, category, source, url.")]
    [InlineData("title", "\"title\" is no mapping; expected field=name, such as title=headline.")]
    [InlineData("title=", "\"title=\" is no mapping; expected field=name, such as title=headline.")]
    [InlineData("", "\"\" is no mapping; expected field=name, such as title=headline.")]
    [InlineData("title=a,title=b", "\"title\" is mapped twice.")]
    public void A_wrong_mapping_says_why(string text, string expected)
    {
        Assert.False(FieldMapping.TryParse(text, out FieldMapping? mapping, out string? problem));
        Assert.Null(mapping);
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("title=headline", """{"headline":"A"}""", """{"title":"A"}""")]
    [InlineData("title=headline", """{"title":"cũ","headline":"A","x":[1, 2]}""", """{"title":"A","title_2":"cũ","x":[1, 2]}""")]
    [InlineData("title=a,body=b", """{"b":"Thân","a":"T"}""", """{"title":"T","body":"Thân"}""")]
    [InlineData("title=noi.dung.tieu", """{"noi":{"dung":{"tieu":"A"}}}""", """{"title":"A","noi":{"dung":{"tieu":"A"}}}""")]
    [InlineData("title=a.b", """{"a.b":"A"}""", """{"title":"A"}""")]
    [InlineData("id=so,title=t", """{"so":17,"t":"A"}""", """{"id":"17","title":"A"}""")]
    [InlineData("date=ngay,title=t", """{"ngay":"30/11/2023 09:15","t":"A"}""", """{"date":"2023-11-30T09:15:00+07:00","title":"A"}""")]
    [InlineData("lead=khong,title=t", """{"t":"A"}""", """{"title":"A"}""")]
    [InlineData("title=t", """{"t":"a\ud800","x":"\ud800"}""", """{"title":"a\ud800","x":"\ud800"}""")]
    public void Fields_of_JSON_get_the_names_that_articles_have(string mapping, string json, string expected)
    {
        Assert.True(FieldMapping.TryParse(mapping, out FieldMapping? fields, out _));
        foreach (string name in (string[])["a.jsonl", "a.json"])
        {
            _folder.Write(name, json);

            var input = Assert.IsType<IngestedInput.Accepted>(Assert.Single(_folder.Inputs(new IngestOptions { Fields = fields }, name)));

            Assert.Equal(expected, Encoding.UTF8.GetString(input.Article.Json.Span));
            Assert.True(ArticleJson.Read(input.Article.Json, input.Article.Id).IsArticle);
        }
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"t\":")]
    [InlineData("7")]
    [InlineData("{\"\\ud800\":1}")]
    public void What_is_no_article_is_rejected_as_without_a_mapping(string json)
    {
        Assert.True(FieldMapping.TryParse("title=t", out FieldMapping? fields, out _));
        _folder.Write("a.jsonl", json);

        Assert.Equal(_folder.Read(), _folder.Read(new IngestOptions { Fields = fields }));
    }
}
