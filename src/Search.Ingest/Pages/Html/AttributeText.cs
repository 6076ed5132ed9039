using System.Net;
using System.Text.RegularExpressions;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Pages.Html;

/// <summary>Text that stands in an attribute or in JSON: often markup that was escaped once more.</summary>
internal static partial class AttributeText
{
    /// <summary>The text without tags, references replaced, white space single, repaired where it was read in a wrong encoding.</summary>
    public static string Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "";
        }

        string text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        return TextRepair.Repair(Spaces().Replace(text.Contains('<', StringComparison.Ordinal) ? Tag().Replace(text, " ") : text, " ").Trim()).Text;
    }

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
