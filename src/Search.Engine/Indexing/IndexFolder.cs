using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Engine.Checking;

namespace Search.Engine.Indexing;

/// <summary>What a folder holds before an index in it is opened.</summary>
internal sealed class IndexFolder
{
    /// <summary>How the names of the files of commits begin.</summary>
    private const string Commits = "segments_";

    /// <summary>The file of the first commit, which goes when there is a second.</summary>
    private const string FirstCommit = Commits + "1";

    private readonly string _path;

    private IndexFolder(string path, bool hasIndex)
    {
        _path = path;
        HasIndex = hasIndex;
    }

    /// <summary>Whether there is a commit.</summary>
    public bool HasIndex { get; }

    /// <exception cref="IndexNotFoundException">There is a file in the place of the folder.</exception>
    public static void ExpectFolder(string path)
    {
        if (File.Exists(path))
        {
            throw new IndexNotFoundException($"{path} is a file; an index is a folder.");
        }
    }

    /// <summary>Looks at the folder of an index.</summary>
    /// <exception cref="IndexNotFoundException">There is no index to read, or no place for a new one.</exception>
    public static IndexFolder Examine(Lucene.Net.Store.Directory directory, ArticleIndexOptions options)
    {
        string path = options.Path;
        string[] files = Files(directory);
        string[] commits = [.. files.Where(static file => file.StartsWith(Commits, StringComparison.Ordinal))];
        bool hasIndex = commits.Length > 0 && !(commits is [FirstCommit] && IsCutShort(directory));
        if (!hasIndex && options.ReadOnly)
        {
            throw NotFound(path);
        }

        if (!hasIndex && files.Any(file => file != WriterLock.FileName && !IsLeftOver(file)))
        {
            throw new IndexNotFoundException($"The folder {path} holds other files and no index; name an empty folder.");
        }

        return new(path, hasIndex);
    }

    /// <summary>Whether segments of the last commit are damaged, as far as can be seen at once.</summary>
    public bool IsDamaged(Lucene.Net.Store.Directory directory)
    {
        if (!HasIndex)
        {
            return false;
        }

        using DirectoryReader reader = HealthyReader.Open(directory, out IReadOnlyList<IndexDamage> damage);
        return damage.Count > 0;
    }

    /// <exception cref="IndexVersionException">Another version of this program wrote the last commit.</exception>
    public void CheckVersion(Lucene.Net.Store.Directory directory)
    {
        if (HasIndex)
        {
            CommitStamp.Check(LastCommit.Read(directory).UserData, _path);
        }
    }

    /// <summary>What to say where there is no index.</summary>
    public static IndexNotFoundException NotFound(string path) => new($"There is no index in {path}. Make one with: search index PATH --index \"{path}\".");

    /// <summary>Opens a writer.</summary>
    /// <exception cref="IndexInUseException">Another process writes the folder.</exception>
    public static IndexWriter OpenWriter(Lucene.Net.Store.Directory directory, IndexWriterConfig settings, string path)
    {
        try
        {
            return new IndexWriter(directory, settings);
        }
        catch (LockObtainFailedException locked)
        {
            throw InUse(path, locked);
        }
    }

    /// <summary>Removes commits that cannot be read, so that a writer can begin anew in the folder.</summary>
    /// <exception cref="IndexInUseException">Another process writes the folder.</exception>
    public static void RemoveCommits(Lucene.Net.Store.Directory directory, string path)
    {
        using Lucene.Net.Store.Lock writing = directory.MakeLock(WriterLock.FileName);
        if (!writing.Obtain())
        {
            throw InUse(path, cause: null);
        }

        foreach (string file in Files(directory).Where(static file => file.StartsWith(Commits, StringComparison.Ordinal) || file == IndexFileNames.SEGMENTS_GEN))
        {
            directory.DeleteFile(file);
        }
    }

    /// <summary>Whether the last commit can be read; the files of its segments may be damaged all the same.</summary>
    public static bool CanReadCommit(Lucene.Net.Store.Directory directory)
    {
        try
        {
            new SegmentInfos().Read(directory);
            return true;
        }
        catch (IOException damage) when (!IndexStorageException.IsOfSystem(damage))
        {
            return false;
        }
    }

    /// <summary>Whether a first commit was not written to its end. It is empty, so that nothing is lost with it.</summary>
    private static bool IsCutShort(Lucene.Net.Store.Directory directory)
    {
        try
        {
            new SegmentInfos().Read(directory, FirstCommit);
            return false;
        }
        catch (EndOfStreamException)
        {
            using IndexInput file = directory.OpenInput(FirstCommit, IOContext.READ_ONCE);
            return file.Length < sizeof(int) || file.ReadInt32() == CodecUtil.CODEC_MAGIC;   // otherwise it is something else
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The files of a folder; none if it does not exist.</summary>
    public static string[] Files(Lucene.Net.Store.Directory directory)
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

    private static IndexInUseException InUse(string path, Exception? cause) =>
        new($"The index in {path} is in use by another process. Go through the running server with --url URL --key KEY, or stop it first.", cause);

    /// <summary>A file that Lucene wrote before a first commit that never came.</summary>
    private static bool IsLeftOver(string file) => file == IndexFileNames.SEGMENTS_GEN || file == FirstCommit || file.StartsWith('_') || file.StartsWith("pending_", StringComparison.Ordinal);
}
