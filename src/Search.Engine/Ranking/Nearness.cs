using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
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
    private readonly List<Occurrence>[] _fields = [.. Enum.GetValues<TextField>().Select(static _ => new List<Occurrence>())];
    private readonly int[] _next = new int[Enum.GetValues<TextField>().Length];
    private DocsAndPositionsEnum? _positions;
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
            int end = at;
            while (end < byDocument.Length && ranked[byDocument[end]].Document - leaf.DocBase < leaf.AtomicReader.MaxDoc)
            {
                end++;
            }

            int[] documents = [.. byDocument[at..end].Select(place => ranked[place].Document - leaf.DocBase)];
            Read(leaf, documents);
            for (int i = 0; i < documents.Length; i++, at++)
            {
                RankedDocument document = ranked[byDocument[at]];
                float nearness = ScoresOf(leaf, documents[i]).Sum(static pair => pair.Score);
                first[byDocument[at]] = document with { Score = document.Score + nearness, Nearness = nearness };
            }
        }

        return [.. first.OrderByDescending(static document => document.Score), .. ranked.Skip(first.Length)];   // stable: equal ones stay ordered by id
    }

    /// <summary>What each two words gave to the <see cref="RankedDocument.Nearness"/> of a document.</summary>
    public IReadOnlyList<NearScore> Explain(int document)
    {
        AtomicReaderContext leaf = view.Reader.Leaves[ReaderUtil.SubIndex(document, view.Reader.Leaves)];
        Read(leaf, [document - leaf.DocBase]);
        return ScoresOf(leaf, document - leaf.DocBase);
    }

    /// <summary>Reads where the words stand in some documents of a segment, one word after another.</summary>
    private void Read(AtomicReaderContext leaf, int[] documents)
    {
        foreach (List<Occurrence> field in _fields)
        {
            field.Clear();
        }

        for (int word = 0; word < words.Count; word++)
        {
            foreach (TermOccurrence occurrence in words[word].Terms.SelectMany(static each => each.Term.Occurrences))
            {
                if (occurrence.Leaf != leaf.Ord)
                {
                    continue;
                }

                _positions = occurrence.Positions(leaf, _positions);
                foreach (int document in documents)
                {
                    if (_positions.DocID < document && _positions.Advance(document) == DocIdSetIterator.NO_MORE_DOCS)
                    {
                        break;
                    }

                    for (int left = _positions.DocID == document ? _positions.Freq : 0; left > 0; left--)
                    {
                        _fields[(int)occurrence.Field].Add(new(document, _positions.NextPosition(), word));
                    }
                }
            }
        }

        foreach (List<Occurrence> field in _fields)
        {
            field.Sort();
        }

        Array.Clear(_next);
    }

    /// <summary>The scores of a document that was read; documents must be asked for in order.</summary>
    private List<NearScore> ScoresOf(AtomicReaderContext leaf, int document)
    {
        for (int field = 0; field < _fields.Length; field++)
        {
            int start = _next[field];
            while (_next[field] < _fields[field].Count && _fields[field][_next[field]].Document == document)
            {
                _next[field]++;
            }

            float worth = _inverseNorms[(TextField)field][view.Searcher.Lengths.Codes(leaf.Ord, (TextField)field)[document]];
            Count(CollectionsMarshal.AsSpan(_fields[field])[start.._next[field]], worth);
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
    private void Count(ReadOnlySpan<Occurrence> occurrences, float worth)
    {
        for (int i = 0; i < occurrences.Length; i++)
        {
            (_, int position, int word) = occurrences[i];
            for (int j = i + 1; j < occurrences.Length && occurrences[j].Position - position <= weights.NearWindow; j++)
            {
                int other = occurrences[j].Word;
                if (other == word || occurrences[j].Position == position)
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

    /// <summary>Where a word stands, in the order of documents and positions.</summary>
    private readonly record struct Occurrence(int Document, int Position, int Word) : IComparable<Occurrence>
    {
        public int CompareTo(Occurrence other) =>
            Document != other.Document ? Document.CompareTo(other.Document) : Position != other.Position ? Position.CompareTo(other.Position) : Word.CompareTo(other.Word);
    }
}
