using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>The articles that have a word in one of its readings.</summary>
internal sealed class TermFilter(Reading word, TextFields fields) : Filter
{
    /// <inheritdoc/>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var documents = new FixedBitSet(Math.Max(1, context.AtomicReader.MaxDoc));
        foreach (TermOccurrence occurrence in word.All.SelectMany(each => each.Term.Occurrences))
        {
            if (occurrence.Leaf == context.Ord && fields.Contains(occurrence.Field))
            {
                documents.Or(occurrence.Documents(context, isPair: false, acceptDocs));
            }
        }

        return documents;
    }
}
