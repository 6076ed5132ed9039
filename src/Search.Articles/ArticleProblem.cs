using System.Text;

namespace Search.Articles;

/// <summary>One reason why a JSON object is no article.</summary>
/// <param name="Field">The JSON field concerned, such as <c>date</c>; empty when it is the object as a whole.</param>
/// <param name="Message">One English sentence: what was found, and what was expected.</param>
public sealed record ArticleProblem(string Field, string Message)
{
    /// <summary>UTF-16 code units of a value that a message repeats.</summary>
    private const int LongestQuotation = 60;

    /// <summary>A value as a message shows it: in quotes, shortened, and safe to print whatever it holds.</summary>
    internal static string Quote(string value)
    {
        var quotation = new StringBuilder("\"");
        foreach (Rune rune in value.AsSpan(0, Math.Min(value.Length, LongestQuotation)).EnumerateRunes())
        {
            quotation.Append(Rune.IsControl(rune) ? Rune.ReplacementChar : rune);
        }

        return quotation.Append(value.Length > LongestQuotation ? "…\"" : "\"").ToString();
    }
}
