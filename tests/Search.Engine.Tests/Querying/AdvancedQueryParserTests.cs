using System.Text;
using Search.Engine.Querying;

namespace Search.Engine.Tests.Querying;

public sealed class AdvancedQueryParserTests
{
    [Theory]

    // Words and operators: NOT binds closer than AND, AND closer than OR, words side by side are AND.
    [InlineData("lúa", "lúa")]
    [InlineData("  lúa  ", "lúa")]
    [InlineData("lúa gạo", "lúa AND gạo")]
    [InlineData("lúa AND gạo OR mía", "lúa AND gạo OR mía")]
    [InlineData("lúa OR gạo mía", "lúa OR gạo AND mía")]
    [InlineData("(lúa OR gạo) mía", "(lúa OR gạo) AND mía")]
    [InlineData("((lúa))", "lúa")]
    [InlineData("(lúa gạo) AND (mía)", "lúa AND gạo AND mía")]
    [InlineData("lúa or gạo", "lúa AND or AND gạo")]
    [InlineData("lúa VÀ gạo HOẶC mía KHÔNG ngô", "lúa AND gạo OR mía AND NOT ngô")]
    [InlineData("lúa && gạo || mía", "lúa AND gạo OR mía")]
    [InlineData("lúa&&gạo|mía", "lúa AND gạo OR mía")]
    [InlineData("lúa + gạo & mía", "lúa AND gạo AND mía")]
    [InlineData("+lúa -gạo !mía", "lúa AND NOT gạo AND NOT mía")]
    [InlineData("NOT lúa", "NOT lúa")]
    [InlineData("NOT NOT lúa", "lúa")]
    [InlineData("-(lúa OR gạo)", "NOT (lúa OR gạo)")]
    [InlineData("--lúa", "lúa")]
    [InlineData("-NOT -lúa", "NOT lúa")]
    [InlineData("lúa OR -gạo", "lúa OR NOT gạo")]
    [InlineData("R&D", "R&D")]
    [InlineData("C++ a-b a+b", "C++ AND a-b AND a+b")]
    [InlineData("16-KL/TW", "16-KL/TW")]
    [InlineData("\\AND \\-lúa \\(gạo\\) \\\\mía", "\\AND AND \\-lúa AND \\(gạo\\) AND \\\\mía")]
    [InlineData("2:1", "2\\:1")]
    [InlineData("https://vidu.vn/a?b", "https\\://vidu.vn/a?b")]

    // Phrases
    [InlineData("\"lúa gạo\"", "\"lúa gạo\"")]
    [InlineData("“lúa gạo” «mía ngô» „a“ ＂b＂", "\"lúa gạo\" AND \"mía ngô\" AND \"a\" AND \"b\"")]
    [InlineData("\"lúa \\\"gạo\\\" \\\\\"", "\"lúa \\\"gạo\\\" \\\\\"")]
    [InlineData("\"lúa gạo\"~5", "\"lúa gạo\"~5")]
    [InlineData("\"lúa gạo\"~0", "\"lúa gạo\"")]
    [InlineData("\"lúa\"\"gạo\"mía", "\"lúa\" AND \"gạo\" AND mía")]
    [InlineData("\"lúa AND (gạo*\"", "\"lúa AND (gạo*\"")]

    // Near; words side by side beside it are one operand
    [InlineData("lúa NEAR/5 gạo", "lúa NEAR/5 gạo")]
    [InlineData("lúa GẦN/5 gạo", "lúa NEAR/5 gạo")]
    [InlineData("lúa BEFORE/3 gạo", "lúa BEFORE/3 gạo")]
    [InlineData("lúa TRƯỚC/3 gạo ONEAR/0 mía", "lúa BEFORE/3 gạo BEFORE/0 mía")]
    [InlineData("lúa NEAR/5 (gạo NEAR/2 mía)", "lúa NEAR/5 (gạo NEAR/2 mía)")]
    [InlineData("tai nạn NEAR/5 giao thông", "tai nạn NEAR/5 giao thông")]
    [InlineData("x AND tai nạn NEAR/5 giao thông y NEAR/2 z", "x AND tai nạn NEAR/5 giao thông y NEAR/2 z")]
    [InlineData("\"x\" tai nạn NEAR/5 giao thông \"y\"", "\"x\" AND tai nạn NEAR/5 giao thông AND \"y\"")]
    [InlineData("(tai nạn OR sự cố) NEAR/5 \"giao thông\"", "(tai nạn OR sự cố) NEAR/5 \"giao thông\"")]
    [InlineData("(tai nạn) NEAR/5 (giao thông)^2", "tai nạn NEAR/5 (giao thông)^2")]
    [InlineData("-lúa NEAR/5 gạo", "NOT (lúa NEAR/5 gạo)")]
    [InlineData("-tai nạn NEAR/5 gạo", "NOT tai AND nạn NEAR/5 gạo")]
    [InlineData("title:lúa NEAR/5 title:(gạo mía)", "title:lúa NEAR/5 title:(gạo mía)")]
    [InlineData("NEARBY GẦN TRƯỚC", "NEARBY AND GẦN AND TRƯỚC")]

    // Fields
    [InlineData("tiêu-đề:lúa", "title:lúa")]
    [InlineData("Tieu_De:lúa TIÊUĐỀ:gạo", "title:lúa AND title:gạo")]
    [InlineData("sapo:lúa nội-dung:gạo body:=mía", "lead:lúa AND body:gạo AND body:=mía")]
    [InlineData("title: (lúa OR -gạo body:mía)", "title:lúa OR NOT title:gạo AND body:mía")]
    [InlineData("title:\"lúa gạo\"~2^1,5", "title:\"lúa gạo\"~2^1.5")]
    [InlineData("nguồn:\"Báo Mẫu\"", "source:\"Báo Mẫu\"")]
    [InlineData("tác-giả:Lan Anh", "author:\"Lan\" AND Anh")]
    [InlineData("tác-giả:(Lan Anh OR Hoàng Phúc)", "author:\"Lan Anh\" OR author:\"Hoàng Phúc\"")]
    [InlineData("author:(Lan* \"Anh\" -B)", "author:Lan* AND author:\"Anh\" AND NOT author:\"B\"")]
    [InlineData("author:(Nguyễn V*)", "author:Nguyễn\\ V*")]
    [InlineData("tag:* id:\"u-1~a:b\" mã:x chuyên-mục:a thẻ:b", "tag:* AND id:\"u-1~a:b\" AND id:\"x\" AND category:\"a\" AND tag:\"b\"")]

    // Dates
    [InlineData("date:2023", "date:[2023-01-01 TO 2023-12-31]")]
    [InlineData("ngày:2024-02", "date:[2024-02-01 TO 2024-02-29]")]
    [InlineData("date:2/2023 date:2023-11-30 date:\"30/11/2023\"", "date:[2023-02-01 TO 2023-02-28] AND date:[2023-11-30 TO 2023-11-30] AND date:[2023-11-30 TO 2023-11-30]")]
    [InlineData("date:[2023-01-01 TO 2023-12-31]", "date:[2023-01-01 TO 2023-12-31]")]
    [InlineData("date:{2022 TO 2024}", "date:[2023-01-01 TO 2023-12-31]")]
    [InlineData("date:[ 2022 đến 2024-06 }", "date:[2022-01-01 TO 2024-05-31]")]
    [InlineData("date:[* TO 2024] date:[2024 TO *}", "date:[* TO 2024-12-31] AND date:[2024-01-01 TO *]")]
    [InlineData("date:[* TO *] date:*", "date:[* TO *] AND date:[* TO *]")]
    [InlineData("date:(2022 OR 2024-05)", "date:[2022-01-01 TO 2022-12-31] OR date:[2024-05-01 TO 2024-05-31]")]

    // Wildcards, fuzzy words, exact marks, boosts
    [InlineData("đối* ng?ại", "đối* AND ng?ại")]
    [InlineData("=doi =đối*", "=doi AND =đối*")]
    [InlineData("lúa\\* a\\?b*", "lúa\\* AND a\\?b*")]
    [InlineData("lúa~ gạo~1 mía~^2", "lúa~ AND gạo~ AND mía~^2")]
    [InlineData("lúa^0,01 gạo^99.99", "lúa^0.01 AND gạo^99.99")]
    [InlineData("lúa^2 (gạo OR mía)^0.5 title:ngô^3", "lúa^2 AND (gạo OR mía)^0.5 AND title:ngô^3")]

    // Any Unicode
    [InlineData("ĐO\u0302\u0301I ngoa\u0323i", "ĐỐI AND ngoại")]
    [InlineData("lúa\u3000ＡＮＤ　（gạo｜mía）　－ngô", "lúa AND (gạo OR mía) AND NOT ngô")]
    [InlineData("\ufefflúa\u200d \u00a0gạo", "lúa AND gạo")]
    public void A_query_is_read_as_its_canonical_form(string query, string canonical)
    {
        ParsedQuery parsed = AdvancedQueryParser.Parse(query);

        Assert.Null(parsed.Error);
        Assert.Equal(canonical, parsed.ReadAs);
        Assert.Equal(QueryDump.Of(parsed.Constraint), QueryDump.Of(AdvancedQueryParser.Parse(parsed.ReadAs).Constraint));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000 ")]
    public void An_empty_query_has_no_condition(string query)
    {
        ParsedQuery parsed = AdvancedQueryParser.Parse(query);

        Assert.Equal((null, null), (parsed.Error, parsed.Constraint));
    }

    [Theory]
    [InlineData("lúa AND", QueryErrorKind.OperandExpected, 7, "", QueryExpectation.Operand)]
    [InlineData("AND lúa", QueryErrorKind.OperandExpected, 0, "AND", QueryExpectation.Operand)]
    [InlineData("lúa AND OR gạo", QueryErrorKind.OperandExpected, 8, "OR", QueryExpectation.Operand)]
    [InlineData("lúa HOẶC", QueryErrorKind.OperandExpected, 8, "", QueryExpectation.Operand)]
    [InlineData("lúa | | gạo", QueryErrorKind.OperandExpected, 6, "|", QueryExpectation.Operand)]
    [InlineData("()", QueryErrorKind.OperandExpected, 1, ")", QueryExpectation.Operand)]
    [InlineData("NOT", QueryErrorKind.OperandExpected, 3, "", QueryExpectation.Operand)]
    [InlineData("-)", QueryErrorKind.OperandExpected, 1, ")", QueryExpectation.Operand)]
    [InlineData("lúa ~2", QueryErrorKind.OperandExpected, 4, "~", QueryExpectation.Operand)]
    [InlineData("lúa ^2", QueryErrorKind.OperandExpected, 4, "^", QueryExpectation.Operand)]
    [InlineData("[2023 TO 2024]", QueryErrorKind.OperandExpected, 0, "[", QueryExpectation.Operand)]
    [InlineData("title:", QueryErrorKind.OperandExpected, 6, "", QueryExpectation.Operand)]
    [InlineData("title:-lúa", QueryErrorKind.OperandExpected, 6, "-lúa", QueryExpectation.Operand)]
    [InlineData("source: OR a", QueryErrorKind.OperandExpected, 8, "OR", QueryExpectation.Value)]
    [InlineData("date:", QueryErrorKind.OperandExpected, 5, "", QueryExpectation.Date)]
    [InlineData("Hà Nội - Huế", QueryErrorKind.LoneSign, 7, "-", QueryExpectation.Operand)]
    [InlineData("Hà Nội – Huế", QueryErrorKind.LoneSign, 7, "–", QueryExpectation.Operand)]
    [InlineData("= lúa", QueryErrorKind.LoneSign, 0, "=", QueryExpectation.Operand)]
    [InlineData("lúa)", QueryErrorKind.Unexpected, 3, ")")]
    [InlineData("(lúa))", QueryErrorKind.Unexpected, 5, ")")]
    [InlineData("lúa\\", QueryErrorKind.Unexpected, 3, "\\", QueryExpectation.Character)]
    [InlineData("a (lúa OR gạo", QueryErrorKind.UnclosedGroup, 2, "(", QueryExpectation.ClosingParenthesis)]
    [InlineData("a “lúa gạo", QueryErrorKind.UnclosedQuote, 2, "“", QueryExpectation.ClosingQuotationMark)]
    [InlineData("\"lúa\\\"", QueryErrorKind.UnclosedQuote, 0, "\"", QueryExpectation.ClosingQuotationMark)]
    [InlineData("lúa …", QueryErrorKind.NothingToSearch, 4, "…", QueryExpectation.Operand)]
    [InlineData("lúa \"!?\"", QueryErrorKind.NothingToSearch, 4, "\"!?\"", QueryExpectation.Operand)]
    [InlineData("source:\" \"", QueryErrorKind.NothingToSearch, 7, "\" \"", QueryExpectation.Value)]
    [InlineData("lúa tít:gạo", QueryErrorKind.UnknownField, 4, "tít", QueryExpectation.FieldName)]
    [InlineData("date:2023-13", QueryErrorKind.InvalidDate, 5, "2023-13", QueryExpectation.Date)]
    [InlineData("date:2023-02-29", QueryErrorKind.InvalidDate, 5, "2023-02-29", QueryExpectation.Date)]
    [InlineData("date:[2023 TO hôm-nay]", QueryErrorKind.InvalidDate, 14, "hôm-nay", QueryExpectation.Date)]
    [InlineData("date:[2023 - 2024]", QueryErrorKind.MalformedRange, 11, "-", QueryExpectation.RangeSeparator)]
    [InlineData("date:[2023 TO 2024", QueryErrorKind.MalformedRange, 18, "", QueryExpectation.ClosingBracket)]
    [InlineData("date:[TO 2024]", QueryErrorKind.InvalidDate, 6, "TO", QueryExpectation.Date)]
    [InlineData("date:[2023 TO ]", QueryErrorKind.MalformedRange, 14, "]", QueryExpectation.Date)]
    [InlineData("date:[2024 TO 2023]", QueryErrorKind.EmptyRange, 5, "[2024 TO 2023]", QueryExpectation.LaterDate)]
    [InlineData("date:{2023 TO 2023}", QueryErrorKind.EmptyRange, 5, "{2023 TO 2023}", QueryExpectation.LaterDate)]
    [InlineData("date:{9999 TO *]", QueryErrorKind.EmptyRange, 5, "{9999 TO *]", QueryExpectation.LaterDate)]
    [InlineData("lúa NEAR gạo", QueryErrorKind.InvalidDistance, 4, "NEAR", QueryExpectation.Distance)]
    [InlineData("lúa NEAR/ gạo", QueryErrorKind.InvalidDistance, 4, "NEAR/", QueryExpectation.Distance)]
    [InlineData("lúa NEAR/101 gạo", QueryErrorKind.InvalidDistance, 4, "NEAR/101", QueryExpectation.Distance)]
    [InlineData("lúa GẦN/năm gạo", QueryErrorKind.InvalidDistance, 4, "GẦN/năm", QueryExpectation.Distance)]
    [InlineData("\"lúa gạo\"~", QueryErrorKind.InvalidDistance, 10, "", QueryExpectation.Distance)]
    [InlineData("\"lúa gạo\"~99999999999", QueryErrorKind.InvalidDistance, 10, "99999999999", QueryExpectation.Distance)]
    [InlineData("lúa^", QueryErrorKind.InvalidBoost, 4, "", QueryExpectation.Boost)]
    [InlineData("lúa^0 gạo", QueryErrorKind.InvalidBoost, 4, "0", QueryExpectation.Boost)]
    [InlineData("lúa^0.001", QueryErrorKind.InvalidBoost, 4, "0.001", QueryExpectation.Boost)]
    [InlineData("lúa^101", QueryErrorKind.InvalidBoost, 4, "101", QueryExpectation.Boost)]
    [InlineData("lúa^-1", QueryErrorKind.InvalidBoost, 4, "-1", QueryExpectation.Boost)]
    [InlineData("lúa^NaN", QueryErrorKind.InvalidBoost, 4, "NaN", QueryExpectation.Boost)]
    [InlineData("lúa^2^3", QueryErrorKind.OperandExpected, 5, "^", QueryExpectation.Operand)]
    [InlineData("lúa~2", QueryErrorKind.InvalidFuzzy, 0, "lúa~2", QueryExpectation.FuzzyWord)]
    [InlineData("16-KL/TW~", QueryErrorKind.InvalidFuzzy, 0, "16-KL/TW~", QueryExpectation.FuzzyWord)]
    [InlineData("gạo *lúa", QueryErrorKind.LeadingWildcard, 4, "*lúa", QueryExpectation.LeadingLetter)]
    [InlineData("?", QueryErrorKind.LeadingWildcard, 0, "?", QueryExpectation.LeadingLetter)]
    [InlineData("lúa NEAR/5 -gạo", QueryErrorKind.OperandExpected, 11, "-gạo", QueryExpectation.Operand)]
    [InlineData("lúa NEAR/5 source:a", QueryErrorKind.NotPositional, 11, "source:a", QueryExpectation.PositionalOperand)]
    [InlineData("date:2023 NEAR/5 lúa", QueryErrorKind.NotPositional, 0, "date:2023", QueryExpectation.PositionalOperand)]
    [InlineData("(lúa AND gạo) NEAR/5 mía", QueryErrorKind.NotPositional, 0, "(lúa AND gạo)", QueryExpectation.PositionalOperand)]
    [InlineData("mía NEAR/5 (lúa OR NOT gạo)", QueryErrorKind.NotPositional, 11, "(lúa OR NOT gạo)", QueryExpectation.PositionalOperand)]
    [InlineData("đo\u0302\u0301i AND", QueryErrorKind.OperandExpected, 9, "", QueryExpectation.Operand)]
    [InlineData("đo\u0302\u0301i x\u0323y:a", QueryErrorKind.UnknownField, 6, "x\u0323y", QueryExpectation.FieldName)]
    internal void An_error_names_its_place_what_was_found_and_what_was_expected(
        string query, QueryErrorKind kind, int start, string found, params QueryExpectation[] expected)
    {
        QueryError? error = AdvancedQueryParser.Parse(query).Error;

        Assert.NotNull(error);
        Assert.Equal((kind, start, found.Length, found), (error.Kind, error.Start, error.Length, error.Found));
        Assert.Equal(expected, error.Expected);
    }

    [Fact]
    public void Words_read_as_a_phrase_are_noted()
    {
        ParsedQuery parsed = AdvancedQueryParser.Parse("x AND tai nạn  NEAR/5 (giao thông OR sông)");

        Assert.Equal(
            [new QueryProblem(QueryProblemKind.WordsReadAsPhrase, 6, 7), new QueryProblem(QueryProblemKind.WordsReadAsPhrase, 22, 20)], parsed.Problems);
    }

    [Fact]
    public void Offsets_of_tokens_are_those_of_the_query_as_it_was_sent()
    {
        var phrase = (QueryNode.Phrase)AdvancedQueryParser.Parse("“đo\u0302\u0301i \\\"ngoa\u0323i”").Constraint!;
        var sequence = (QueryNode.And)AdvancedQueryParser.Parse("ＡＢ kho\u0301a X").Constraint!;

        Assert.Equal([(1, 6), (9, 15)], phrase.Tokens.Select(token => (token.Start, token.End)));
        Assert.Equal([("ab", 0, 2), ("khóa", 3, 8), ("x", 9, 10), ("10", 9, 10)],
            sequence.Operands.Cast<QueryNode.Word>().SelectMany(word => word.Tokens).Select(token => (token.Term, token.Start, token.End)));
    }

    [Theory]
    [InlineData("(", ")", QueryErrorKind.TooDeep)]
    [InlineData("(", "", QueryErrorKind.TooDeep)]
    [InlineData("title:", "", QueryErrorKind.TooDeep)]
    [InlineData("-(", ")", QueryErrorKind.TooDeep)]
    [InlineData("a ", "", QueryErrorKind.TooManyWords)]
    [InlineData("a OR ", "", QueryErrorKind.TooManyWords)]
    [InlineData("a NEAR/1 ", "", QueryErrorKind.TooManyWords)]
    [InlineData("a-", "", QueryErrorKind.TooManyWords)]
    internal void What_goes_too_far_is_an_error(string before, string after, QueryErrorKind kind)
    {
        int count = QueryLimits.LongestQuery / (before.Length + after.Length + 1);
        string query = new StringBuilder().Insert(0, before, count).Append('a').Insert(before.Length * count + 1, after, count).ToString();

        Assert.Equal(kind, AdvancedQueryParser.Parse(query).Error?.Kind);
        Assert.Equal(QueryErrorKind.TooLong, AdvancedQueryParser.Parse(new string('a', QueryLimits.LongestQuery + 1)).Error?.Kind);
        Assert.Null(AdvancedQueryParser.Parse(new string('a', QueryLimits.LongestQuery)).Error);
    }

    [Fact]
    public void Nesting_and_words_up_to_the_limits_are_read()
    {
        int depth = QueryLimits.DeepestNesting;

        Assert.Null(AdvancedQueryParser.Parse(new string('(', depth) + "a" + new string(')', depth)).Error);
        Assert.Equal(QueryErrorKind.TooDeep, AdvancedQueryParser.Parse(new string('(', depth + 1) + "a" + new string(')', depth + 1)).Error?.Kind);
        Assert.Null(AdvancedQueryParser.Parse(string.Join(" OR ", Enumerable.Repeat("a", QueryLimits.MostWords))).Error);
        Assert.Null(AdvancedQueryParser.Parse(new string('!', 10_000) + "a").Error);
    }

    /// <summary>The environment variable <c>RANDOM_QUERIES</c> asks for another number of them.</summary>
    [Fact]
    public void Any_text_gives_a_tree_or_an_error_within_it_and_what_is_printed_gives_the_same_tree()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("RANDOM_QUERIES"), out int asked) ? asked : 20_000;
        var random = new Random(11);
        int trees = 0;
        for (int i = 0; i < count; i++)
        {
            string query = i % 2 == 0 ? RandomQuery.Text(random) : RandomQuery.Good(random, RandomQuery.Words, depth: 3);
            ParsedQuery parsed = AdvancedQueryParser.Parse(query);
            if (parsed.Error is { } error)
            {
                Assert.InRange(error.Start, 0, query.Length);
                Assert.InRange(error.Start + error.Length, error.Start, query.Length);
                Assert.Equal(query.Substring(error.Start, error.Length), error.Found);
                continue;
            }

            trees++;
            ParsedQuery again = AdvancedQueryParser.Parse(parsed.ReadAs);
            Assert.True(QueryDump.Of(parsed.Constraint) == QueryDump.Of(again.Constraint), $"{query}\n{parsed.ReadAs}\n{again.Error}\n{again.ReadAs}");
            Assert.Equal(parsed.ReadAs, again.ReadAs);
        }

        Assert.True(trees > count / 2, $"Only {trees} of {count} queries were good.");
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("(a ")]
    [InlineData("\"a ")]
    [InlineData("\\")]
    [InlineData("a:")]
    [InlineData("!")]
    [InlineData("*?")]
    [InlineData("a\u0301\u0323")]
    [InlineData("aNEAR/5")]
    [InlineData("\u200b")]
    [InlineData("&")]
    [InlineData("a~")]
    public void Twice_the_text_takes_no_more_than_about_twice_the_memory(string piece)
    {
        Measure(1024);   // compiles
        long once = Measure(QueryLimits.LongestQuery / 4);
        long fourTimes = Measure(QueryLimits.LongestQuery);

        Assert.True(fourTimes < (6 * once) + 100_000, $"{once} bytes became {fourTimes}.");

        long Measure(int length)
        {
            string query = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
            long before = GC.GetAllocatedBytesForCurrentThread();
            AdvancedQueryParser.Parse(query);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
