using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Inverting;

namespace Search.Engine.Checking;

/// <summary>Looks up what the texts of articles give, term by term. Not thread-safe.</summary>
internal sealed class TermSample
{
    private readonly ArticleAnalysis _analysis = new();

    /// <summary>How many articles were looked up.</summary>
    public int Count { get; private set; }

    /// <summary>Looks up an article.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="document">Its number there.</param>
    /// <param name="article">As it is stored.</param>
    /// <exception cref="CorruptIndexException">A term is missing, or is there another number of times.</exception>
    public void Check(AtomicReader segment, int document, Article article)
    {
        var words = new TermNumbers();
        _analysis.Read(article);
        ReadOnlySpan<int> numbers = _analysis.Tokens.NumbersIn(words);
        for (int field = 0; field < ArticleSchema.TokenFields.Count; field++)
        {
            var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (FieldTerm term in _analysis.Tokens.Field((TextField)field))
            {
                string form = WellFormed(FoldedOrder.Of(words[numbers[term.Term]]));
                frequencies[form] = frequencies.GetValueOrDefault(form) + 1;
            }

            Check(segment, document, article.Id, ArticleSchema.TokenFields[field], frequencies);
        }

        Count++;
    }

    /// <summary>What the index makes of a broken character.</summary>
    private static string WellFormed(string form) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(form));

    private static void Check(AtomicReader segment, int document, string id, string field, Dictionary<string, int> frequencies)
    {
        if (frequencies.Count == 0)
        {
            return;
        }

        TermsEnum? terms = segment.GetTerms(field)?.GetEnumerator();
        foreach ((string form, int frequency) in frequencies)
        {
            DocsEnum? documents = terms?.SeekExact(new BytesRef(Encoding.UTF8.GetBytes(form))) == true ? terms.Docs(null, null, DocsFlags.FREQS) : null;
            if (documents is null || documents.Advance(document) != document || documents.Freq != frequency)
            {
                throw new CorruptIndexException($"The index does not have the terms of the article {id}: a term of its {field} is missing or counted wrongly.");
            }
        }
    }
}
