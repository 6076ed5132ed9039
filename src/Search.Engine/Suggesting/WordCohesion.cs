using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Suggesting;

/// <summary>How much more often two words stand side by side in the collection than by chance.</summary>
/// <remarks>Normalized pointwise mutual information (Bouma, 2009).</remarks>
internal sealed class WordCohesion(IndexView view, TermDictionary terms)
{
    private readonly double _length = Math.Max(1, ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field))));

    /// <summary>1 for words that never stand apart, 0 for chance, -1 for words that are never side by side.</summary>
    public double Of(string first, string second) => Of(terms.Pair($"{first} {second}"), first, second);

    /// <inheritdoc cref="Of(string, string)"/>
    public double Of(DictionaryTerm pair, string first, string second)
    {
        double together = pair.TotalTermFreq / _length;
        double byChance = (terms.Token(first).TotalTermFreq / _length) * (terms.Token(second).TotalTermFreq / _length);
        return together == 0 ? -1 : together >= 1 ? 1 : Math.Log(together / byChance) / -Math.Log(together);
    }
}
