using Lucene.Net.Index;

namespace Search.Engine.Indexing;

/// <summary>What a folder holds before an index in it is opened.</summary>
internal sealed class IndexFolder
{
    private readonly string _path;

    private IndexFolder(string path, bool hasIndex)
    {
        _path = path;
        HasIndex = hasIndex;
    }

    /// <summary>Whether there is a commit.</summary>
    public bool HasIndex { get; }

    /// <summary>Looks at the folder of an index.</summary>
    /// <exception cref="IndexNotFoundException">There is no index to read, or no place for a new one.</exception>
    public static IndexFolder Examine(Lucene.Net.Store.Directory directory, ArticleIndexOptions options)
    {
        string path = options.Path;
        if (File.Exists(path))
        {
            throw new IndexNotFoundException($"{path} is a file; an index is a folder.");
        }

        string[] files = Files(directory);
        bool hasIndex = files.Any(file => file.StartsWith("segments_", StringComparison.Ordinal));
        if (!hasIndex && options.ReadOnly)
        {
            throw new IndexNotFoundException($"There is no index in {path}. Make one with: search index PATH --index \"{path}\".");
        }

        if (!hasIndex && files.Any(file => file != WriterLock.FileName && !IsLeftOver(file)))
        {
            throw new IndexNotFoundException($"The folder {path} holds other files and no index; name an empty folder.");
        }

        return new(path, hasIndex);
    }

    /// <exception cref="IndexVersionException">Another version of this program wrote the last commit.</exception>
    public void CheckVersion(Lucene.Net.Store.Directory directory)
    {
        if (HasIndex)
        {
            var infos = new SegmentInfos();
            infos.Read(directory);
            CommitStamp.Check(infos.UserData, _path);
        }
    }

    private static string[] Files(Lucene.Net.Store.Directory directory)
    {
        try
        {
            return directory.ListAll();
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>A file that Lucene wrote before a first commit that never came.</summary>
    private static bool IsLeftOver(string file) => file == "segments.gen" || file.StartsWith('_') || file.StartsWith("pending_", StringComparison.Ordinal);
}
