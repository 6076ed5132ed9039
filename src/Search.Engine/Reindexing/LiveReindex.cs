using Search.Engine.Indexing;

namespace Search.Engine.Reindexing;

/// <summary>Makes an index anew while it is searched and written.</summary>
internal static class LiveReindex
{
    /// <summary>Articles written meanwhile that may be left to the switch, for which all writes wait.</summary>
    private const int LeftToSwitch = 200;

    /// <summary>How often what was written meanwhile is taken over before the switch, if it does not become less.</summary>
    private const int MostRounds = 20;

    /// <summary>Makes it anew and switches.</summary>
    /// <returns>Articles of the new index.</returns>
    /// <exception cref="IndexDamagedException">An article cannot be read: the index is left as it was.</exception>
    public static int Run(ArticleIndexer indexer, IndexViews views, ArticleIndexOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        int articles = 0;
        using Reindexer reindexer = Begin(views, options);   // there is one at a time
        indexer.Follow();
        try
        {
            indexer.Commit();
            using (IndexView view = views.Acquire())
            {
                reindexer.TakeAll([.. view.Reader.Leaves.Select(static leaf => leaf.AtomicReader)], threads: 1, static damage => throw damage, progress, cancellation);
            }

            IReadOnlyCollection<string> written = indexer.Follow();
            for (int round = 0; written.Count > LeftToSwitch && round < MostRounds; round++)
            {
                cancellation.ThrowIfCancellationRequested();
                indexer.Commit();
                Take(written);
                written = indexer.Follow();
            }

            indexer.Replace(last =>
            {
                Take([.. written, .. last]);
                (Lucene.Net.Store.Directory directory, string generation, articles) = reindexer.Finish();
                return (directory, generation);
            });

            void Take(IReadOnlyCollection<string> ids)
            {
                using IndexView view = views.Acquire();
                reindexer.Take(view, ids);
            }
        }
        finally
        {
            indexer.Unfollow();
        }

        Reindexer.Remove(options);
        return articles;
    }

    private static Reindexer Begin(IndexViews views, ArticleIndexOptions options)
    {
        using IndexView view = views.Acquire();
        return new Reindexer(options, CommitStamp.Reindexed(view.CommitData), view.Writes);
    }
}
