using System.Text;

namespace Search.Articles.Tests;

public sealed class ArticleJsonWriteTests
{
    [Fact]
    public void Fields_stand_in_the_order_of_the_table_and_letters_for_themselves() =>
        Assert.Equal(
            """{"id":"a","title":"Đề \"xuất\" 😀","lead":"L","body":"Một\nhai\\","date":"2023-11-30","authors":["Lan","Minh"],"tags":["<b>&'+"],"category":"C","source":"S","url":"http://bao.example/đ"}""",
            Written(new Article
            {
                Id = "a",
                Title = "Đề \"xuất\" 😀",
                Lead = "L",
                Body = "Một\nhai\\",
                Date = ArticleDate.TryParse("2023-11-30", out ArticleDate date) ? date : null,
                Authors = ["Lan", "Minh"],
                Tags = ["<b>&'+"],
                Category = "C",
                Source = "S",
                Url = "http://bao.example/đ",
            }));

    [Fact]
    public void Empty_fields_are_left_out() => Assert.Equal("""{"id":"a","body":"B"}""", Written(new Article { Id = "a", Body = "B" }));

    [Fact]
    public void Control_characters_and_lone_surrogates_are_escaped() =>
        Assert.Equal(
            """{"id":"a","title":"\u0000\u001b\t\r\ud800 \udc00\ud800"}""",
            Written(new Article { Id = "a", Title = "\0\u001b\t\r\ud800 \udc00\ud800" }));

    [Fact]
    public void An_article_made_in_code_has_its_canonical_json() =>
        Assert.Equal("""{"id":"a","title":"T"}""", Encoding.UTF8.GetString(new Article { Id = "a", Title = "T" }.Json.Span));

    [Fact]
    public void An_article_that_was_read_keeps_its_json()
    {
        const string Json = """{ "title":"T", "id":"a", "x":1 }""";
        Article? article = ArticleJson.Read(Encoding.UTF8.GetBytes(Json)).Article;

        Assert.NotNull(article);
        Assert.Equal(Json, Encoding.UTF8.GetString((article with { Title = "U" }).Json.Span));
    }

    [Fact]
    public void Random_text_with_lone_surrogates_and_controls_survives_read_write_read()
    {
        var random = new Random(4);
        for (int i = 0; i < 2_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Piece(random)));
            string title = text + "x";
            byte[] first = ArticleJson.Write(new Article { Id = "a", Title = title, Authors = [title] });
            Article? read = ArticleJson.Read(first).Article;

            Assert.NotNull(read);
            Assert.Equal(title, read.Title);
            Assert.Equal([title], read.Authors);
            Assert.Equal(first, ArticleJson.Write(read));
        }
    }

    private static string Piece(Random random) => random.Next(8) switch
    {
        0 => ((char)random.Next(0xD800, 0xE000)).ToString(),
        1 => ((char)random.Next(0, 0x20)).ToString(),
        2 => "😀",
        3 => "\"",
        4 => "\\",
        5 => "a\u0302\u0301",
        6 => "ấ",
        _ => ((char)random.Next(0x20, 0xD800)).ToString(),
    };

    private static string Written(Article article) => Encoding.UTF8.GetString(ArticleJson.Write(article));
}
