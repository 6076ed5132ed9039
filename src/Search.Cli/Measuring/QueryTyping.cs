using System.Text;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Typing;
using Search.Vietnamese.Unicode;

namespace Search.Cli.Measuring;

/// <summary>Rewrites a query as readers type it.</summary>
internal static class QueryTyping
{
    public const string Marked = "marked";
    public const string Slip = "slip";

    private const string Unmarked = "unmarked";
    private const string Half = "half";
    private const string TelexKeys = "telex";

    /// <summary>The ways of typing.</summary>
    public static IReadOnlyList<string> Names { get; } = [Marked, Unmarked, Half, TelexKeys, Slip];

    /// <summary>A query as it comes out when typed in one of the ways.</summary>
    public static string Apply(string typing, string query) => typing switch
    {
        Marked => query,
        Unmarked => Strip(query),
        Half => string.Join(' ', query.Split(' ').Select(word => Hash(word) % 2 == 1 ? Strip(word) : word)),
        TelexKeys => Telex.Encode(query),
        Slip => TypingSlip.Apply(query, Hash(query)),
        _ => throw new ArgumentOutOfRangeException(nameof(typing), typing, "There is no such way of typing."),
    };

    /// <summary>Drops all marks and keeps the case.</summary>
    private static string Strip(string text)
    {
        string normalized = NormalizedText.Normalize(text);
        var stripped = new StringBuilder();
        foreach (char c in normalized)
        {
            string folded = DiacriticFolding.Fold(c.ToString());
            stripped.Append(char.IsUpper(c) ? folded.ToUpperInvariant() : folded);
        }

        return stripped.ToString();
    }

    /// <summary>FNV-1a, 32 bits, of the UTF-8 form.</summary>
    private static uint Hash(string word)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(word))
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }
}
