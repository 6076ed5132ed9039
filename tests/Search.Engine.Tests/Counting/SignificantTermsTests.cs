using Search.Articles;
using Search.Engine.Counting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Counting;

public sealed class SignificantTermsTests
{
    [Theory]
    [InlineData(10, 20, 100, 1100, 22.9)]   // by hand from the four cells 10, 90, 10, 990: 2 Σ O ln(O / E) with E = 1.818, 98.18, 18.18, 981.8
    [InlineData(1, 11, 100, 1100, 0)]    // as frequent elsewhere
    [InlineData(0, 50, 100, 1100, 0)]
    [InlineData(5, 5, 100, 100, 0)]   // there is no elsewhere
    public void The_score_is_the_log_likelihood_of_the_four_cells(int count, int background, int articles, int archive, double expected) =>
        Assert.Equal(expected, SignificantTerms.LogLikelihood(count, background, articles, archive), 0.05);

    [Fact]
    public async Task What_sets_a_result_apart_comes_first_with_exact_counts()
    {
        string path = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;
        await using (SearchEngine engine = SearchEngine.Open(new() { Path = path }))
        {
            await engine.WriteAsync(
            [
                .. Enumerable.Range(0, 30).Select(i => Put($"bao-{i}", "Tin bão", $"Siêu bão Noru mạnh dần, gió giật cấp {i}, người dân chằng chống nhà cửa.")),
                .. Enumerable.Range(0, 300).Select(i => Put($"tin-{i}", "Tin ngày", $"Người dân đi chợ sớm, trời đẹp, ngày {i}.")),
            ]);

            SignificantTerms found = await engine.TermsAsync(new() { Query = "bão", Match = MatchRule.All }, 10);

            Assert.Equal((30, 330), (found.Articles, found.Archive));
            SignificantTerm storm = found.Terms.Single(term => term.Text.Contains("bão noru", StringComparison.OrdinalIgnoreCase));
            Assert.Equal((30, 30), (storm.Count, storm.Background));
            Assert.DoesNotContain(found.Terms, term => term.Text is "người dân" or "Noru" or "tin" || term.Score <= 0);
            Assert.Equal(found.Terms.OrderByDescending(term => term.Score), found.Terms);
        }

        Directory.Delete(path, recursive: true);
    }

    private static ArticleWrite.Put Put(string id, string title, string body) => new(new Article { Id = id, Title = title, Body = body });
}
