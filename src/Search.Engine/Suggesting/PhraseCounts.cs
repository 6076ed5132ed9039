using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;

namespace Search.Engine.Suggesting;

/// <summary>Counts the articles that have a phrase, by the pairs of adjacent words that they are indexed with.</summary>
internal sealed class PhraseCounts(IndexView view, TermDictionary terms)
{
    /// <summary>A phrase of the collection is in so many articles.</summary>
    public const int FewestArticles = 2;

    /// <summary>Articles counted at most.</summary>
    public const int MostArticles = 100;

    /// <summary>Articles read in vain for one that has the pairs of a phrase side by side.</summary>
    private const int MostReadInVain = 8;

    private List<int> _ends = [];
    private List<int> _lastEnds = [];

    /// <summary>The articles that have all pairs of a phrase in one field, if the phrase itself is in <see cref="FewestArticles"/>; otherwise 0.</summary>
    /// <param name="words">Canonical; at least one.</param>
    public int Articles(IReadOnlyList<string> words)
    {
        if (words.Count == 1)
        {
            return terms.Token(words[0]).DocFreq is var documents and >= FewestArticles ? (int)Math.Min(MostArticles, documents) : 0;
        }

        List<DictionaryTerm> pairs = [.. words.Zip(words.Skip(1)).Select(pair => terms.Pair($"{pair.First} {pair.Second}"))];
        int articles = 0;
        int proven = 0;
        int inVain = 0;
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            var counted = new HashSet<int>();
            foreach (TextField field in Enum.GetValues<TextField>())
            {
                DocsAndPositionsEnum[]? positions = null;
                foreach (int document in WithAll(pairs, leaf, field).Where(counted.Add))
                {
                    if (proven < FewestArticles)
                    {
                        positions ??= words.Count == 2 ? [] : [.. words.Select(word => PositionsOf(word, leaf, field))];
                        bool isProof = AreInSequence(positions, document);
                        proven += isProof ? 1 : 0;
                        inVain += isProof ? 0 : 1;
                    }

                    if (inVain == MostReadInVain)
                    {
                        return 0;
                    }

                    if (articles + counted.Count == MostArticles)
                    {
                        return MostArticles;
                    }
                }
            }

            articles += counted.Count;
        }

        return proven < FewestArticles ? 0 : articles;
    }

    /// <summary>The documents of a segment that have all pairs in a field.</summary>
    private static IEnumerable<int> WithAll(List<DictionaryTerm> pairs, AtomicReaderContext leaf, TextField field)
    {
        List<TermOccurrence> here = [.. pairs.SelectMany(pair => pair.Occurrences).Where(each => each.Leaf == leaf.Ord && each.Field == field)];
        if (here.Count < pairs.Count)
        {
            yield break;
        }

        TermsEnum enumerator = leaf.AtomicReader.GetTerms(ArticleSchema.PairFields[(int)field]).GetEnumerator();   // the pairs are in it
        DocsEnum[] postings = [.. here.Select(pair =>
        {
            enumerator.SeekExact(pair.Form, pair.State);
            return enumerator.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE);
        })];
        Array.Sort(postings, static (x, y) => x.GetCost().CompareTo(y.GetCost()));   // the rarest pair leads
        int document = postings[0].NextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS)
        {
            int next = document;
            for (int i = 1; i < postings.Length && next == document; i++)
            {
                next = postings[i].DocID < document ? postings[i].Advance(document) : postings[i].DocID;
            }

            if (next == document)
            {
                yield return document;
                document = postings[0].NextDoc();
            }
            else
            {
                document = next == DocIdSetIterator.NO_MORE_DOCS ? next : postings[0].Advance(next);
            }
        }
    }

    private static DocsAndPositionsEnum PositionsOf(string word, AtomicReaderContext leaf, TextField field)
    {
        TermsEnum tokens = leaf.AtomicReader.GetTerms(ArticleSchema.TokenFields[(int)field]).GetEnumerator();   // a pair of the word is in the segment
        tokens.SeekExact(new BytesRef(FoldedOrder.Of(word)));
        return tokens.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
    }

    /// <summary>Whether a document has the words side by side. All of them are in it.</summary>
    private bool AreInSequence(DocsAndPositionsEnum[] words, int document)
    {
        for (int word = 0; word < words.Length; word++)
        {
            DocsAndPositionsEnum positions = words[word];
            if (positions.DocID < document)
            {
                positions.Advance(document);
            }

            Follow(positions, isFirst: word == 0);
            if (_ends.Count == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Keeps the places where a word ends what the words before it have begun.</summary>
    private void Follow(DocsAndPositionsEnum word, bool isFirst)
    {
        (_ends, _lastEnds) = (_lastEnds, _ends);
        _ends.Clear();
        int next = 0;
        for (int i = word.Freq; i > 0; i--)
        {
            int position = word.NextPosition();
            while (!isFirst && next < _lastEnds.Count && _lastEnds[next] < position - 1)
            {
                next++;
            }

            if (isFirst || (next < _lastEnds.Count && _lastEnds[next] == position - 1))
            {
                _ends.Add(position);
            }
        }
    }
}
