using System.Net;
using System.Text.RegularExpressions;

namespace Search.Ingest.Feeds;

/// <summary>The text of a short piece of HTML, as feeds carry it: a paragraph a line, without tags.</summary>
internal static partial class MarkupText
{
    /// <summary>Takes the text out.</summary>
    public static string Of(string markup)
    {
        string lines = Tag().Replace(Break().Replace(Unseen().Replace(markup.ReplaceLineEndings(" "), ""), "\n"), "");
        return string.Join('\n', WebUtility.HtmlDecode(lines).Split('\n')
            .Select(static line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(static line => line.Length > 0));
    }

    [GeneratedRegex(@"<!--.*?(-->|$)|<(?<name>script|style)\b.*?(</\k<name>\s*>|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?(br|p|div|li|ul|ol|h[1-6]|tr|table|blockquote|figure|figcaption|article|section)\b[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
