using Search.Vietnamese.Typing;

namespace Search.Engine.Querying;

/// <summary>A query string, decoded if it was typed without an input method.</summary>
internal sealed class TypedQuery
{
    private static readonly TypingDecoder Decoder = new();

    private readonly IReadOnlyList<TypedReading> _words;

    private TypedQuery(string sent, string text, IReadOnlyList<TypedReading> words, IReadOnlyList<QueryReading> readings)
    {
        Sent = sent;
        Text = text;
        _words = words;
        Readings = readings;
    }

    /// <summary>The query as it was sent.</summary>
    public string Sent { get; }

    /// <summary>The query to search for.</summary>
    public string Text { get; }

    /// <summary>What was decoded.</summary>
    public IReadOnlyList<QueryReading> Readings { get; }

    /// <summary>A query that is searched as it was sent.</summary>
    public static TypedQuery AsSent(string sent) => new(sent, sent, [], []);

    /// <summary>Decodes a query whose words are keys rather than words of the collection.</summary>
    /// <param name="sent">The query.</param>
    /// <param name="dictionary">The words of the collection.</param>
    /// <param name="documents">How many articles the collection has.</param>
    public static TypedQuery Decode(string sent, TermDictionary dictionary, int documents)
    {
        DocumentFrequency frequency = word => Math.Min(1, dictionary.Token(word.ToString()).DocFreq / (double)Math.Max(1, documents));
        if (Decoder.DecodeQuery(sent, frequency) is not { } decoded)
        {
            return AsSent(sent);
        }

        QueryReadingKind kind = decoded.Method switch
        {
            TypingMethod.Vni => QueryReadingKind.Vni,
            TypingMethod.Viqr => QueryReadingKind.Viqr,
            _ => QueryReadingKind.Telex,
        };
        return new(sent, decoded.Text, decoded.Words, [.. decoded.Readings.Select(reading => new QueryReading(kind, reading.Text, reading.Start, reading.End, IsReplaced: true))]);
    }

    /// <summary>The offset in the query as sent that belongs to one in <see cref="Text"/>; the start of a decoded word for one inside it.</summary>
    public int SentOffset(int offset)
    {
        int shift = 0;   // of Text against the query as sent
        foreach (TypedReading word in _words)
        {
            int start = word.Start + shift;
            if (offset <= start)
            {
                break;
            }

            if (offset < start + word.Text.Length)
            {
                return word.Start;
            }

            shift += word.Text.Length - (word.End - word.Start);
        }

        return offset - shift;
    }
}
