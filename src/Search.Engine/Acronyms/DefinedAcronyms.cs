using System.Globalization;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Engine.Articles;
using Search.Vietnamese.Words;

namespace Search.Engine.Acronyms;

/// <summary>What the acronyms of a view stand for, by the articles that say it; a deleted one counts until its segment is merged.</summary>
/// <remarks>Each segment is read once, and shared by all views that have it. Thread-safe.</remarks>
internal static class DefinedAcronyms
{
    private static readonly ConditionalWeakTable<object, AcronymEvidence> Segments = [];

    /// <summary>The acronyms of a view.</summary>
    public static AcronymDictionary Of(IndexReader reader)
    {
        var evidence = new AcronymEvidence();
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            evidence.Merge(Segments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => Read(leaf.AtomicReader)));
        }

        return evidence.ToDictionary();
    }

    private static AcronymEvidence Read(AtomicReader segment)
    {
        var evidence = new AcronymEvidence();
        string segmentName = RuntimeHelpers.GetHashCode(segment.CoreCacheKey).ToString(CultureInfo.InvariantCulture);
        TermsEnum? terms = segment.GetTerms(ArticleSchema.Definition)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            (AcronymDefinition definition, string source) = DefinitionTerm.Read(terms.Term.Utf8ToString());
            DocsEnum documents = terms.Docs(null, null, DocsFlags.NONE);
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                evidence.Add($"{segmentName}/{documents.DocID}", source, definition);
            }
        }

        return evidence;
    }
}
