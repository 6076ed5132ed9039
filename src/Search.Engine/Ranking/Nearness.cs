using Lucene.Net.Index;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Ranking;

/// <summary>A word of a query that tells more where it stands near the others.</summary>
/// <param name="Token">The word.</param>
/// <param name="Rarity">Its inverse document frequency.</param>
/// <param name="Terms">The terms of the collection that it may stand for.</param>
internal sealed record NearWord(QueryToken Token, float Rarity, IReadOnlyList<WeightedTerm> Terms);

/// <summary>What two words near each other gave to the score of a document.</summary>
/// <param name="First">The word that comes first in the query.</param>
/// <param name="Second">The other.</param>
/// <param name="Occurrences">How often they stand near each other.</param>
/// <param name="Score">What that gave.</param>
/// <param name="Most">What it would give if they did any number of times.</param>
internal readonly record struct NearScore(QueryToken First, QueryToken Second, int Occurrences, float Score, float Most);

/// <summary>Lifts the best documents of a ranking by how often two words of the query stand near each other in them.</summary>
/// <remarks>
/// <para>To the score come, for any two words, <c>weight · mean rarity · tf · (k1 + 1) / (k1 + tf)</c>, where <c>tf</c> sums over the fields, normalized as the ranker
/// does, how often they stand in one window, in either order.</para>
/// <para>Positions are dear to read, and who has no evidence for the first places does not get there by nearness: so only the first
/// <see cref="RankingWeights.NearDepth"/> are read. As scores only grow, these stay before all others.</para>
/// </remarks>
internal sealed class Nearness(IndexView view, RankingWeights weights, IReadOnlyList<NearWord> words)
{
    private readonly InverseNorms _inverseNorms = new(view, weights);
    private readonly List<(int Position, int Word)> _occurrences = [];
    private readonly float[] _frequencies = new float[words.Count * words.Count];
    private readonly int[] _counts = new int[words.Count * words.Count];
    private readonly List<int> _touched = [];

    /// <summary>How many documents are to be ranked so that a number of them come out in their final order.</summary>
    public int DepthFor(int count) => words.Count < 2 || count == 0 ? count : Math.Max(count, weights.NearDepth);

    /// <summary>Orders the first documents anew.</summary>
    /// <param name="ranked">Best first, with all of the first <see cref="RankingWeights.NearDepth"/> that there are.</param>
    public IReadOnlyList<RankedDocument> Rerank(IReadOnlyList<RankedDocument> ranked)
    {
        if (words.Count < 2)
        {
            return ranked;
        }

        var first = new RankedDocument[Math.Min(ranked.Count, weights.NearDepth)];
        int[] byDocument = [.. Enumerable.Range(0, first.Length).OrderBy(i => ranked[i].Document)];
        IList<AtomicReaderContext> leaves = view.Reader.Leaves;
        for (int at = 0; at < byDocument.Length;)
        {
            AtomicReaderContext leaf = leaves[ReaderUtil.SubIndex(ranked[byDocument[at]].Document, leaves)];
            FieldPositions[] fields = Open(leaf);
            for (; at < byDocument.Length && ranked[byDocument[at]].Document - leaf.DocBase < leaf.AtomicReader.MaxDoc; at++)
            {
                RankedDocument document = ranked[byDocument[at]];
                float nearness = ScoresOf(document.Document - leaf.DocBase, fields).Sum(static pair => pair.Score);
                first[byDocument[at]] = document with { Score = document.Score + nearness, Nearness = nearness };
            }
        }

        return [.. first.OrderByDescending(static document => document.Score), .. ranked.Skip(first.Length)];   // stable: equal ones stay ordered by id
    }

    /// <summary>What each two words gave to the <see cref="RankedDocument.Nearness"/> of a document.</summary>
    public IReadOnlyList<NearScore> Explain(int document)
    {
        AtomicReaderContext leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        return ScoresOf(document - leaf.DocBase, Open(leaf));
    }

    private FieldPositions[] Open(AtomicReaderContext leaf) =>
    [
        .. Enum.GetValues<TextField>().Select(field => new FieldPositions(
            [
                .. words.SelectMany((word, number) => word.Terms.SelectMany(each => each.Term.Occurrences)
                    .Where(occurrence => occurrence.Leaf == leaf.Ord && occurrence.Field == field)
                    .Select(occurrence => (number, occurrence.SeekToken(leaf).DocsAndPositions(null, null, DocsAndPositionsFlags.NONE)))),
            ],
            view.Searcher.Lengths.Codes(leaf.Ord, field),
            _inverseNorms[field])),
    ];

    private List<NearScore> ScoresOf(int document, FieldPositions[] fields)
    {
        foreach (FieldPositions field in fields)
        {
            field.Read(document, _occurrences);
            Count(field.InverseNorms[field.LengthCodes[document]]);
        }

        var scores = new List<NearScore>();
        foreach (int pair in _touched)
        {
            (NearWord first, NearWord second) = (words[pair / words.Count], words[pair % words.Count]);
            float tf = _frequencies[pair];
            float most = weights.Near * (first.Rarity + second.Rarity) / 2 * (weights.K1 + 1);
            scores.Add(new(first.Token, second.Token, _counts[pair], most * tf / (weights.K1 + tf), most));
            (_frequencies[pair], _counts[pair]) = (0, 0);
        }

        _touched.Clear();
        return scores;
    }

    /// <summary>Counts the pairs of words in one window of the occurrences that were read.</summary>
    private void Count(float worth)
    {
        for (int i = 0; i < _occurrences.Count; i++)
        {
            (int position, int word) = _occurrences[i];
            for (int j = i + 1; j < _occurrences.Count && _occurrences[j].Position - position <= weights.NearWindow; j++)
            {
                int other = _occurrences[j].Word;
                if (other == word || _occurrences[j].Position == position)
                {
                    continue;
                }

                int pair = (Math.Min(word, other) * words.Count) + Math.Max(word, other);
                if (_frequencies[pair] == 0)
                {
                    _touched.Add(pair);
                }

                _frequencies[pair] += worth;
                _counts[pair]++;
            }
        }
    }

    /// <summary>The positions of all words in one field of a segment.</summary>
    private sealed record FieldPositions((int Word, DocsAndPositionsEnum Postings)[] Words, byte[] LengthCodes, float[] InverseNorms)
    {
        /// <summary>Reads where the words stand in a document, in order. Documents must be asked for in order.</summary>
        public void Read(int document, List<(int Position, int Word)> occurrences)
        {
            occurrences.Clear();
            foreach ((int word, DocsAndPositionsEnum postings) in Words)
            {
                if (postings.DocID < document)
                {
                    postings.Advance(document);
                }

                for (int left = postings.DocID == document ? postings.Freq : 0; left > 0; left--)
                {
                    occurrences.Add((postings.NextPosition(), word));
                }
            }

            occurrences.Sort();
        }
    }
}
