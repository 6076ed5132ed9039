using System.Text.RegularExpressions;

namespace Search.Ingest.Pages;

/// <summary>The newspaper or agency that the first words of an article name: <c>(LĐTĐ) Sáng nay …</c>, <c>(Dân trí) - …</c>, <c>TTO - …</c>,
/// <c>(TBKTSG Online) – …</c>, <c>Baobinhthuan.vn - …</c>.</summary>
internal static partial class SourceMark
{
    /// <summary>Parts the mark from the text.</summary>
    /// <param name="paragraph">The first paragraph.</param>
    /// <param name="source">The name as written, or empty.</param>
    /// <param name="text">The paragraph without it; all of it if there is none.</param>
    public static bool TryTake(string paragraph, out string source, out string text)
    {
        Match mark = Bracketed().Match(paragraph);
        mark = mark.Success ? mark : Dashed().Match(paragraph);
        source = mark.Success ? mark.Groups["source"].Value : "";
        text = mark.Success ? paragraph[mark.Groups["text"].Index..] : paragraph;
        return mark.Success;
    }

    /// <summary>Up to four words and 30 characters in brackets, a dash or nothing behind them.</summary>
    [GeneratedRegex(@"^\((?<source>(?=[^()]{1,30}\))[\p{L}\p{N}][^ ()]*( [^ ()]+){0,3})\)\.?\s*([-–—:]\s*)?(?<text>\S)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    /// <summary>Initials or an address before a dash and a capital letter. Not <c>TP.HCM - </c>: that is where the story takes place.</summary>
    [GeneratedRegex(
        @"^(?!TP\.? ?HCM|HCM|HN )(?<source>(\p{Lu}[\p{Lu}\p{M}&.]{1,7}|[\p{L}\p{M}\d]{2,30}(\.[a-z]{2,4}){1,2})( (Online|News|Plus|Times|Net))?)\s*[-–—]\s+(?<text>[""'“‘\p{Lu}\d])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dashed();
}
