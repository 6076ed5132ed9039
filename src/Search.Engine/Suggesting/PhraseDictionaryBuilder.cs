using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Vietnamese.Words;

namespace Search.Engine.Suggesting;

/// <summary>Makes the <see cref="PhraseDictionary"/> of a commit from the phrases that its articles were indexed with.</summary>
internal sealed class PhraseDictionaryBuilder
{
    /// <summary>Phrases kept at most: those of most worth.</summary>
    public const int Capacity = 250_000;

    /// <summary>Phrases are told apart by their number of articles up to this.</summary>
    private const int MostCounted = 1024;

    /// <summary>How many old articles a new one counts for.</summary>
    private const float FreshWorth = 4;

    /// <summary>An article is half as new after so long.</summary>
    private static readonly TimeSpan FreshHalfLife = TimeSpan.FromDays(7);

    /// <summary>How many articles a tag counts for, which an editor chose: as many as a title.</summary>
    private const int TagWorth = ArticlePhrases.TitleWorth;

    /// <summary>A phrase of less than this share of the worth of one that continues it hardly ever stands alone.</summary>
    private const double LeastShare = 0.15;

    /// <summary>A phrase may begin or end with a stop word that belongs to its neighbour: <i>không khí</i> has 0.34, <i>của người</i> 0.19.</summary>
    private const double LeastCohesion = 0.25;

    private readonly IndexView _view;
    private readonly WordCohesion _cohesion;
    private readonly float[] _worths;
    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _belonging = new(StringComparer.Ordinal);

    private PhraseDictionaryBuilder(IndexView view)
    {
        _view = view;
        _cohesion = new WordCohesion(view, view.Dictionary);
        _worths = ArticleWorths(view);
    }

    private sealed class Candidate
    {
        public required string Canonical { get; init; }

        public required string Form { get; set; }

        public int FormArticles { get; set; }

        public int Articles { get; set; }

        public double Worth { get; set; }

        public double LongerWorth { get; set; }

        public bool IsTag { get; set; }
    }

    /// <summary>Makes the dictionary.</summary>
    public static PhraseDictionary Build(IndexView view, CancellationToken cancellation)
    {
        var builder = new PhraseDictionaryBuilder(view);
        builder.Read(ArticleSchema.Phrase, builder.FewestArticles(cancellation), isTag: false, cancellation);
        builder.Read(ArticleSchema.TagPhrase, fewestArticles: 1, isTag: true, cancellation);
        builder.CompareWithLonger();
        return new PhraseDictionary([.. builder._candidates.Values.Where(builder.IsKept)
            .OrderByDescending(candidate => candidate.Worth).Take(Capacity)
            .Select(candidate => new Phrase(candidate.Form, (float)candidate.Worth, candidate.Articles, candidate.IsTag))]);
    }

    /// <summary>What each article of the view counts: 1, and more while it is new.</summary>
    private static float[] ArticleWorths(IndexView view)
    {
        var worths = new float[view.Reader.MaxDoc];
        Array.Fill(worths, 1);
        var freshness = new Freshness(view, FreshHalfLife);
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            var dates = new ArticleDates(leaf.AtomicReader);
            for (int document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                worths[leaf.DocBase + document] += FreshWorth * (float)freshness.Of(dates[document]);
            }
        }

        return worths;
    }

    /// <summary>In how many articles a phrase must be, lest there be more than <see cref="Capacity"/>.</summary>
    private int FewestArticles(CancellationToken cancellation)
    {
        var counts = new int[MostCounted];
        foreach (TermsEnum terms in Terms(ArticleSchema.Phrase))
        {
            cancellation.ThrowIfCancellationRequested();
            counts[Math.Min(terms.DocFreq, MostCounted - 1)]++;
        }

        int fewest = MostCounted - 1;
        for (int kept = counts[fewest]; fewest > 1 && kept + counts[fewest - 1] <= Capacity; fewest--)
        {
            kept += counts[fewest - 1];
        }

        return fewest;
    }

    private IEnumerable<TermsEnum> Terms(string field)
    {
        TermsEnum? terms = MultiFields.GetTerms(_view.Reader, field)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            yield return terms;
        }
    }

    private void Read(string field, int fewestArticles, bool isTag, CancellationToken cancellation)
    {
        IBits? live = MultiFields.GetLiveDocs(_view.Reader);
        DocsEnum? documents = null;
        foreach (TermsEnum terms in Terms(field))
        {
            cancellation.ThrowIfCancellationRequested();
            if (terms.DocFreq < fewestArticles)
            {
                continue;
            }

            documents = terms.Docs(live, documents, DocsFlags.FREQS);
            int articles = 0;
            double worth = 0;
            while (documents.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                articles++;
                worth += _worths[document] * (isTag ? TagWorth : documents.Freq);
            }

            if (articles > 0)
            {
                Add(terms.Term.Utf8ToString(), articles, worth, isTag);
            }
        }
    }

    private void Add(string form, int articles, double worth, bool isTag)
    {
        string canonical = PhraseTerm.Canonical(form);
        if (!_candidates.TryGetValue(canonical, out Candidate? candidate))
        {
            _candidates.Add(canonical, candidate = new() { Canonical = canonical, Form = form });
        }

        candidate.Articles = isTag && !candidate.IsTag ? Math.Max(candidate.Articles, articles) : candidate.Articles + articles;
        candidate.Worth += worth;
        candidate.IsTag |= isTag;
        if (articles > candidate.FormArticles)
        {
            (candidate.Form, candidate.FormArticles) = (form, articles);
        }
    }

    private void CompareWithLonger()
    {
        var candidates = _candidates.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Candidate longer in _candidates.Values)
        {
            int first = longer.Canonical.IndexOf(' ', StringComparison.Ordinal);
            if (first > 0)
            {
                Compare(longer.Canonical.AsSpan(first + 1), longer.Worth);
                Compare(longer.Canonical.AsSpan(0, longer.Canonical.LastIndexOf(' ')), longer.Worth);
            }
        }

        void Compare(ReadOnlySpan<char> shorter, double worth)
        {
            if (candidates.TryGetValue(shorter, out Candidate? candidate))
            {
                candidate.LongerWorth = Math.Max(candidate.LongerWorth, worth);
            }
        }
    }

    private bool IsKept(Candidate candidate)
    {
        if (candidate.IsTag)
        {
            return true;
        }

        string[] words = candidate.Canonical.Split(' ');
        return candidate.Worth >= LeastShare * candidate.LongerWorth
            && words.Any(word => word.Any(char.IsLetter))
            && (words.Length == 1 || (Belongs(candidate, words[0], words[0], words[1]) && Belongs(candidate, words[^1], words[^2], words[^1])));
    }

    /// <summary>Whether the first or last word of a phrase belongs to it: no stop word, or one that makes a word with its neighbour.</summary>
    private bool Belongs(Candidate candidate, string border, string first, string second)
    {
        if (!StopWords.Contains(border))
        {
            return true;
        }

        string pair = $"{first} {second}";
        if (candidate.Articles > 1 && !_belonging.ContainsKey(pair))
        {
            _belonging.Add(pair, _cohesion.Of(first, second) >= LeastCohesion);
        }

        return _belonging.GetValueOrDefault(pair);
    }
}
