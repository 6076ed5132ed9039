using Lucene.Net.Index;
using Search.Engine.Indexing;

namespace Search.Engine.Checking;

/// <summary>The segments of a commit that can be read, where others are damaged.</summary>
internal sealed class HealthyReader : DirectoryReader
{
    /// <summary>How often it begins again because another process has written on.</summary>
    private const int MostAttempts = 10;

    private readonly SegmentInfos _infos;

    private HealthyReader(Lucene.Net.Store.Directory directory, SegmentInfos infos, AtomicReader[] readers)
        : base(directory, readers) => _infos = infos;

    /// <inheritdoc/>
    public override long Version => _infos.Version;

    /// <inheritdoc/>
    public override IndexCommit IndexCommit => new Commit(Directory, _infos);

    /// <summary>Opens the last commit of a folder, or what of it can be read.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="damage">What is wrong with the rest.</param>
    public static DirectoryReader Open(Lucene.Net.Store.Directory directory, out IReadOnlyList<IndexDamage> damage)
    {
        for (int attempt = 1; ; attempt++)
        {
            SegmentInfos infos = LastCommit.Read(directory);
            if (TryOpenWhole(directory, infos) is { } whole)
            {
                damage = [];
                return whole;
            }

            List<SegmentReader> readers = SegmentHealth.Open(directory, infos, out damage);
            if (damage.Count == 0 || attempt == MostAttempts || SegmentInfos.GetLastCommitGeneration(directory) == infos.Generation)
            {
                return new HealthyReader(directory, infos, [.. readers]);
            }

            readers.ForEach(static reader => reader.Dispose());   // what seemed damaged may be a file that another process has merged away
        }
    }

    private static DirectoryReader? TryOpenWhole(Lucene.Net.Store.Directory directory, SegmentInfos infos)
    {
        try
        {
            return SegmentHealth.FindDamage(directory, infos).Count == 0 ? DirectoryReader.Open(directory) : null;
        }
        catch (Exception failure) when (SegmentHealth.IsDamage(failure))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override bool IsCurrent() => SegmentInfos.GetLastCommitGeneration(Directory) == _infos.Generation;

    /// <inheritdoc/>
    protected override DirectoryReader? DoOpenIfChanged() => null;

    /// <inheritdoc/>
    protected override DirectoryReader? DoOpenIfChanged(IndexCommit commit) => null;

    /// <inheritdoc/>
    protected override DirectoryReader? DoOpenIfChanged(IndexWriter writer, bool applyAllDeletes) => null;

    /// <inheritdoc/>
    protected override void DoClose()
    {
        foreach (IndexReader reader in GetSequentialSubReaders())
        {
            reader.DecRef();
        }
    }

    private sealed class Commit(Lucene.Net.Store.Directory directory, SegmentInfos infos) : IndexCommit
    {
        public override string SegmentsFileName => infos.GetSegmentsFileName();

        public override ICollection<string> FileNames => infos.GetFiles(directory, includeSegmentsFile: true);

        public override Lucene.Net.Store.Directory Directory => directory;

        public override bool IsDeleted => false;

        public override int SegmentCount => infos.Count;

        public override long Generation => infos.Generation;

        public override IDictionary<string, string> UserData => infos.UserData;

        public override void Delete() => throw new NotSupportedException();
    }
}

/// <summary>The readers of a folder that this process does not write, whether or not it is whole.</summary>
internal sealed class HealthySource
{
    private readonly Lucene.Net.Store.Directory _directory;
    private volatile IReadOnlyList<IndexDamage> _damage = [];

    /// <param name="directory">The folder.</param>
    public HealthySource(Lucene.Net.Store.Directory directory)
    {
        _directory = directory;
        Readers = new(Open, Reopen);
    }

    /// <summary>The readers.</summary>
    public ReaderSource Readers { get; }

    /// <summary>What is left out of the reader that was opened last.</summary>
    public IReadOnlyList<IndexDamage> Damage => _damage;

    private DirectoryReader Open()
    {
        DirectoryReader reader = HealthyReader.Open(_directory, out IReadOnlyList<IndexDamage> damage);
        _damage = damage;
        return reader;
    }

    /// <summary>Segments are shared with a reader that is whole; behind one that is not, all is opened anew.</summary>
    private DirectoryReader? Reopen(DirectoryReader reader)
    {
        if (reader.IsCurrent())
        {
            return null;
        }

        try
        {
            if (_damage.Count == 0)
            {
                return DirectoryReader.OpenIfChanged(reader);
            }
        }
        catch (Exception failure) when (SegmentHealth.IsDamage(failure))
        {
            // What of it can be read is opened below.
        }

        return Open();
    }
}
