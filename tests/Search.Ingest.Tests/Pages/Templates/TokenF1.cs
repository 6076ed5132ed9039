using System.Text.RegularExpressions;
using Search.Vietnamese.Unicode;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>How well extracted text agrees with what a reader would copy: the harmonic mean of precision and recall over words.</summary>
internal static partial class TokenF1
{
    /// <summary>0 to 1. Words are runs of letters, marks and digits, small, with their number of occurrences.</summary>
    public static double Of(string extracted, string expected)
    {
        List<string> found = Words(extracted);
        List<string> wanted = Words(expected);
        Dictionary<string, int> left = wanted.CountBy(static word => word).ToDictionary(StringComparer.Ordinal);
        int common = found.Count(word => left.TryGetValue(word, out int count) && (left[word] = count - 1) >= 0);
        return found.Count + wanted.Count == 0 ? 1 : 2.0 * common / (found.Count + wanted.Count);
    }

    private static List<string> Words(string text) => [.. Word().Matches(NormalizedText.Normalize(text).ToLowerInvariant()).Select(static match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
