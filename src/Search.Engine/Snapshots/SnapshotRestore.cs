using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Snapshots;

/// <summary>Puts the articles of a snapshot in the place of those of an index.</summary>
public static class SnapshotRestore
{
    /// <summary>Restores a snapshot, by one commit: until then the index is as it was, whatever happens. A server that reads the folder without writing it follows.</summary>
    /// <param name="snapshot">The folder of a snapshot, or one of snapshots, of which the newest is taken.</param>
    /// <param name="index">The folder of the index, which nobody may have open for writing; it is made if it does not exist.</param>
    /// <param name="progress">Is told how many bytes of the snapshot were compared with their checksums.</param>
    /// <param name="cancellation">Stops it before the switch.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="SnapshotException">There is no snapshot, or it is damaged: the index is as it was.</exception>
    /// <exception cref="IndexInUseException">Another process writes the index.</exception>
    /// <exception cref="IndexNotFoundException">The folder of the index holds something else.</exception>
    public static Snapshot Run(string snapshot, string index, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(snapshot, new ArticleIndexOptions { Path = index }, progress, cancellation);

    /// <inheritdoc cref="Run(string, string, IProgress{WorkProgress}?, CancellationToken)"/>
    /// <param name="snapshot">See there.</param>
    /// <param name="options">Where the index is.</param>
    /// <param name="progress">See there.</param>
    /// <param name="cancellation">See there.</param>
    internal static Snapshot Run(string snapshot, ArticleIndexOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        Snapshot found = Find(snapshot);
        long done = 0;
        List<string> damage = [.. Sha256Sums.FindDamage(found.Path, Advance, cancellation)];
        if (damage.Count > 0)
        {
            throw new SnapshotException($"The snapshot {found.Path} is damaged, and the index is left as it was: {string.Join(' ', damage)}");
        }

        using Lucene.Net.Store.Directory directory = options.OpenDirectory(options.Path);
        IndexFolder folder = IndexFolder.Examine(directory, options);
        using Lucene.Net.Store.Directory source = Snapshot.OpenFiles(found.Path);
        var infos = new SegmentInfos();
        infos.Read(source);
        IndexWriter writer = OpenWriter(directory, folder, options.Path);
        try
        {
            CommitSwitch.Run(writer, source, new CommitStamp().Again(infos.UserData));
        }
        finally
        {
            writer.Rollback();   // what was not committed
        }

        return found;

        void Advance(int bytes)
        {
            done += bytes;
            progress?.Report(new(done, found.SizeBytes));
        }
    }

    private static Snapshot Find(string path)
    {
        if (File.Exists(Path.Combine(path, Sha256Sums.FileName)))
        {
            Snapshot one = Snapshot.Read(Path.GetFullPath(path), System.IO.Directory.GetLastWriteTimeUtc(path));
            return one.Problem is null ? one : throw new SnapshotException($"The snapshot {path} is damaged, and the index is left as it was: {one.Problem}");
        }

        return new SnapshotFolder(Path.GetFullPath(path)).Newest()
            ?? throw new SnapshotException($"There is no snapshot in {path}: it has neither a file {Sha256Sums.FileName} nor a folder of a snapshot that can be opened.");
    }

    /// <summary>Opens the writer also where the last commit cannot be read: then there is nothing to keep.</summary>
    private static IndexWriter OpenWriter(Lucene.Net.Store.Directory directory, IndexFolder folder, string path)
    {
        if (folder.HasIndex && !IndexFolder.CanReadCommit(directory))
        {
            IndexFolder.RemoveCommits(directory, path);
        }

        return IndexFolder.OpenWriter(directory, CommitSwitch.Settings, path);
    }
}
