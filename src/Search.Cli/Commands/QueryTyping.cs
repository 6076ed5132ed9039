using System.Text;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Unicode;

namespace Search.Cli.Commands;

/// <summary>Rewrites a query as readers type it.</summary>
internal static class QueryTyping
{
    public static string Apply(string typing, string query) => typing switch
    {
        "marked" => query,
        "unmarked" => Strip(query),
        "half" => string.Join(' ', query.Split(' ').Select(word => Hash(word) % 2 == 1 ? Strip(word) : word)),
        _ => throw new ArgumentOutOfRangeException(nameof(typing)),
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
