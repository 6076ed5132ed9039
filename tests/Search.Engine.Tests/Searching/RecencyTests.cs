using Search.Articles;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Searching;

public sealed class RecencyTests
{
    [Fact]
    public async Task New_articles_are_lifted_where_age_matters_and_the_explanation_says_so()
    {
        string path = Directory.CreateTempSubdirectory("search-engine-tests-").FullName;
        DateTime now = DateTime.UtcNow;
        await using (SearchEngine engine = SearchEngine.Open(new() { Path = path }))
        {
            await engine.WriteAsync([.. new (string Id, DateTime? Date)[] { ("a-cu", now.AddYears(-9)), ("b-moi", now.AddDays(-1)), ("c-khong-ngay", null) }
                .Select(static each => new ArticleWrite.Put(new Article
                {
                    Id = each.Id,
                    Title = "Tin bão số chín",
                    Date = ArticleDate.TryParse(each.Date?.ToString("yyyy-MM-dd"), out ArticleDate date) ? date : null,
                }))]);

            SearchPage plain = await engine.SearchAsync(new() { Query = "tin bão" });
            SearchPage lifted = await engine.SearchAsync(new() { Query = "tin bão", Recency = TimeSpan.FromDays(30), Explain = true });

            Assert.Equal(["a-cu", "b-moi", "c-khong-ngay"], plain.Hits.Select(static hit => hit.Article.Id));   // equal scores
            Assert.Equal(["b-moi", "a-cu", "c-khong-ngay"], lifted.Hits.Select(static hit => hit.Article.Id));
            Assert.InRange(lifted.Hits[0].Score / plain.Hits[0].Score, 1.2, 1.5);   // what nearness gave is not lifted
            Assert.All(lifted.Hits, static hit => Assert.Equal(hit.Score, hit.Explanation!.Parts.Sum(static part => part.Score), 4));
        }

        Directory.Delete(path, recursive: true);
    }
}
