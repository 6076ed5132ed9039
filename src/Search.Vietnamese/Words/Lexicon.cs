using System.Collections.Frozen;

namespace Search.Vietnamese.Words;

/// <summary>The words of a collection, of one to four syllables, each with its probability. Immutable; safe for any number of threads.</summary>
/// <remarks>
/// <para>Words are written as canonical syllables with one space between: <c>công đoàn</c>. Capitals play no part, so a text is segmented the
/// same however it is typed. It comes from <see cref="LexiconBuilder"/> or from a saved file.</para>
/// <para>In a search index words never stand for syllables; they weigh pairs of them (<see cref="PairWeight"/>) and feed suggestions.</para>
/// </remarks>
public sealed class Lexicon
{
    private const string Format = "lexicon";
    private const byte FormatVersion = 1;
    private const int LongestPair = (2 * LexiconBuilder.LongestSyllable) + 1;

    /// <summary>Probabilities are kept in steps of a 1024th of a nat, so that a saved lexicon is the one that was learned.</summary>
    private const double StepsPerNat = 1024;

    private readonly FrozenDictionary<string, int> _steps;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _stepsByWord;
    private readonly int _longestWord;

    internal Lexicon(IEnumerable<(string Word, double LogProbability)> words)
        : this(words.Select(word => KeyValuePair.Create(word.Word, (int)Math.Round(-word.LogProbability * StepsPerNat))))
    {
    }

    private Lexicon(IEnumerable<KeyValuePair<string, int>> steps)
    {
        _steps = steps.ToFrozenDictionary(StringComparer.Ordinal);
        _stepsByWord = _steps.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestWord = Math.Max(1, _steps.Keys.Select(SyllableCount).DefaultIfEmpty().Max());
    }

    /// <summary>A lexicon without words.</summary>
    public static Lexicon Empty { get; } = new(Array.Empty<(string, double)>());

    /// <summary>All words, single syllables among them, in no particular order.</summary>
    public IReadOnlyCollection<string> Words => _steps.Keys;

    /// <summary>Whether a word of one or more syllables is in the lexicon. Allocates nothing.</summary>
    /// <param name="word">Canonical syllables, one space between.</param>
    public bool Contains(ReadOnlySpan<char> word) => _stepsByWord.ContainsKey(word);

    /// <summary>Whether two syllables form a word. Allocates nothing.</summary>
    public bool Contains(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        int length = first.Length + 1 + second.Length;
        if (length > LongestPair)
        {
            return false;
        }

        Span<char> pair = stackalloc char[LongestPair];
        pair = pair[..length];
        first.CopyTo(pair);
        pair[first.Length] = ' ';
        second.CopyTo(pair[(first.Length + 1)..]);
        return _stepsByWord.ContainsKey(pair);
    }

    /// <summary>What a pair of adjacent syllables counts beside a single one: 1 if it is a word, else 0.5. Allocates nothing.</summary>
    public double PairWeight(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Contains(first, second) ? 1 : 0.5;

    /// <summary>The natural logarithm of a word's probability as the next word of a text, negative infinity if it is not in the lexicon.</summary>
    /// <remarks>A single syllable is discounted: its probability is multiplied by the share of its occurrences in which it is a word by itself.</remarks>
    /// <param name="word">Canonical syllables, one space between.</param>
    public double LogProbability(ReadOnlySpan<char> word) => _stepsByWord.TryGetValue(word, out int steps) ? -steps / StepsPerNat : double.NegativeInfinity;

    /// <summary>Cuts syllables into their most likely words. O(n).</summary>
    /// <param name="syllables">Canonical syllables with nothing but spaces between them in the text. What the lexicon does not know is a word by itself.</param>
    /// <returns>The number of syllables of each word, in their order.</returns>
    public IReadOnlyList<int> Segment(IReadOnlyList<string> syllables)
    {
        string text = string.Join(' ', syllables);
        var lattice = new WordLattice();
        lattice.Reset(syllables.Count);
        int from = 0;
        for (int start = 0; start < syllables.Count; start++)
        {
            lattice.Offer(start, 1, _stepsByWord.TryGetValue(syllables[start], out int alone) ? -alone / StepsPerNat : 0, 0);
            int to = from + syllables[start].Length;
            for (int length = 2; length <= _longestWord && start + length <= syllables.Count; length++)
            {
                to += 1 + syllables[start + length - 1].Length;
                if (_stepsByWord.TryGetValue(text.AsSpan(from..to), out int steps))
                {
                    lattice.Offer(start, length, -steps / StepsPerNat, 0);
                }
            }

            from += syllables[start].Length + 1;
        }

        var path = new List<WordLattice.Arc>();
        lattice.ReadPath(path);
        return [.. path.Select(arc => arc.Length)];
    }

    /// <summary>Writes the lexicon, about 9 bytes a word: sorted, each word as what it adds to the one before.</summary>
    /// <param name="stream">Written from its position on, and left open.</param>
    public void Save(Stream stream) => SealedForm.Write(stream, Format, FormatVersion, writer =>
    {
        writer.Write7BitEncodedInt(_steps.Count);
        string before = "";
        foreach ((string word, int steps) in _steps.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            int shared = word.AsSpan().CommonPrefixLength(before);
            shared -= shared > 0 && char.IsHighSurrogate(word[shared - 1]) ? 1 : 0;
            writer.Write7BitEncodedInt(shared);
            writer.Write(word[shared..]);
            writer.Write7BitEncodedInt(steps);
            before = word;
        }
    });

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Read from its position to the end of the saved form, and left open.</param>
    /// <exception cref="InvalidDataException">The stream holds something else, a version that this program does not know, or is damaged.</exception>
    public static Lexicon Load(Stream stream) => SealedForm.Read(stream, Format, FormatVersion, reader =>
    {
        var words = new List<KeyValuePair<string, int>>();
        string before = "";
        for (int count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            before = string.Concat(before.AsSpan(0, reader.Read7BitEncodedInt()), reader.ReadString());
            words.Add(KeyValuePair.Create(before, reader.Read7BitEncodedInt()));
        }

        return new Lexicon(words);
    });

    private static int SyllableCount(string word) => word.AsSpan().Count(' ') + 1;
}
