using Lucene.Net.Store;
using Search.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Tests.Inverting;

public sealed class InversionTests
{
    [Fact]
    public void An_index_is_what_Lucenes_own_chain_makes_of_the_same_writes()
    {
        int seed = Random.Shared.Next();
        var random = new Random(seed);
        var articles = new RandomArticles(random);
        using var expected = new RAMDirectory();
        using var found = new RAMDirectory();
        using (var chain = new LuceneChain(expected))
        using (ArticleIndexer indexer = ArticleIndexer.Open(found, new() { Path = "" }, isNew: true, out IndexViews views))
        using (views)
        {
            for (int write = 0; write < 150; write++)
            {
                string id = "a" + random.Next(60);
                if (random.Next(6) == 0)
                {
                    chain.Delete(id);
                    indexer.Apply(new ArticleWrite.Delete(id));
                }
                else
                {
                    Article article = articles.Next(id);
                    chain.Put(article);
                    indexer.Apply(new ArticleWrite.Put(article));
                }

                if (random.Next(25) == 0)
                {
                    indexer.Commit();
                }
            }

            chain.Commit();
            indexer.Commit();
        }

        List<string> lines = IndexDump.Of(found);
        Assert.True(lines.SequenceEqual(IndexDump.Of(expected)), $"seed {seed}: {string.Join('\n', lines.Except(IndexDump.Of(expected)).Take(3))}\n<>\n{string.Join('\n', IndexDump.Of(expected).Except(lines).Take(3))}");
    }
}
