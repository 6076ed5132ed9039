using Search.Articles;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

public sealed class ConstraintPlannerTests(RandomCollection collection) : IClassFixture<RandomCollection>
{
    [Theory]
    [InlineData("lúa")]
    [InlineData("doi ngoai")]
    [InlineData("đôi")]
    [InlineData("=doi")]
    [InlineData("lúa AND NOT gạo")]
    [InlineData("lúa OR NOT gạo")]
    [InlineData("NOT (lúa OR gạo)")]
    [InlineData("NOT lúa")]
    [InlineData("\"lúa gạo\"")]
    [InlineData("\"doi ngoai\"")]
    [InlineData("\"lúa gạo\"~3")]
    [InlineData("\"lúa lúa gạo\"~20")]
    [InlineData("\"lúa lúa\"~20 NEAR/3 gạo")]
    [InlineData("(\"lúa gạo đội\"~9 NEAR/1 hoa) OR (hoa BEFORE/0 \"gạo lúa\"~4)")]
    [InlineData("lúa NEAR/0 gạo")]
    [InlineData("lúa BEFORE/4 gạo")]
    [InlineData("doi ngoai NEAR/5 lúa")]
    [InlineData("lua NEAR/9 lua")]
    [InlineData("lúa NEAR/2 gạo NEAR/2 đội")]
    [InlineData("lúa NEAR/2 (gạo BEFORE/1 đội)")]
    [InlineData("(16-KL/TW OR XIII) NEAR/2 (covid-19 OR \"của và\")")]
    [InlineData("16-KL/TW NEAR/0 TW")]
    [InlineData("KL-TW")]
    [InlineData("khóa X")]
    [InlineData("title:lúa AND body:gạo")]
    [InlineData("title:(doi OR gạo) NEAR/3 title:hoa*")]
    [InlineData("hoà*")]
    [InlineData("do* NEAR/1 l?a")]
    [InlineData("đ*i")]
    [InlineData("=do*")]
    [InlineData("16*")]
    [InlineData("lúa~ gao~")]
    [InlineData("ngoại~ NEAR/3 hoa~")]
    [InlineData("source:\"BÁO MẪU\" lúa")]
    [InlineData("author:* -tag:l*")]
    [InlineData("date:2023 OR (NOT date:* AND lúa)")]
    [InlineData("date:[2022-03-01 TO 2022-03-31]")]
    [InlineData("café Đắk dak caf?")]
    [InlineData("a:b OR lúa", false)]
    public async Task The_articles_found_are_those_that_match(string query, bool isGood = true)
    {
        if (!isGood)
        {
            QueryException failure = await Assert.ThrowsAsync<QueryException>(async () => await FindAsync(query));
            Assert.Equal(QueryErrorKind.UnknownField, failure.Error.Kind);
            return;
        }

        await CheckAsync(query);
    }

    [Fact]
    public async Task Whatever_is_asked_the_articles_found_are_those_that_match()
    {
        var random = new Random(3);
        int found = 0;
        for (int i = 0; i < 250; i++)
        {
            found += await CheckAsync(RandomQuery.Good(random, RandomCollection.Words, depth: 3)) > 0 ? 1 : 0;
        }

        Assert.True(found > 125, $"Only {found} queries found anything.");
    }

    [Theory]
    [InlineData("", MarksMode.Auto)]
    [InlineData("NOT lúa", MarksMode.Auto)]
    [InlineData("source:tin* OR date:2023", MarksMode.Auto)]
    public async Task Without_words_to_score_articles_are_listed_by_date(string query, MarksMode marks)
    {
        SearchPage page = await FindAsync(query, marks);

        long[] dates = [.. page.Hits.Select(hit => hit.Article.Date?.Instant.UtcTicks ?? -1)];
        Assert.NotEmpty(dates);
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Fact]
    public async Task Marks_may_be_made_to_count_fully_or_not_at_all()
    {
        async Task<int> Count(string query, MarksMode marks) => (await FindAsync(query, marks)).Total;

        Assert.Equal(await Count("=doi", MarksMode.Auto), await Count("doi", MarksMode.Exact));
        Assert.Equal(await Count("doi", MarksMode.Auto), await Count("đối", MarksMode.Ignore));
        Assert.Equal(await Count("=do*", MarksMode.Auto), await Count("do*", MarksMode.Exact));
        Assert.Equal(await Count("do*", MarksMode.Auto), await Count("đố*", MarksMode.Ignore));
        Assert.True(await Count("doi", MarksMode.Exact) < await Count("doi", MarksMode.Auto));
    }

    [Fact]
    public async Task Evidence_orders_the_hits_and_boosts_change_it()
    {
        SearchPage title = await FindAsync("lúa^100 OR gạo");
        SearchPage other = await FindAsync("lúa OR gạo^100");

        Assert.Equal(title.Total, other.Total);
        Assert.Contains("lúa", Words(title.Hits[0].Article));
        Assert.DoesNotContain("lúa", Words(title.Hits[^1].Article));
        Assert.Contains("gạo", Words(other.Hits[0].Article));
        Assert.DoesNotContain("gạo", Words(other.Hits[^1].Article));

        static string[] Words(Article article) => $"{article.Title} {article.Lead} {article.Body}".ToLowerInvariant().Split([' ', '.', ',', '\n']);
    }

    [Fact]
    public async Task A_field_in_which_a_word_is_sought_is_the_one_whose_occurrences_count()
    {
        SearchPage page = await FindAsync("title:lúa OR gạo");
        Hit bodyOnly = page.Hits.First(hit => !hit.Article.Title.Contains("lúa", StringComparison.OrdinalIgnoreCase));
        SearchPage alone = await FindAsync("gạo");

        Assert.Equal(alone.Hits.Single(hit => hit.Article.Id == bodyOnly.Article.Id).Score, bodyOnly.Score);
    }

    [Fact]
    public async Task Every_hit_of_words_and_nearness_shows_what_matches()
    {
        var random = new Random(8);
        string[] words = [.. RandomCollection.Words.Where(word => word.Length > 1 && word.All(char.IsLetter))];
        for (int i = 0; i < 100; i++)
        {
            string query = $"{words[random.Next(words.Length)]} NEAR/{random.Next(4)} {words[random.Next(words.Length)][..2]}*";
            Assert.All((await FindAsync(query, highlight: true)).Hits, hit =>
                Assert.True(hit.TitleRanges.Count > 0 || hit.Snippets.Any(snippet => snippet.Ranges.Count > 0), $"{query}: {hit.Article.Id}"));
        }
    }

    private async Task<int> CheckAsync(string query)
    {
        QueryNode tree = AdvancedQueryParser.Parse(query).Constraint!;
        string[] expected = [.. collection.Articles.Where(article => new NaiveEvaluator(article).Matches(tree)).Select(article => article.Id).Order(StringComparer.Ordinal)];

        SearchPage page = await FindAsync(query);

        Assert.True(
            expected.SequenceEqual(page.Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal)),
            $"{query}\n{tree}\nexpected {string.Join(' ', expected)}\nfound    {string.Join(' ', page.Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal))}");
        Assert.Equal((expected.Length, expected.Length, false), (page.Total, page.TotalRelaxed, page.IsRelaxed));
        Assert.All(page.Hits, hit => Assert.True(hit.MatchesAll));
        return expected.Length;
    }

    private async Task<SearchPage> FindAsync(string query, MarksMode marks = MarksMode.Auto, bool highlight = false) => await collection.Engine.SearchAsync(
        new() { Query = query, Syntax = QuerySyntax.Advanced, Marks = marks, Page = new(0, 1000), Match = MatchRule.Any, Highlight = highlight });
}
