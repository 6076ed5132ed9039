using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Reindexing;

namespace Search.Engine.Checking;

/// <summary>Looks at segments before they are used: not at all they hold, but at what can be seen at once.</summary>
internal static class SegmentHealth
{
    /// <summary>The damage that can be seen by the beginning and the end of each file.</summary>
    public static IReadOnlyList<IndexDamage> FindDamage(Lucene.Net.Store.Directory directory, SegmentInfos infos) =>
        [.. infos.Segments.Select(segment => FindDamage(directory, segment)).OfType<IndexDamage>()];

    /// <summary>Opens the segments that can be opened.</summary>
    /// <param name="directory">Where they are.</param>
    /// <param name="infos">All of them.</param>
    /// <param name="damage">What is wrong with the others.</param>
    public static List<SegmentReader> Open(Lucene.Net.Store.Directory directory, SegmentInfos infos, out IReadOnlyList<IndexDamage> damage)
    {
        var readers = new List<SegmentReader>();
        var found = new List<IndexDamage>();
        foreach (SegmentCommitInfo segment in infos.Segments)
        {
            if (FindDamage(directory, segment) is { } seen)
            {
                found.Add(seen);
                continue;
            }

            try
            {
                readers.Add(new SegmentReader(segment, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR, IOContext.READ));
            }
            catch (Exception failure) when (IsDamage(failure))
            {
                found.Add(Of(directory, segment, failure));
            }
        }

        damage = found;
        return readers;
    }

    /// <summary>Whether an exception means that what was read makes no sense, and not that it could not be read for now.</summary>
    public static bool IsDamage(Exception failure) => failure is not (OutOfMemoryException or OperationCanceledException or UnauthorizedAccessException)
        && !(failure is IOException io && Indexing.IndexStorageException.IsOfSystem(io));

    /// <summary>The damage of a segment.</summary>
    public static IndexDamage Of(Lucene.Net.Store.Directory directory, SegmentCommitInfo segment, Exception failure) => segment.Info.DocCount == LastCommit.UnknownCount
        ? new(segment.Info.Name, failure.Message, 0, [])
        : new(segment.Info.Name, failure.Message, segment.Info.DocCount - segment.DelCount, Ids(directory, segment));

    private static IndexDamage? FindDamage(Lucene.Net.Store.Directory directory, SegmentCommitInfo segment)
    {
        try
        {
            foreach (string file in segment.GetFiles())
            {
                if (file.EndsWith(".si", StringComparison.Ordinal))
                {
                    FileChecksum.Verify(directory, file);   // a few hundred bytes that all the others depend on
                }
                else
                {
                    FileChecksum.VerifyEnds(directory, file);
                }
            }

            return null;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return Of(directory, segment, failure);
        }
    }

    /// <summary>The ids in a damaged segment, from whatever of it can still be read.</summary>
    private static List<string> Ids(Lucene.Net.Store.Directory directory, SegmentCommitInfo segment)
    {
        try
        {
            using var reader = new SegmentReader(segment, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR, IOContext.READ_ONCE);
            return [.. StoredArticles.Ids(reader).OfType<string>()];
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return IdsFromValues(directory, segment);
        }
    }

    private static List<string> IdsFromValues(Lucene.Net.Store.Directory directory, SegmentCommitInfo segment)
    {
        try
        {
            using Lucene.Net.Store.Directory? compound = segment.Info.UseCompoundFile
                ? new CompoundFileDirectory(directory, IndexFileNames.SegmentFileName(segment.Info.Name, "", IndexFileNames.COMPOUND_FILE_EXTENSION), IOContext.READ_ONCE, openForWrite: false)
                : null;
            Lucene.Net.Store.Directory files = compound ?? directory;
            FieldInfos fields = segment.Info.Codec.FieldInfosFormat.FieldInfosReader.Read(files, segment.Info.Name, "", IOContext.READ_ONCE);
            using var values = segment.Info.Codec.DocValuesFormat.FieldsProducer(
                new SegmentReadState(files, segment.Info, fields, IOContext.READ_ONCE, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR));
            BinaryDocValues ids = values.GetBinary(fields.FieldInfo(ArticleSchema.Id));
            IBits? live = segment.HasDeletions ? segment.Info.Codec.LiveDocsFormat.ReadLiveDocs(directory, segment, IOContext.READ_ONCE) : null;
            var id = new BytesRef();
            var found = new List<string>();
            for (int document = 0; document < segment.Info.DocCount; document++)
            {
                if (live is null || live.Get(document))
                {
                    ids.Get(document, id);
                    found.Add(id.Utf8ToString());
                }
            }

            return found;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return [];
        }
    }
}
