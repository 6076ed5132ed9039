using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Counting;

/// <summary>A word or phrase that is more frequent in some articles than elsewhere in the archive.</summary>
/// <param name="Text">As most of the articles write it.</param>
/// <param name="Words">How many syllables or other words it has; a phrase has more than one.</param>
/// <param name="Count">Articles among them that have it.</param>
/// <param name="Background">Articles of the whole archive that have it.</param>
/// <param name="Score">How far that is from chance: the log-likelihood ratio G² (Dunning, 1993) of articles with and without it; above 10.8 one in a thousand.</param>
public sealed record SignificantTerm(string Text, int Words, int Count, int Background, double Score);

/// <summary>The significant terms of a result.</summary>
/// <param name="Articles">Articles of the result.</param>
/// <param name="Archive">Articles of the whole archive.</param>
/// <param name="Terms">By descending score.</param>
public sealed record SignificantTerms(int Articles, int Archive, IReadOnlyList<SignificantTerm> Terms)
{
    /// <summary>Articles that are read for candidates, evenly spread over the result.</summary>
    private const int MostRead = 1000;

    /// <summary>Candidates whose articles are counted in the index.</summary>
    private const int MostCounted = 250;

    private const int LongestPhrase = 4;

    /// <summary>The share of its articles that a term must keep in a longer one to be left out for that.</summary>
    private const double Contained = 0.75;

    /// <summary>Finds the terms of documents of a view. What is read gives candidates only; their counts are exact.</summary>
    internal static SignificantTerms Of(IndexView view, FixedBitSet documents, int size, CancellationToken cancellation)
    {
        int articles = documents.Cardinality;
        int archive = view.Reader.NumDocs;
        var counter = new ArticleCounter(view, documents);
        List<SignificantTerm> terms =
        [
            .. Candidates(view, documents, articles, cancellation)
                .Select(candidate =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    (int count, int background) = counter.Count(candidate.Words);
                    return new SignificantTerm(candidate.Text, candidate.Words.Count, count, background, LogLikelihood(count, background, articles, archive));
                })
                .Where(term => term.Count > 1 && term.Score > 0)
                .OrderByDescending(term => term.Score).ThenByDescending(term => term.Words).ThenBy(term => term.Text, StringComparer.Ordinal),
        ];
        var chosen = new List<SignificantTerm>();
        foreach (SignificantTerm term in terms.Where(term => !terms.Any(other => IsPartOf(term, other))))
        {
            if (chosen.Count < size && !chosen.Any(other => Overlap(term, other)))
            {
                chosen.Add(term);
            }
        }

        return new(articles, archive, chosen);
    }

    /// <summary>G² where the term is more frequent among the articles than elsewhere; otherwise 0.</summary>
    internal static double LogLikelihood(int count, int background, int articles, int archive)
    {
        int elsewhere = background - count;
        int others = archive - articles;
        if (others == 0 || (double)count * others <= (double)elsewhere * articles)
        {
            return 0;
        }

        return 2 * (Term(count, background, articles) + Term(elsewhere, background, others)
            + Term(articles - count, archive - background, articles) + Term(others - elsewhere, archive - background, others));

        double Term(double observed, double row, double column) => observed <= 0 ? 0 : observed * Math.Log(observed * archive / (row * column));
    }

    private static bool IsPartOf(SignificantTerm term, SignificantTerm other) =>
        other.Words > term.Words && other.Count >= Contained * term.Count
        && $" {other.Text} ".Contains($" {term.Text} ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two phrases are most likely pieces of one longer phrase: the end of one is the beginning of the other, and about as many articles have them.</summary>
    private static bool Overlap(SignificantTerm term, SignificantTerm other)
    {
        string[] words = term.Text.Split(' ');
        string[] others = other.Text.Split(' ');
        return Math.Min(term.Count, other.Count) >= Contained * Math.Max(term.Count, other.Count) && (EndBegins(words, others) || EndBegins(others, words));

        static bool EndBegins(string[] first, string[] second) => Enumerable.Range(2, Math.Max(0, Math.Min(first.Length, second.Length) - 2))
            .Any(shared => first.TakeLast(shared).SequenceEqual(second.Take(shared), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Words and phrases that several of the articles have.</summary>
    private static IEnumerable<Candidate> Candidates(IndexView view, FixedBitSet documents, int articles, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        var tokens = new ArticleTokens();
        int step = Math.Max(1, articles / MostRead);
        int passed = 0;
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            foreach (int document in documents.In(leaf).Where(_ => passed++ % step == 0))
            {
                cancellation.ThrowIfCancellationRequested();
                tokens.Read(view.Article(leaf.DocBase + document));
                AddPhrases(tokens, found);
            }
        }

        return found.Values.Where(candidate => candidate.Articles > 1)
            .OrderByDescending(candidate => candidate.Worth).ThenBy(candidate => candidate.Text, StringComparer.Ordinal).Take(MostCounted);
    }

    private static void AddPhrases(ArticleTokens tokens, Dictionary<string, Candidate> found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int first = 0; first < tokens.Count; first++)
        {
            var words = new List<string>();
            for (int i = first; i < tokens.Count && words.Count < LongestPhrase && (i == first || tokens[i].Joint == ' '); i++)
            {
                words.Add(tokens.TermOf(tokens[i]));
                if (tokens.SaysLittle(tokens[first]) || tokens.SaysLittle(tokens[i]))
                {
                    continue;   // neither begins nor ends with what says little
                }

                string text = string.Join(' ', words);
                if (!found.TryGetValue(text, out Candidate? candidate))
                {
                    found.Add(text, candidate = new([.. words]));
                }

                candidate.Note(isNew: seen.Add(text), tokens, first);
            }
        }
    }

    private sealed class Candidate(IReadOnlyList<string> words)
    {
        private readonly int[] _capitals = new int[words.Count];
        private int _occurrences;

        public IReadOnlyList<string> Words => words;

        public int Articles { get; private set; }

        /// <summary>A guess at what counting will give: phrases are rarer elsewhere than their words.</summary>
        public double Worth => Articles * (1 + Math.Log2(words.Count));

        /// <summary>With a capital where most occurrences have one.</summary>
        public string Text => string.Join(' ', words.Select((word, i) => 2 * _capitals[i] > _occurrences ? char.ToUpperInvariant(word[0]) + word[1..] : word));

        public void Note(bool isNew, ArticleTokens tokens, int first)
        {
            Articles += isNew ? 1 : 0;
            _occurrences++;
            for (int i = 0; i < _capitals.Length; i++)
            {
                _capitals[i] += (int)(tokens[first + i].Capitals & 1);
            }
        }
    }

    /// <summary>Counts the articles that have words side by side, in the result and in the archive.</summary>
    private sealed class ArticleCounter(IndexView view, FixedBitSet documents)
    {
        private readonly FixedBitSet _having = new(view.Reader.MaxDoc);

        public (int Count, int Background) Count(IReadOnlyList<string> words)
        {
            _having.Clear(0, _having.Length);
            foreach (string field in ArticleSchema.TokenFields)
            {
                Weight weight = view.Searcher.CreateNormalizedWeight(QueryFor(field, words));
                foreach (AtomicReaderContext leaf in view.Reader.Leaves)
                {
                    if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is { } scorer)
                    {
                        for (int document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
                        {
                            _having.Set(leaf.DocBase + document);
                        }
                    }
                }
            }

            return ((int)FixedBitSet.IntersectionCount(_having, documents), _having.Cardinality);
        }

        private static Query QueryFor(string field, IReadOnlyList<string> words)
        {
            if (words.Count == 1)
            {
                return new TermQuery(new Term(field, FoldedOrder.Of(words[0])));
            }

            var phrase = new PhraseQuery();
            foreach (string word in words)
            {
                phrase.Add(new Term(field, FoldedOrder.Of(word)));
            }

            return phrase;
        }
    }
}
