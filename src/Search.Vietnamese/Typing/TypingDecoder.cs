using System.Collections.Frozen;
using System.Text;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Typing;

/// <summary>Decides whether a query was typed without an input method (<c>ddoois ngoaij</c>), and decodes it if it was.</summary>
/// <remarks>
/// <para>A token is <i>typed</i> if it is the keys of a syllable and hardly anything else. A query without a typed token is left alone.
/// Otherwise the method with most typed tokens is the method of the query, and its typed tokens are decoded. Foreign words that are
/// keys by chance (<c>test</c>, <c>visa</c>) are decoded with them if the query has no other foreign words and none with marks.
/// Quotes, brackets and punctuation around a token stay.</para>
/// <para>How frequent words are in the collection decides better than these rules: what stands in the collection as it was typed (<c>Hari</c>,
/// <c>Masan</c>) is no keys by itself; keys in doubtful form (<c>gia1</c>) are, if they show a frequent word; and beside typed tokens the more frequent
/// of two readings wins, also of words that are no syllables (<c>Ddawsk</c>).</para>
/// <para>Thread-safe. Allocates only when it decodes. Source of the foreign words: a word list derived from SCOWL, and names.</para>
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
    }

    /// <summary>The query as it was meant, or <see langword="null"/> if it is left alone: nothing in it was decoded.</summary>
    /// <param name="query">What the user sent. O(n).</param>
    public DecodedQuery? DecodeQuery(string query) => Decode(query, null);

    /// <summary>As <see cref="DecodeQuery(string)"/>, with the words of the collection that is searched as further evidence.</summary>
    /// <param name="query">What the user sent. O(n).</param>
    /// <param name="frequency">Asked twice for each token that may be keys, and again when they are decoded; it should answer from memory.</param>
    public DecodedQuery? DecodeQuery(string query, DocumentFrequency frequency)
    {
        ArgumentNullException.ThrowIfNull(frequency);
        return Decode(query, frequency);
    }

    private DecodedQuery? Decode(string query, DocumentFrequency? frequency)
    {
        ArgumentNullException.ThrowIfNull(query);
        var reader = new QueryTokenReader(new TypingEvidence(_foreignWords, frequency));
        QueryTraits traits = QueryTraits.Of(query);
        bool isMixture = false;
        Span<int> strong = stackalloc int[MethodCount];
        strong.Clear();
        var tokens = new QueryTokens(query, joins: "");
        while (tokens.MoveNext())
        {
            QueryToken token = reader.Read(query, traits, tokens.Start, tokens.End, readsViqr: true);
            isMixture |= token.Class is TokenClass.Other or TokenClass.Vietnamese;
            strong[(int)token.Method] += token.Class == TokenClass.Strong ? 1 : 0;
        }

        TypingMethod winner = TypingMethod.Telex;
        for (var method = TypingMethod.Vni; method <= TypingMethod.Viqr; method++)
        {
            winner = strong[(int)method] > strong[(int)winner] ? method : winner;
        }

        return strong[(int)winner] == 0 ? null : Decode(query, reader, winner, traits, isMixture);
    }

    private static DecodedQuery Decode(string query, QueryTokenReader reader, TypingMethod winner, QueryTraits traits, bool isMixture)
    {
        var text = new StringBuilder(query.Length);
        var words = new List<TypedReading>();
        int copied = 0;
        var tokens = new QueryTokens(query, joins: winner == TypingMethod.Viqr ? "-/:" : "-/:.");
        while (tokens.MoveNext())
        {
            QueryToken token = reader.Read(query, traits, tokens.Start, tokens.End, readsViqr: winner == TypingMethod.Viqr);
            if (token.Method == winner && reader.Decodes(query, in token, isMixture))
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
