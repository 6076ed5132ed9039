using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Search.Engine.Indexing;

/// <summary>Puts the segments of another folder in the place of all that an index has, by one commit: whoever reads the index sees the old state or the new one, whatever happens.</summary>
internal static class CommitSwitch
{
    /// <summary>Switches. When it fails, roll the writer back: the index is as it was.</summary>
    /// <param name="writer">The writer of the index; nothing is written through it meanwhile.</param>
    /// <param name="source">The other folder, which nobody writes.</param>
    /// <param name="commitData">What the commit says of itself.</param>
    public static void Run(IndexWriter writer, Lucene.Net.Store.Directory source, IDictionary<string, string> commitData)
    {
        writer.DeleteAll();
        writer.AddIndexes(source);
        writer.SetCommitData(commitData);
        writer.Commit();
    }

    /// <summary>The settings of a writer that only switches.</summary>
    public static IndexWriterConfig Settings => new(Lucene.Net.Util.LuceneVersion.LUCENE_48, analyzer: null)
    {
        MergePolicy = NoMergePolicy.COMPOUND_FILES,
        WriteLockTimeout = 0,
    };
}

/// <summary>A folder whose files are linked into another one of the same file system rather than copied, where that is possible. For files that nobody changes any more.</summary>
/// <param name="inner">Its files.</param>
/// <param name="folder">Its path.</param>
internal sealed class LinkedDirectory(Lucene.Net.Store.Directory inner, string folder) : FilterDirectory(inner)
{
    /// <inheritdoc/>
    public override void Copy(Lucene.Net.Store.Directory to, string src, string dest, IOContext context)
    {
        if (to is not FSDirectory target || !HardLink.TryMake(Path.Combine(folder, src), Path.Combine(target.Directory.FullName, dest)))
        {
            base.Copy(to, src, dest, context);
        }
    }
}
