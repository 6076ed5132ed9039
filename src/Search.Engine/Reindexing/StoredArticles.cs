using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Reindexing;

/// <summary>An article as it is stored.</summary>
/// <param name="Document">Its number in its segment.</param>
/// <param name="Article">The article.</param>
/// <param name="Made">The number of the write that made it; <see langword="null"/> in an index of a version without them.</param>
/// <param name="Written">The number of the last write; <see langword="null"/> likewise.</param>
internal sealed record StoredArticle(int Document, Article Article, long? Made, long? Written);

/// <summary>Reads the articles of a segment of whatever version: of its fields only the stored one and the indexed id are used, and the numbers of writes where there are any.</summary>
internal static class StoredArticles
{
    /// <summary>The live articles of a segment, in their order.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="damaged">Is told of each that cannot be read or is not as it was written, which is left out unless this throws.</param>
    public static IEnumerable<StoredArticle> Read(AtomicReader segment, Action<IndexDamagedException> damaged)
    {
        string?[] ids = Ids(segment);
        BinaryDocValues? hashes = segment.GetBinaryDocValues(ArticleSchema.ContentHash);
        NumericDocValues? made = segment.GetNumericDocValues(ArticleSchema.Made);
        NumericDocValues? written = segment.GetNumericDocValues(ArticleSchema.Written);
        for (int document = 0; document < ids.Length; document++)
        {
            if (ids[document] is not { } id)
            {
                continue;
            }

            Article article;
            try
            {
                article = ReadArticle(segment, document, id, hashes);
            }
            catch (IndexDamagedException damage)
            {
                damaged(damage);
                continue;
            }

            yield return new(document, article, made?.Get(document), written?.Get(document));
        }
    }

    /// <summary>An article of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="document">Its number there.</param>
    /// <param name="id">Its id, which its JSON may lack.</param>
    /// <param name="hashes">The hashes of the segment's articles; <see langword="null"/> if it has none.</param>
    /// <exception cref="IndexDamagedException">It cannot be read, or is not as it was written.</exception>
    public static Article ReadArticle(AtomicReader segment, int document, string id, BinaryDocValues? hashes)
    {
        Exception? cause = null;
        try
        {
            BytesRef json = segment.Document(document).GetBinaryValue(ArticleSchema.Json);
            if (ArticleJson.Read(json.Bytes.AsMemory(json.Offset, json.Length), id).Article is { } article && (hashes is null || ArticleSchema.HashOf(article).BytesEquals(Get(hashes, document))))
            {
                return article;
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)   // damaged bytes make the decompression fail in many ways
        {
            cause = failure;
        }

        throw new IndexDamagedException($"The article {id} is stored, but not as it was written. See what else is damaged with search check; search restore brings it back from a snapshot.", cause);
    }

    private static BytesRef Get(BinaryDocValues values, int document)
    {
        var value = new BytesRef();
        values.Get(document, value);
        return value;
    }

    /// <summary>The ids of the live documents, by document.</summary>
    public static string?[] Ids(AtomicReader segment)
    {
        var ids = new string?[segment.MaxDoc];
        TermsEnum? terms = segment.GetTerms(ArticleSchema.Id)?.GetEnumerator();
        DocsEnum? documents = null;
        while (terms?.MoveNext() == true)
        {
            documents = terms.Docs(segment.LiveDocs, documents, DocsFlags.NONE);
            while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                ids[document] = terms.Term.Utf8ToString();
            }
        }

        return ids;
    }
}
