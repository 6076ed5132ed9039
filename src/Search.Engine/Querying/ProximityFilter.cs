using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>The articles in one field of which words stand as near to each other as a <see cref="Proximity"/> asks.</summary>
/// <remarks>Looks at articles one by one, in ascending order, so it only serves behind a query that finds those that have the words at all.</remarks>
internal sealed class ProximityFilter(Proximity proximity, CancellationToken cancellation) : Filter
{
    /// <summary>Those among the articles of a query.</summary>
    public Query Behind(Query query) => new FilteredQuery(query, this, FilteredQuery.QUERY_FIRST_FILTER_STRATEGY);

    /// <inheritdoc/>
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => new Documents(proximity, context, acceptDocs, cancellation);

    private sealed class Documents(Proximity proximity, AtomicReaderContext context, IBits? accepted, CancellationToken cancellation) : DocIdSet, IBits
    {
        private readonly List<Dictionary<Proximity.Leaf, SequencePostings>> _fields =
        [
            .. Enum.GetValues<TextField>().Select(field => proximity.Leaves.Where(leaf => leaf.Fields.Contains(field)).ToDictionary(
                leaf => leaf, leaf => new SequencePostings(leaf.Words, field, context))),
        ];

        public int Length => context.AtomicReader.MaxDoc;

        public override IBits Bits => this;

        public override DocIdSetIterator GetIterator() => throw new NotSupportedException("It only serves behind a query.");

        public bool Get(int index)
        {
            cancellation.ThrowIfCancellationRequested();
            return (accepted is null || accepted.Get(index)) && _fields.Exists(field => proximity.Find(
                leaf => field.TryGetValue(leaf, out SequencePostings? postings) ? postings.MatchesIn(index) : []).Count > 0);
        }
    }

    /// <summary>The postings of words side by side in one field of a segment.</summary>
    private sealed class SequencePostings(IReadOnlyList<Reading> words, TextField field, AtomicReaderContext segment)
    {
        private readonly DocsAndPositionsEnum[][] _words =
        [
            .. words.Select(word => word.All.SelectMany(each => each.Term.Occurrences)
                .Where(occurrence => occurrence.Leaf == segment.Ord && occurrence.Field == field)
                .Select(occurrence => occurrence.Positions(segment)).ToArray()),
        ];

        /// <summary>Where they stand in a document; to be asked in ascending order, once for each document.</summary>
        public IReadOnlyList<Proximity.Span> MatchesIn(int document)
        {
            List<int>[] places = [.. _words.Select(word => Places(word, document))];
            return
            [
                .. places[0].Where(first => Enumerable.Range(1, places.Length - 1).All(step => places[step].BinarySearch(first + step) >= 0))
                    .Select(first => new Proximity.Span(first, first + places.Length)),
            ];
        }

        private static List<int> Places(DocsAndPositionsEnum[] word, int document)
        {
            var places = new SortedSet<int>();
            foreach (DocsAndPositionsEnum postings in word)
            {
                if ((postings.DocID < document ? postings.Advance(document) : postings.DocID) == document)
                {
                    for (int i = postings.Freq; i > 0; i--)
                    {
                        places.Add(postings.NextPosition());
                    }
                }
            }

            return [.. places];
        }
    }
}
