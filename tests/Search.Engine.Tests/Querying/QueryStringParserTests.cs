using Search.Engine.Querying;

namespace Search.Engine.Tests.Querying;

public sealed class QueryStringParserTests
{
    [Theory]
    [InlineData("giá đường", "giá đường", null)]
    [InlineData("giá -đường", "giá", "NOT đường")]
    [InlineData("-giá", "", "NOT giá")]
    [InlineData("giá -\"đường mía\" vàng", "giá | vàng", "NOT \"đường mía\"")]
    [InlineData("giá －đường", "giá", "NOT đường")]
    [InlineData("-16-KL/TW -a -b", "", "NOT 16-KL/TW AND NOT a AND NOT b")]
    [InlineData("Hà Nội - Huế", "hà nội huế", null)]
    [InlineData("Hà Nội -", "hà nội", null)]
    [InlineData("giá -… -- - -\"!\"", "giá", null)]
    [InlineData("Mác-xít Covid-19 e-mail", "mácxít mác xít covid19 covid 19 email e mail", null)]
    [InlineData("giá source:\"Báo Mẫu\"", "giá", "source:\"Báo Mẫu\"")]
    [InlineData("tác-giả:Lan giá", "giá", "author:\"Lan\"")]
    [InlineData("nguồn:a Nguon:b thẻ:c", "", "(source:\"a\" OR source:\"b\") AND tag:\"c\"")]
    [InlineData("-source:a -tag:“b c”", "", "NOT source:\"a\" AND NOT tag:\"b c\"")]
    [InlineData("date:2023 ngày:2023-11 giá", "giá", "date:[2023-01-01 TO 2023-12-31] OR date:[2023-11-01 TO 2023-11-30]")]
    [InlineData("ngày:mai date:", "ngày mai date", null)]
    [InlineData("title:lúa tiêu-đề:\"giá gạo\"", "", "title:lúa OR title:\"giá gạo\"")]
    [InlineData("source: giá", "source giá", null)]
    [InlineData("source:\"\" source:\" \" x", "source | source | x", null)]
    [InlineData("tựa:lúa https://vidu.vn 12:30", "tựa lúa vidu.vn https vidu vn 12 30", null)]
    [InlineData("(source:a) xsource:a", "source a xsource a", null)]
    [InlineData("\"giá -vàng\" \"source:a\"", "\"giá vàng\" | \"source a\"", null)]
    [InlineData("\"a\"-b", "\"a\"", "NOT b")]
    [InlineData("giá -\"đường", "giá đường", null)]
    [InlineData("AND OR (a* ~b^2", "and or a b 2", null)]
    public void A_query_is_taken_apart(string query, string parts, string? constraint)
    {
        ParsedQuery parsed = QueryStringParser.Parse(query);

        Assert.Equal(parts, string.Join(" | ", parsed.Parts.Select(part => part.IsQuoted ? $"\"{Terms(part)}\"" : Terms(part))));
        Assert.Equal(constraint, parsed.Constraint?.ToString());
        Assert.Null(parsed.Error);

        static string Terms(QueryPart part) => string.Join(' ', part.Tokens.Select(token => token.Term));
    }

    [Fact]
    public void What_is_no_second_quotation_mark_is_noted_once_at_its_place()
    {
        ParsedQuery parsed = QueryStringParser.Parse("“lúa” -\"gạo");

        Assert.Equal([new QueryProblem(QueryProblemKind.UnclosedQuote, 7, 1)], parsed.Problems);
    }

    [Fact]
    public void Parsing_never_fails_and_conditions_print_as_the_analysts_language()
    {
        var random = new Random(21);
        for (int i = 0; i < 20_000; i++)
        {
            string query = RandomQuery.Text(random);
            ParsedQuery parsed = QueryStringParser.Parse(query);

            Assert.All(parsed.Parts.SelectMany(part => part.Tokens), token => Assert.InRange(token.End, token.Start + 1, query.Length));
            Assert.Null(parsed.Error);
            if (parsed.Constraint is { } constraint)
            {
                Assert.Equal(constraint.ToString(), AdvancedQueryParser.Parse(constraint.ToString()).Constraint?.ToString());
            }
        }
    }
}
