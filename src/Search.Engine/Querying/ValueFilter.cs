using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Engine.Querying;

/// <summary>The articles with a value that a pattern stands for.</summary>
/// <param name="field">The field of the index.</param>
/// <param name="pattern">The form of <see cref="Wildcards"/>, canonical.</param>
/// <param name="cancellation">Stops the look through the values.</param>
internal sealed class ValueFilter(string field, string pattern, CancellationToken cancellation) : Filter
{
    /// <inheritdoc/>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var documents = new FixedBitSet(Math.Max(1, context.AtomicReader.MaxDoc));
        var prefix = new BytesRef(Wildcards.Prefix(pattern));
        TermsEnum? values = context.AtomicReader.GetTerms(field)?.GetEnumerator();
        bool has = values is not null && values.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (has && StringHelper.StartsWith(values!.Term, prefix))   // there is a value, so there are values
        {
            cancellation.ThrowIfCancellationRequested();
            if (Wildcards.Matches(pattern, values.Term.Utf8ToString(), static (typed, letter) => typed == letter))
            {
                documents.Or(values.Docs(acceptDocs, null, DocsFlags.NONE));
            }

            has = values.MoveNext();
        }

        return documents;
    }
}
