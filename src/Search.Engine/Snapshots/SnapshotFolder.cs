using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Search.Engine.Checking;
using Search.Engine.Indexing;

namespace Search.Engine.Snapshots;

/// <summary>A folder of snapshots of one index.</summary>
/// <remarks>
/// <para>What a snapshot has in common with the one before is linked to it, where the file system has links; what is new is copied from the index. Nothing is linked to the index:
/// a disk that spoils a file would spoil it in both.</para>
/// <para>A snapshot that is being made has another name until it is complete and durable. One process at a time makes snapshots in a folder; any number may read them.</para>
/// </remarks>
/// <param name="path">The folder; it is made with the first snapshot.</param>
public sealed class SnapshotFolder(string path)
{
    private const string NameFormat = "yyyyMMdd-HHmmss-fff";
    private const string Unfinished = "unfinished";

    /// <summary>Its path.</summary>
    public string Path => path;

    /// <summary>The snapshots, the newest first.</summary>
    public IReadOnlyList<Snapshot> List() => [.. Names().Select(name => Snapshot.Read(System.IO.Path.Combine(path, name), MadeAt(name)))];

    /// <summary>The newest snapshot that can be opened, or <see langword="null"/>.</summary>
    public Snapshot? Newest() => Newest(static _ => true);

    /// <summary>The newest snapshot that can be opened and whose commit is wanted, or <see langword="null"/>.</summary>
    internal Snapshot? Newest(Func<(string Schema, string Analyzer), bool> isWanted) => Names()
        .Select(name => Snapshot.Read(System.IO.Path.Combine(path, name), MadeAt(name)))
        .FirstOrDefault(snapshot => snapshot.Problem is null && isWanted((snapshot.Schema, snapshot.Analyzer)));

    /// <summary>Removes the snapshots that need not be kept any more. The newest that can be opened always stays.</summary>
    /// <param name="keep">How many stay at most, 1 or more.</param>
    /// <param name="age">How old they get; <see langword="null"/> for any age.</param>
    /// <param name="now">The time.</param>
    /// <returns>Their names.</returns>
    public IReadOnlyList<string> Retain(int keep, TimeSpan? age, DateTimeOffset now)
    {
        List<Snapshot> usable = [.. List().Where(static snapshot => snapshot.Problem is null)];   // one that is damaged may still hold what nothing else does
        List<string> removed = [.. usable.Where((snapshot, place) => place > 0 && (place >= keep || now - snapshot.Made > age)).Select(static snapshot => snapshot.Name)];
        foreach (string name in removed)
        {
            string folder = System.IO.Path.Combine(path, name);
            string going = System.IO.Path.Combine(path, Unfinished + "-" + name);   // half of it shall not be taken for a snapshot
            System.IO.Directory.Move(folder, going);
            System.IO.Directory.Delete(going, recursive: true);
        }

        return removed;
    }

    /// <summary>Makes a snapshot of a commit, whose files have to stay meanwhile. If nothing has changed since the newest one, that is it.</summary>
    /// <exception cref="SnapshotException">A file of the commit is damaged.</exception>
    /// <exception cref="FileNotFoundException">The commit is gone.</exception>
    internal Snapshot Make(IndexCommit commit, DateTimeOffset now, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        Snapshot? before = Newest();
        if (before is not null && before.Generation == CommitStamp.Generation(commit.UserData))
        {
            return before;
        }

        System.IO.Directory.CreateDirectory(path);
        foreach (string left in System.IO.Directory.EnumerateDirectories(path, Unfinished + "*"))
        {
            System.IO.Directory.Delete(left, recursive: true);
        }

        string unfinished = System.IO.Directory.CreateDirectory(System.IO.Path.Combine(path, Unfinished)).FullName;
        CopyFiles(commit, before, unfinished, progress, cancellation);
        DateTimeOffset made = Names().Select(MadeAt).Select(static earlier => earlier.AddMilliseconds(1)).Append(now.ToUniversalTime()).Max();   // also if the clock goes back
        string name = made.ToString(NameFormat, CultureInfo.InvariantCulture);
        string folder = System.IO.Path.Combine(path, name);
        DurableFolder.Sync(unfinished);
        System.IO.Directory.Move(unfinished, folder);
        DurableFolder.Sync(path);
        return Snapshot.Read(folder, MadeAt(name));
    }

    private static void CopyFiles(IndexCommit commit, Snapshot? before, string target, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, string> known = before is null ? new Dictionary<string, string>() : Sha256Sums.Read(before.Path);
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        long of = commit.FileNames.Sum(commit.Directory.FileLength);
        long done = 0;
        foreach (string name in commit.FileNames)
        {
            cancellation.ThrowIfCancellationRequested();
            string file = System.IO.Path.Combine(target, name);
            sums[name] = before is not null && known.TryGetValue(name, out string? sum) && IsSame(commit.Directory, before.Path, name) && HardLink.TryMake(System.IO.Path.Combine(before.Path, name), file)
                ? sum
                : CheckedCopy.Make(commit.Directory, name, file);
            done += commit.Directory.FileLength(name);
            progress?.Report(new(done, of));
        }

        Sha256Sums.Write(target, sums);
    }

    /// <summary>Whether a file of the index is one of an earlier snapshot: files are written once, but an index that was made anew has names that were used before.</summary>
    private static bool IsSame(Lucene.Net.Store.Directory directory, string snapshot, string name)
    {
        using Lucene.Net.Store.Directory earlier = Snapshot.OpenFiles(snapshot);
        using IndexInput here = directory.OpenInput(name, IOContext.READ_ONCE);
        using IndexInput there = earlier.OpenInput(name, IOContext.READ_ONCE);
        return here.Length == there.Length && FileChecksum.Stated(here) == FileChecksum.Stated(there);
    }

    private IEnumerable<string> Names() => !System.IO.Directory.Exists(path) ? [] : System.IO.Directory.EnumerateDirectories(path)
        .Select(static folder => System.IO.Path.GetFileName(folder))
        .Where(static name => TryReadName(name, out _))
        .OrderDescending(StringComparer.Ordinal);

    private static DateTimeOffset MadeAt(string name) => TryReadName(name, out DateTimeOffset made) ? made : default;

    private static bool TryReadName(string name, out DateTimeOffset made) =>
        DateTimeOffset.TryParseExact(name, NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out made);
}
