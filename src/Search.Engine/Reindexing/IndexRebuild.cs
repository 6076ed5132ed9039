using Lucene.Net.Index;
using Search.Engine.Checking;
using Search.Engine.Indexing;

namespace Search.Engine.Reindexing;

/// <summary>What a rebuild of an index did.</summary>
/// <param name="Articles">Articles of the new index.</param>
/// <param name="Lost">What could not be read of the old one, a sentence each.</param>
public sealed record IndexRebuildReport(int Articles, IReadOnlyList<string> Lost);

/// <summary>Makes an index anew from its stored articles while nobody has it open for writing: for an index of another version of this program, or a damaged one.</summary>
public static class IndexRebuild
{
    /// <summary>Makes the index anew beside the old one, and puts it in its place by one commit: until then the index is as it was. Stopped or killed, it goes on the next time.</summary>
    /// <param name="path">The folder of the index.</param>
    /// <param name="acceptsLoss">Whether articles that cannot be read are left out; otherwise the index stays as it was if there are any.</param>
    /// <param name="progress">Is told how many articles there are, and how many of them are in the new index.</param>
    /// <param name="cancellation">Stops it before the switch.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="IndexInUseException">Another process writes it.</exception>
    /// <exception cref="IndexDamagedException">Articles cannot be read, and their loss is not accepted; or nothing can be read.</exception>
    public static IndexRebuildReport Run(string path, bool acceptsLoss = false, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(new ArticleIndexOptions { Path = path }, acceptsLoss, progress, cancellation);

    /// <inheritdoc cref="Run(string, bool, IProgress{WorkProgress}?, CancellationToken)"/>
    internal static IndexRebuildReport Run(ArticleIndexOptions options, bool acceptsLoss, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        using Lucene.Net.Store.Directory directory = options.OpenDirectory(options.Path);
        if (!IndexFolder.Examine(directory, options).HasIndex)
        {
            throw IndexFolder.NotFound(options.Path);
        }

        if (!IndexFolder.CanReadCommit(directory))
        {
            throw new IndexDamagedException($"The last commit of the index in {options.Path} cannot be read, so that its articles cannot be found. Restore it from a snapshot with: search restore.", inner: null);
        }

        IndexWriter writer = IndexFolder.OpenWriter(directory, CommitSwitch.Settings, options.Path);
        try
        {
            IndexRebuildReport report = Run(directory, writer, options, acceptsLoss, progress, cancellation);
            Reindexer.Remove(options);
            return report;
        }
        finally
        {
            writer.Rollback();   // what was not committed
        }
    }

    private static IndexRebuildReport Run(
        Lucene.Net.Store.Directory directory, IndexWriter writer, ArticleIndexOptions options, bool acceptsLoss, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        List<SegmentReader> segments = SegmentHealth.Open(directory, infos, out IReadOnlyList<IndexDamage> damage);
        try
        {
            List<string> lost = [.. damage.Select(static part => part.ToString())];
            using var reindexer = new Reindexer(options, CommitStamp.Reindexed(infos.UserData), CommitStamp.FindWrites(infos.UserData));
            reindexer.TakeAll([.. segments], options.Threads, article => lost.Add(article.Message), progress, cancellation);
            if (lost.Count > 0 && !acceptsLoss)
            {
                throw new IndexDamagedException(
                    $"The index in {options.Path} is left as it was, since a part of its articles cannot be read: {string.Join(' ', lost.Take(10))} Restore it from a snapshot with search restore, "
                    + "or leave these articles out with: search reindex --accept-loss.", inner: null);
            }

            (Lucene.Net.Store.Directory source, string generation, int articles) = reindexer.Finish();
            CommitSwitch.Run(writer, source, new CommitStamp().Next(options.Time.GetUtcNow(), reindexer.Writes, generation));
            return new(articles, lost);
        }
        finally
        {
            segments.ForEach(static segment => segment.Dispose());
        }
    }
}
