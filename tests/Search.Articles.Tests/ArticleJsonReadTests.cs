using System.Text;

namespace Search.Articles.Tests;

public sealed class ArticleJsonReadTests
{
    [Fact]
    public void Every_field_of_the_table_is_read()
    {
        Article article = Accepted("""
            {"id":"a-1","title":"Mưa lớn ở Huế","lead":"Nước sông Hương lên nhanh.","body":"Đoạn một.\nĐoạn hai.","date":"2023-11-30",
             "authors":["Lan","Minh"],"tags":["mưa","lũ"],"category":"Thời tiết","source":"Báo Thử","url":"https://bao.example/a?b=1"}
            """);

        Assert.Equal("a-1", article.Id);
        Assert.Equal("Mưa lớn ở Huế", article.Title);
        Assert.Equal("Nước sông Hương lên nhanh.", article.Lead);
        Assert.Equal("Đoạn một.\nĐoạn hai.", article.Body);
        Assert.Equal("2023-11-30", article.Date?.Text);
        Assert.Equal(["Lan", "Minh"], article.Authors);
        Assert.Equal(["mưa", "lũ"], article.Tags);
        Assert.Equal("Thời tiết", article.Category);
        Assert.Equal("Báo Thử", article.Source);
        Assert.Equal("https://bao.example/a?b=1", article.Url);
    }

    [Theory]
    [InlineData("""{"id":"a","title":"T"}""")]
    [InlineData("""{"id":"a","title":"T","lead":null,"body":null,"date":null,"authors":null,"author":null,"tags":null,"category":null,"source":null,"url":null}""")]
    public void Absent_and_null_are_the_same(string json)
    {
        Article article = Accepted(json);

        Assert.Equal(("", "", null), (article.Lead, article.Body, article.Date));
        Assert.Empty(article.Authors);
        Assert.Empty(article.Tags);
        Assert.Equal((null, null, null), (article.Category, article.Source, article.Url));
    }

    [Theory]
    [InlineData("""{"id":"a","title":"T","author":"Lan"}""", "Lan")]
    [InlineData("""{"id":"a","title":"T","authors":"Lan"}""", "Lan")]
    [InlineData("""{"id":"a","title":"T","author":["Lan","Minh"]}""", "Lan,Minh")]
    [InlineData("""{"id":"a","title":"T","authors":["Lan","Minh"],"author":"Hà"}""", "Lan,Minh,Hà")]
    [InlineData("""{"id":"a","title":"T","author":"Minh","authors":["Lan","Minh"]}""", "Minh,Lan")]
    [InlineData("""{"id":"a","title":"T","authors":["Lan",null,""," "]}""", "Lan")]
    public void Author_and_authors_are_merged(string json, string authors) =>
        Assert.Equal(authors.Split(','), Accepted(json).Authors);

    [Fact]
    public void A_single_tag_needs_no_array() => Assert.Equal(["lũ"], Accepted("""{"id":"a","title":"T","tags":"lũ"}""").Tags);

    [Fact]
    public void A_blank_category_or_source_is_none()
    {
        Article article = Accepted("""{"id":"a","title":"T","category":"","source":" "}""");

        Assert.Equal((null, null), (article.Category, article.Source));
    }

    [Fact]
    public void Unknown_fields_live_on_in_the_json_given()
    {
        const string Json = """{ "id":"a", "title":"T", "x":{"y":[1,{"id":7}],"title":3}, "x":2 }""";

        Assert.Equal(Json, Encoding.UTF8.GetString(Accepted(Json).Json.Span));
    }

    [Fact]
    public void White_space_and_a_byte_order_mark_around_the_object_are_dropped()
    {
        const string Json = """{"id":"a","title":"T"}""";

        Assert.Equal(Json, Encoding.UTF8.GetString(Accepted("\uFEFF \t" + Json + "\r\n").Json.Span));
    }

    [Fact]
    public void Field_names_may_be_escaped() => Assert.Equal("T", Accepted("""{"\u0069d":"a","titl\u0065":"T","\ud800":1}""").Title);

    [Fact]
    public void Text_keeps_its_unicode_form() =>
        Assert.Equal("Ho\u0300a \u00d0a\u0300 hòa hoà", Accepted("{\"id\":\"a\",\"title\":\"Ho\u0300a \u00d0a\u0300 hòa hoà\"}").Title);

    [Fact]
    public void Lone_surrogates_are_kept() =>
        Assert.Equal("a\ud800b\udc00\ud83d\ude00", Accepted("""{"id":"a","title":"a\ud800b\uDC00\ud83d\ude00"}""").Title);

    [Fact]
    public void Without_an_id_in_the_json_the_one_of_the_path_counts()
    {
        ArticleReading reading = ArticleJson.Read("""{"title":"T"}"""u8.ToArray(), "a-1");

        Assert.Equal("a-1", reading.Article?.Id);
    }

    [Fact]
    public void The_id_in_the_json_may_repeat_the_one_of_the_path() =>
        Assert.True(ArticleJson.Read("""{"id":"a-1","title":"T"}"""u8.ToArray(), "a-1").IsArticle);

    [Theory]
    [InlineData("""{"title":"T","url":"http://bao.example"}""", "from http://bao.example")]
    [InlineData("""{"title":"T"}""", "from nothing")]
    [InlineData("""{"id":"own","title":"T"}""", "own")]
    public void An_id_is_derived_only_where_there_is_none(string json, string id)
    {
        ArticleReading reading = ArticleJson.ReadOrDeriveId(Encoding.UTF8.GetBytes(json), url => $"from {url ?? "nothing"}");

        Assert.Equal(id, reading.Article?.Id);
    }

    [Fact]
    public void An_object_of_5_mebibytes_is_read()
    {
        Assert.Equal(5_242_880, ArticleJson.MaxBytes);
        Assert.True(ArticleJson.Read(Sized(ArticleJson.MaxBytes)).IsArticle);
    }

    [Fact]
    public void Objects_nested_64_deep_are_read() => Assert.True(ArticleJson.Read(Nested(63)).IsArticle);

    internal static byte[] Sized(int bytes)
    {
        const string Empty = """{"id":"a","title":""}""";
        return Encoding.UTF8.GetBytes(Empty.Insert(Empty.Length - 2, new string('x', bytes - Empty.Length)));
    }

    internal static byte[] Nested(int arrays) =>
        Encoding.UTF8.GetBytes($$"""{"id":"a","title":"T","x":{{new string('[', arrays)}}{{new string(']', arrays)}}}""");

    private static Article Accepted(string json)
    {
        ArticleReading reading = ArticleJson.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(reading.IsArticle, string.Join('\n', reading.Problems));
        return reading.Article;
    }
}
