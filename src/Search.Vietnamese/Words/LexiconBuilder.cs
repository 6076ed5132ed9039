using System.Runtime.InteropServices;
using Search.Vietnamese.Tokens;

namespace Search.Vietnamese.Words;

/// <summary>Learns the words of a collection from its texts alone, with no dictionary and no segmented text.</summary>
/// <remarks>
/// <para>Texts are read as fragments of syllables (and foreign words), which cross no punctuation, number or composite. Pairs of syllables that are
/// seen often begin as words if their normalized pointwise mutual information (NPMI) is high. Then, in rounds, the text is cut into its
/// most likely words, and all counts are taken anew over words: a pair is a word if its cohesion suffices, which is NPMI with one change, that a
/// syllable counts for no more than the share of its occurrences in which it stands alone. (<i>công</i> and <i>nhân</i> are frequent, but alone they
/// are rare, so <i>công nhân</i> is a word.) At last, adjacent words that cohere and have many different neighbours on both sides become longer ones.</para>
/// <para>The same texts in the same order give the same lexicon. Not thread-safe.</para>
/// <para>Sources: Deligne and Bimbot, <i>Language modeling by variable length sequences: multigrams</i>, ICASSP 1995; Bouma, <i>Normalized (pointwise)
/// mutual information in collocation extraction</i>, GSCL 2009; Jin and Tanaka-Ishii, <i>Unsupervised segmentation of Chinese text by use of branching
/// entropy</i>, COLING/ACL 2006; Kudo, <i>Subword regularization</i>, ACL 2018 (pruning).</para>
/// <code>
/// var builder = new LexiconBuilder();
/// foreach (string text in texts)
/// {
///     builder.Add(text);
/// }
///
/// Lexicon lexicon = builder.Build();
/// bool isWord = lexicon.Contains("công", "đoàn");
/// </code>
/// </remarks>
public sealed class LexiconBuilder
{
    /// <summary>Longer words are no syllables and no names; they end a fragment.</summary>
    internal const int LongestSyllable = 32;

    /// <summary>Different syllables and foreign words; those that come when there are so many end a fragment.</summary>
    private const int MostSyllables = 1 << 20;

    private const int MostPairs = 1 << 22;

    /// <summary>NPMI of a pair that begins as a word; what is wrong among them goes in the rounds.</summary>
    private const double FirstCohesion = 0.35;

    private const int PairRounds = 6;
    private const int LongWordRounds = 2;

    private readonly LexiconOptions _options;
    private readonly VietnameseTokenScanner _scanner = new();
    private readonly FragmentStore _text;
    private readonly List<string> _syllables = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly List<int> _fragment = [];

    /// <summary>Begins with no text.</summary>
    public LexiconBuilder()
        : this(new LexiconOptions())
    {
    }

    /// <summary>Begins with no text.</summary>
    /// <param name="options">What is taken for a word, and the memory that may be used.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public LexiconBuilder(LexiconOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MinCohesion);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MinCohesionOfLongWords);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MinBranchingEntropy);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MostWords);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostTextBytes, LexiconOptions.FewestTextBytes);
        _options = options;
        _text = new(options.MostTextBytes);
        _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a text. Keeps its syllables in about 1.7 bytes each.</summary>
    public void Add(string text)
    {
        int end = 0;
        int compositeEnd = 0;
        _scanner.Reset(text.AsMemory());
        while (_scanner.MoveNext())
        {
            VietnameseToken token = _scanner.Current;
            if (token.Type == TokenType.Roman)
            {
                continue;
            }

            bool isPart = token.Start < compositeEnd;
            int number = !isPart && token.PositionCount == 1 && token.Type is TokenType.Syllable or TokenType.Word or TokenType.Acronym ? NumberOf(_scanner.Term) : -1;
            if (number < 0 || token.Break != TextBreak.None || !text.AsSpan(end, Math.Max(0, token.Start - end)).IsWhiteSpace())
            {
                EndFragment();
            }

            if (number >= 0)
            {
                _fragment.Add(number);
            }
            else
            {
                compositeEnd = Math.Max(compositeEnd, token.End);
            }

            end = Math.Max(end, token.End);
        }

        EndFragment();
    }

    /// <summary>Learns from the texts added so far; more may be added later.</summary>
    /// <returns>The words, and the syllables seen as often as a word must be.</returns>
    public Lexicon Build()
    {
        long[] counts = new long[_syllables.Count];
        var pairs = new PairCounts(MostPairs);
        foreach (ReadOnlyMemory<int> fragment in _text.Read())
        {
            Count(fragment.Span, counts, pairs);
        }

        var model = new MultigramModel(counts, pairs.AtLeast(_options.MinCount));
        Estimate(model, FirstCohesion);
        Repeat(PairRounds);
        var adjacent = new PairCounts(MostPairs);
        model.Segment(_text.Read(), adjacent);
        model.AddLongWords(adjacent.AtLeast(_options.MinCount));
        Estimate(model, _options.MinCohesion);
        model.Segment(_text.Read());
        model.RemoveFragments(_options.MinBranchingEntropy);
        Repeat(LongWordRounds);
        model.Prune(_options.MostWords);

        return new(model.Words
            .Where(word => word.Syllables.Length > 1 || counts[word.Syllables[0]] >= _options.MinCount)
            .Select(word => (string.Join(' ', word.Syllables.Select(syllable => _syllables[syllable])), word.LogProbability)));

        void Repeat(int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                model.Segment(_text.Read());
                Estimate(model, _options.MinCohesion);
            }
        }
    }

    private void Estimate(MultigramModel model, double minCohesion) => model.Estimate(_options.MinCount, minCohesion, _options.MinCohesionOfLongWords);

    private static void Count(ReadOnlySpan<int> fragment, long[] counts, PairCounts pairs)
    {
        for (int i = 0; i < fragment.Length; i++)
        {
            counts[fragment[i]]++;
            if (i > 0)
            {
                pairs.Add(fragment[i - 1], fragment[i]);
            }
        }
    }

    private void EndFragment()
    {
        if (_fragment.Count > 0)
        {
            _text.Add(CollectionsMarshal.AsSpan(_fragment));
            _fragment.Clear();
        }
    }

    private int NumberOf(ReadOnlySpan<char> term)
    {
        if (_numbersBySpan.TryGetValue(term, out int number))
        {
            return number;
        }

        if (term.Length > LongestSyllable || _syllables.Count == MostSyllables)
        {
            return -1;
        }

        _syllables.Add(term.ToString());
        _numbers.Add(_syllables[^1], _syllables.Count - 1);
        return _syllables.Count - 1;
    }
}
