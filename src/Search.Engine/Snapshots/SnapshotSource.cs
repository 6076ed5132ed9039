using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Snapshots;

/// <summary>The readers of a replica: those of the newest snapshot of a folder that this program can read.</summary>
internal sealed class SnapshotSource
{
    private readonly SnapshotFolder _folder;

    /// <param name="folder">The folder.</param>
    public SnapshotSource(SnapshotFolder folder)
    {
        _folder = folder;
        Readers = new(Open, Reopen);
    }

    /// <summary>The readers.</summary>
    public ReaderSource Readers { get; }

    /// <summary>Whether there is a snapshot to read.</summary>
    public bool IsUsable => Newest() is not null;

    private Snapshot? Newest() => _folder.Newest(CommitStamp.IsCurrent);

    private DirectoryReader Open() => Newest() is { } snapshot
        ? DirectoryReader.Open(Snapshot.OpenFiles(snapshot.Path))
        : throw new SnapshotException($"There is no snapshot in {_folder.Path} that this program can read.");

    private DirectoryReader? Reopen(DirectoryReader reader) => Newest() is { } snapshot && snapshot.Generation != CommitStamp.Generation(reader.IndexCommit.UserData)
        ? DirectoryReader.Open(Snapshot.OpenFiles(snapshot.Path))
        : null;
}
