using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Engine.Indexing;
using Search.Engine.Storage;

namespace Search.Engine.Snapshots;

/// <summary>A copy of an index as it was at one commit: a folder that is an index itself, with the checksums of its files.</summary>
public sealed record Snapshot
{
    /// <summary>The name of its folder: when it was made, UTC, so that names are in the order of time.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The state of the archive that it holds; empty where <see cref="Problem"/> says why.</summary>
    public string Generation { get; init; } = "";

    /// <summary>Articles that a search of it can find.</summary>
    public int Documents { get; init; }

    /// <summary>Articles deleted or replaced whose text it holds.</summary>
    public int DeletedDocuments { get; init; }

    /// <summary>Bytes of its files; those that it shares with other snapshots are counted with each.</summary>
    public long SizeBytes { get; init; }

    /// <summary>The version of the fields.</summary>
    public string Schema { get; init; } = "";

    /// <summary>The version of the terms.</summary>
    public string Analyzer { get; init; } = "";

    /// <summary>Why it cannot be used; <see langword="null"/> as far as is known without reading it whole.</summary>
    public string? Problem { get; init; }

    /// <summary>What lies in a folder of a snapshot.</summary>
    internal static Snapshot Read(string path, DateTimeOffset made)
    {
        var snapshot = new Snapshot { Name = System.IO.Path.GetFileName(path), Path = path, Made = made };
        try
        {
            using var directory = OpenFiles(path);
            var infos = new SegmentInfos();
            infos.Read(directory);
            (string schema, string analyzer) = CommitStamp.Versions(infos.UserData);
            int deleted = infos.Segments.Sum(static segment => segment.DelCount);
            return snapshot with
            {
                Generation = CommitStamp.Generation(infos.UserData),
                Documents = infos.Segments.Sum(static segment => segment.Info.DocCount) - deleted,
                DeletedDocuments = deleted,
                SizeBytes = Sha256Sums.Read(path).Keys.Sum(name => new FileInfo(System.IO.Path.Combine(path, name)).Length),
                Schema = schema,
                Analyzer = analyzer,
            };
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)   // damaged files make readers fail in many ways
        {
            return snapshot with { Problem = failure.Message };
        }
    }

    /// <summary>Its files, for reading: nothing is written beside them, and there is no lock.</summary>
    internal static Lucene.Net.Store.Directory OpenFiles(string path) => new MappedDirectory(new DirectoryInfo(path), NoLockFactory.GetNoLockFactory());
}

/// <summary>A snapshot that cannot be made or used; the message is a full sentence for the operator.</summary>
public sealed class SnapshotException(string message, Exception? inner = null) : IndexException(message, inner);
