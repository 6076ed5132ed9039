using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Querying;

/// <summary>What the ranking leaves out may not change what it finds.</summary>
public sealed class SkippingTests : IndexTests
{
    private static readonly string[] Words =
        "đường đương dương giá gia già công cộng cổng đoàn đoan đoán nước nuoc sữa thành phố lúa gạo và của là những được trong".Split(' ');

    [Fact]
    public async Task Hits_and_scores_are_those_of_a_ranking_that_leaves_nothing_out()
    {
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        for (int id = 0; id < 5000; id++)
        {
            Engine.Apply([new ArticleWrite.Put(new Article { Id = $"a{id:0000}", Title = Text(random, 6), Body = Text(random, random.Next(5, 120)) })]);
            if (id % 1700 == 0)
            {
                await Engine.CommitAsync();
            }
        }

        for (int id = 0; id < 300; id++)
        {
            Engine.Apply([new ArticleWrite.Delete($"a{random.Next(5000):0000}")]);
        }

        await Engine.CommitAsync();
        for (int query = 0; query < 60; query++)
        {
            var request = new SearchRequest
            {
                Query = Text(random, random.Next(1, 8)),
                Match = (MatchRule)random.Next(3),
                Page = new(0, random.Next(1, 80)),
                Highlight = false,
                Recency = random.Next(4) == 0 ? TimeSpan.FromDays(30) : null,
            };
            SearchPage all = await Engine.SearchAsync(request with { Page = new(0, 5000) });
            SearchPage exact = await Engine.SearchAsync(request);
            SearchPage fast = await Engine.SearchAsync(request with { Total = TotalPrecision.Fast });

            string context = $"seed {seed}: {request}";
            (string, float, bool)[] expected = [.. all.Hits.Take(request.Page.Size).Select(Of)];
            Assert.True(expected.SequenceEqual(exact.Hits.Select(Of)), context);
            Assert.True(expected.SequenceEqual(fast.Hits.Select(Of)), context);
            Assert.True((all.Total, all.TotalRelaxed, true) == (exact.Total, exact.TotalRelaxed, exact.TotalIsExact), context);
            Assert.True(fast.Total <= exact.Total && fast.TotalRelaxed <= exact.TotalRelaxed, context);
        }
    }

    private static (string Id, float Score, bool MatchesAll) Of(Hit hit) => (hit.Article.Id, hit.Score, hit.MatchesAll);

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))]));
}
