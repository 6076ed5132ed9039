using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Watching;

/// <summary>The articles that were written behind a place. Segments that are older than it are not looked into.</summary>
/// <param name="position">The number of a write.</param>
internal sealed class WrittenSince(long position) : Filter
{
    /// <summary>The last number in each segment.</summary>
    private static readonly ConditionalWeakTable<object, StrongBox<long>> LastOfSegments = [];

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        AtomicReader reader = context.AtomicReader;
        NumericDocValues written = reader.GetNumericDocValues(ArticleSchema.Written);
        if (LastOfSegments.GetValue(reader.CoreCacheKey, _ => new(Last(written, reader.MaxDoc))).Value <= position)
        {
            return null;
        }

        var documents = new FixedBitSet(reader.MaxDoc);
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            if (written.Get(document) > position && (acceptDocs is null || acceptDocs.Get(document)))
            {
                documents.Set(document);
            }
        }

        return documents;
    }

    private static long Last(NumericDocValues written, int maxDocument)
    {
        long last = 0;
        for (int document = 0; document < maxDocument; document++)
        {
            last = Math.Max(last, written.Get(document));
        }

        return last;
    }
}
