using System.Collections.Frozen;
using System.Text;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Typing;

/// <summary>Decides whether a query was typed without an input method (<c>ddoois ngoaij</c>), and decodes it if it was.</summary>
/// <remarks>
/// <para>A token is <i>typed</i> if it is the keys of a syllable and hardly anything else. A query without a typed token is left alone.
/// Otherwise the method with most typed tokens is the method of the query, and its typed tokens are decoded. Foreign words that are
/// keys by chance (<c>test</c>, <c>visa</c>) are decoded with them if the query has no other foreign words and none with marks, or, better,
/// if the collection knows what they give and hardly knows them: see <see cref="Frequency"/>. Quotes, brackets and punctuation around a token stay.</para>
/// <para>Thread-safe, if <see cref="Frequency"/> is. Allocates only when it decodes. Source of the foreign words: a word list derived
/// from SCOWL, and names.</para>
/// <code>
/// var decoder = new TypingDecoder();
/// if (decoder.DecodeQuery("samsung ddieenj thoaij") is { } decoded)
/// {
///     Console.WriteLine($"{decoded.Method}: {decoded.Text}");   // Telex: samsung điện thoại
/// }
/// </code>
/// </remarks>
public sealed class TypingDecoder
{
    private const int MethodCount = (int)TypingMethod.Viqr + 1;

    private static readonly FrozenSet<string> Collisions =
        EmbeddedTable.Rows("telex-english-collisions.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _foreignWords;
    private readonly DocumentFrequency? _frequency;
    private QueryTokenReader _reader;

    /// <summary>A decoder that knows the common foreign words.</summary>
    public TypingDecoder()
        : this([])
    {
    }

    /// <summary>A decoder that knows more foreign words.</summary>
    /// <param name="foreignWords">Names and words that are keys of a syllable by chance, in either case.</param>
    public TypingDecoder(IEnumerable<string> foreignWords)
    {
        ArgumentNullException.ThrowIfNull(foreignWords);
        string[] more = [.. foreignWords.Select(word => word.ToLowerInvariant())];
        _foreignWords = more.Length == 0 ? Collisions : Collisions.Concat(more).ToFrozenSet(StringComparer.Ordinal);
        _reader = new QueryTokenReader(new TypingEvidence(_foreignWords, null));
    }

    /// <summary>How often words occur in the collection that is searched; <see langword="null"/> if it is not known.</summary>
    /// <value>With it, the names of the collection (<c>Hari</c>, <c>Masan</c>) need not be listed, keys that show no word of the collection
    /// decide nothing, and beside typed tokens the more frequent of two readings wins, also for words that are no syllables (<c>Ddawsk</c>).
    /// It is asked twice for each token that may be keys, and should answer from memory. Default <see langword="null"/>.</value>
    public DocumentFrequency? Frequency
    {
        get => _frequency;
        init
        {
            _frequency = value;
            _reader = new QueryTokenReader(new TypingEvidence(_foreignWords, value));
        }
    }

    /// <summary>The query as it was meant, or <see langword="null"/> if it is left alone: nothing in it was decoded.</summary>
    /// <param name="query">What the user sent. O(n).</param>
    public DecodedQuery? DecodeQuery(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryTraits traits = QueryTraits.Of(query);
        bool isMixture = false;
        Span<int> strong = stackalloc int[MethodCount];
        strong.Clear();
        var tokens = new QueryTokens(query, cutsCompounds: false);
        while (tokens.MoveNext())
        {
            QueryToken token = _reader.Read(query, traits, tokens.Start, tokens.End, readsViqr: true);
            isMixture |= token.Class is TokenClass.Other or TokenClass.Vietnamese;
            strong[(int)token.Method] += token.Class == TokenClass.Strong ? 1 : 0;
        }

        TypingMethod winner = TypingMethod.Telex;
        for (var method = TypingMethod.Vni; method <= TypingMethod.Viqr; method++)
        {
            winner = strong[(int)method] > strong[(int)winner] ? method : winner;
        }

        return strong[(int)winner] == 0 ? null : Decode(query, winner, traits, isMixture);
    }

    private DecodedQuery Decode(string query, TypingMethod winner, QueryTraits traits, bool isMixture)
    {
        var text = new StringBuilder(query.Length);
        var words = new List<TypedReading>();
        int copied = 0;
        var tokens = new QueryTokens(query, cutsCompounds: true);
        while (tokens.MoveNext())
        {
            QueryToken token = _reader.Read(query, traits, tokens.Start, tokens.End, readsViqr: winner == TypingMethod.Viqr);
            if (token.Method == winner && _reader.Decodes(query, in token, isMixture))
            {
                LetterBuffer word = token.Word;
                text.Append(query, copied, token.Start - copied).Append(word.Text);
                words.Add(new TypedReading(word.Text.ToString(), token.Start, token.End));
                copied = token.End;
            }
        }

        text.Append(query, copied, query.Length - copied);
        return new DecodedQuery(winner, text.ToString(), words, Join(query, words));
    }

    /// <summary>Joins words that only white space separates.</summary>
    private static List<TypedReading> Join(string query, List<TypedReading> words)
    {
        var readings = new List<TypedReading>();
        foreach (TypedReading word in words)
        {
            if (readings is [.., var last] && query.AsSpan(last.End, word.Start - last.End) is var between && between.IsWhiteSpace())
            {
                readings[^1] = new TypedReading($"{last.Text}{between}{word.Text}", last.Start, word.End);
            }
            else
            {
                readings.Add(word);
            }
        }

        return readings;
    }
}
