using System.Text;

namespace Search.Articles.Tests;

public sealed class ArticleJsonProblemTests
{
    private const string IdRule = "expected 1 to 200 of A-Z a-z 0-9 . _ ~ : and -.";
    private const string DateRule = "expected a day of the calendar in ISO 8601, such as 2023-11-30 or 2023-11-30T14:05:00+07:00.";
    private const string UrlRule = "expected an absolute http or https address.";

    [Theory]
    [InlineData("""{"title":"T"}""", "id", "The field \"id\" is missing.")]
    [InlineData("""{"id":null,"title":"T"}""", "id", "The field \"id\" is missing.")]
    [InlineData("""{"id":"","title":"T"}""", "id", $"The id \"\" has 0 characters; {IdRule}")]
    [InlineData("""{"id":"a b","title":"T"}""", "id", $"The id \"a b\" has 3 characters; {IdRule}")]
    [InlineData("""{"id":"a\nb\ud800","title":"T"}""", "id", $"The id \"a\uFFFDb\uFFFD\" has 4 characters; {IdRule}")]
    [InlineData("""{"id":7,"title":"T"}""", "id", "The field \"id\" is a number; expected a string.")]
    [InlineData("""{"id":"a"}""", "title", "The fields \"title\" and \"body\" are both empty; expected text in at least one of them.")]
    [InlineData("""{"id":"a","title":"","body":" \n\u00a0","lead":"L"}""", "title", "The fields \"title\" and \"body\" are both empty; expected text in at least one of them.")]
    [InlineData("""{"id":"a","title":["T"]}""", "title", "The field \"title\" is an array; expected a string.")]
    [InlineData("""{"id":"a","title":"T","lead":true}""", "lead", "The field \"lead\" is true or false; expected a string.")]
    [InlineData("""{"id":"a","title":"T","body":{"html":"x"}}""", "body", "The field \"body\" is an object; expected a string.")]
    [InlineData("""{"id":"a","title":"T","date":"30/11/2023"}""", "date", $"The field \"date\" is \"30/11/2023\"; {DateRule}")]
    [InlineData("""{"id":"a","title":"T","date":1701302400}""", "date", "The field \"date\" is a number; expected a string.")]
    [InlineData("""{"id":"a","title":"T","authors":["A",{"name":"B"}]}""", "authors", "Element 1 of the field \"authors\" is an object; expected a string.")]
    [InlineData("""{"id":"a","title":"T","author":3}""", "author", "The field \"author\" is a number; expected a string or an array of strings.")]
    [InlineData("""{"id":"a","title":"T","tags":{}}""", "tags", "The field \"tags\" is an object; expected a string or an array of strings.")]
    [InlineData("""{"id":"a","title":"T","category":1}""", "category", "The field \"category\" is a number; expected a string.")]
    [InlineData("""{"id":"a","title":"T","source":[]}""", "source", "The field \"source\" is an array; expected a string.")]
    [InlineData("""{"id":"a","title":"T","url":"/tin/1"}""", "url", $"The field \"url\" is \"/tin/1\"; {UrlRule}")]
    [InlineData("""{"id":"a","title":"T","url":"ftp://bao.example/1"}""", "url", $"The field \"url\" is \"ftp://bao.example/1\"; {UrlRule}")]
    [InlineData("""{"id":"a","title":"T","url":"javascript:alert(1)"}""", "url", $"The field \"url\" is \"javascript:alert(1)\"; {UrlRule}")]
    [InlineData("""{"id":"a","title":"T","title":"T"}""", "title", "The field \"title\" stands more than once.")]
    [InlineData("""{"id":"a","title":"T","lead":null,"\u006cead":"L"}""", "lead", "The field \"lead\" stands more than once.")]
    [InlineData("[1]", "", "The JSON is an array; expected an object.")]
    [InlineData("\"text\"", "", "The JSON is a string; expected an object.")]
    [InlineData("null", "", "The JSON is null; expected an object.")]
    [InlineData("", "", "The text is empty; expected a JSON object.")]
    [InlineData(" \r\n", "", "The text is empty; expected a JSON object.")]
    [InlineData("""{"id":"a","title":"T" """, "", "The JSON is malformed at line 1, byte 22: it ends there, but is not complete.")]
    [InlineData("""{"id":"a","title":"T"} x""", "", "The JSON is malformed at line 1, byte 24: 'x' was not expected there.")]
    [InlineData("""{"id":"a","title":"T"}{"id":"b"}""", "", "The JSON is malformed at line 1, byte 23: '{' was not expected there.")]
    [InlineData("{\"id\":\"a\",\n\"title\":Đ}", "", "The JSON is malformed at line 2, byte 9: 'Đ' was not expected there.")]
    [InlineData("{\"id\":\"a\nb\"}", "", "The JSON is malformed at line 1, byte 9: the control character U+000A was not expected there.")]
    [InlineData("{'id':'a'}", "", "The JSON is malformed at line 1, byte 2: ''' was not expected there.")]
    public void What_is_wrong_is_said_in_one_sentence(string json, string field, string message)
    {
        ArticleReading reading = ArticleJson.Read(Encoding.UTF8.GetBytes(json));

        Assert.False(reading.IsArticle);
        Assert.Equal([new ArticleProblem(field, message)], reading.Problems);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        ArticleReading reading = ArticleJson.Read("""{"id":"a b","title":1,"date":"x","url":"x","tags":[1,2]}"""u8.ToArray());

        Assert.Equal(["title", "tags", "tags", "date", "url", "id"], reading.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_thousand_problems_are_told_as_twenty()
    {
        string numbers = string.Join(',', Enumerable.Range(0, 1000));

        Assert.Equal(20, ArticleJson.Read(Encoding.UTF8.GetBytes($$"""{"id":"a","title":"T","tags":[{{numbers}}]}""")).Problems.Count);
    }

    [Fact]
    public void A_long_value_is_quoted_in_part()
    {
        ArticleProblem problem = Problem(Encoding.UTF8.GetBytes($$"""{"id":"{{new string('x', 500)}}","title":"T"}"""));

        Assert.Equal($"The id \"{new string('x', 60)}…\" has 500 characters; {IdRule}", problem.Message);
    }

    [Fact]
    public void An_id_other_than_the_one_of_the_path_is_a_problem()
    {
        ArticleReading reading = ArticleJson.Read("""{"id":"a","title":"T"}"""u8.ToArray(), "b");

        Assert.Equal([new ArticleProblem("id", "The field \"id\" is \"a\"; expected \"b\", as in the address.")], reading.Problems);
    }

    [Fact]
    public void The_id_of_the_path_must_be_an_id() =>
        Assert.Equal("id", Assert.Single(ArticleJson.Read("""{"title":"T"}"""u8.ToArray(), "a/b").Problems).Field);

    [Fact]
    public void One_byte_more_than_5_mebibytes_is_refused() =>
        Assert.Equal(
            "The article has 5242881 bytes; at most 5242880 (5 MiB) are accepted.",
            Problem(ArticleJsonReadTests.Sized(ArticleJson.MaxBytes + 1)).Message);

    [Fact]
    public void What_lies_too_deep_hides_what_follows_and_only_that_is_told() =>
        Assert.Equal("", Problem(Encoding.UTF8.GetBytes($$"""{"x":{{new string('[', 64)}}{{new string(']', 64)}},"id":"a","title":"T"}""")).Field);

    [Theory]
    [InlineData(64)]
    [InlineData(100_000)]
    public void Objects_nested_deeper_than_64_are_refused(int arrays) =>
        Assert.Equal("The JSON nests objects and arrays more than 64 levels deep.", Problem(ArticleJsonReadTests.Nested(arrays)).Message);

    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAF }, "The text is not UTF-8 at line 2, byte 10: the byte 0xC0 belongs to no character there.")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "The text is not UTF-8 at line 2, byte 10: the byte 0xED belongs to no character there.")]
    [InlineData(new byte[] { 0xD0 }, "The text is not UTF-8 at line 2, byte 10: the byte 0xD0 belongs to no character there.")]
    public void Bytes_that_are_no_utf_8_are_refused(byte[] bytes, string message) =>
        Assert.Equal(message, Problem([.. "{\"id\":\"a\",\n\"title\":\""u8, .. bytes, .. "\"}"u8]).Message);

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(17);
        byte[] valid = """{"id":"a","title":"T\u1ea5\ud800","authors":["x",null],"x":[{"y":1}],"date":"2023-11-30"}"""u8.ToArray();
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = [.. valid[..random.Next(valid.Length + 1)]];
            for (int k = random.Next(4); k > 0 && damaged.Length > 0; k--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            ArticleReading reading = ArticleJson.Read(damaged);
            Assert.Equal(reading.IsArticle, reading.Problems.Count == 0);
        }
    }

    private static ArticleProblem Problem(byte[] json) => Assert.Single(ArticleJson.Read(json).Problems);
}
