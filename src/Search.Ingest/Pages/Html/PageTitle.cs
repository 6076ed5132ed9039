using System.Text.RegularExpressions;

namespace Search.Ingest.Pages.Html;

/// <summary>Finds the headline of a page.</summary>
/// <remarks>The headline that readers see is taken, because the one for others to show is often shorter or carries the site's name; but what is stated
/// there tells which block it is. Where nothing is stated, headings and names of elements tell, and how near the block is to the text. A page without
/// running text, a list of headlines, has none but what is stated.</remarks>
internal static partial class PageTitle
{
    private const int LongestTitle = 300;

    /// <summary>In letters; what is shorter stands in many strings by chance.</summary>
    private const int ShortestKey = 8;

    private const double Stated = 100;
    private const double InDocumentTitle = 40;
    private const double Named = 15;
    private const double Bold = 6;
    private const double Large = 15;
    private const double Nearness = 0.5;
    private const double LinkedElsewhere = -60;
    private const double SiteName = -60;
    private const double OtherRole = -30;
    private const double Apart = -15;
    private const double LastSegment = -20;
    private const double Statement = -10;
    private const double FewWords = -15;
    private const double ManyWords = 15;
    private const double LowestScore = 8;

    /// <summary>By what the score of a repeated line is divided: enough to put it below all others.</summary>
    private const double Repeated = 1000;

    /// <summary>In words: names of sections are shorter, headlines longer.</summary>
    private const int ShortestHeadline = 5;

    /// <summary>The headline and its block.</summary>
    /// <param name="layout">The page.</param>
    /// <param name="metadata">What it states.</param>
    /// <param name="text">Where its running text stands, as far as is known without the headline.</param>
    /// <param name="repeated">What repeats across the pages of the site. A headline does so only where nothing else is one.</param>
    /// <param name="block">The block, or -1 if the headline is stated alone.</param>
    /// <returns>The headline, or empty.</returns>
    public static string Find(PageLayout layout, PageMetadata metadata, Span text, RepeatedLines repeated, out int block)
    {
        HashSet<string> stated = [.. metadata.Headlines.Select(PageLine.KeyOf)];
        HashSet<string> sites = [.. metadata.SiteNames.Select(PageLine.KeyOf)];
        string document = PageLine.KeyOf(metadata.DocumentTitle);
        string[] segments = [.. Separator().Split(metadata.DocumentTitle).Select(PageLine.KeyOf)];
        block = -1;
        double best = 0;
        int prose = text.Length == 0 ? layout.Blocks.Count : Enumerable.Range(text.Start, text.Length).FirstOrDefault(i => layout.Blocks[i].IsProse, text.Start);
        int end = Math.Min(prose + 1, layout.Blocks.Count);
        for (int i = 0; i < end; i++)
        {
            if (layout.Blocks[i] is { Line.Text.Length: <= LongestTitle, IsRow: false } candidate && candidate.Line.Key.Length > 0)
            {
                double match = Match(candidate.Line.Key) * Math.Min(1, Math.Pow((double)candidate.Line.Words / (ShortestHeadline + 1), 2));
                double score = text.Length == 0 && match <= 0 ? 0 : match + Look(candidate) + (layout.IsApart(i) ? Apart : 0) - Math.Min(20, Nearness * Math.Abs(prose - i));
                score = score < LowestScore ? 0 : repeated.Contains(candidate.Line) ? score / Repeated : score;
                (best, block) = score > best ? (score, i) : (best, block);
            }
        }

        return block >= 0 ? layout.Blocks[block].Line.Text : WithoutSite(metadata.Headlines.FirstOrDefault() ?? metadata.DocumentTitle, sites);

        double Match(string key) =>
            sites.Contains(key) ? SiteName
            : stated.Contains(key) ? 2 * Stated
            : key.Length < ShortestKey ? 0
            : stated.Any(headline => headline.StartsWith(key, StringComparison.Ordinal)) ? Stated * 0.6
            : !document.Contains(key, StringComparison.Ordinal) ? 0
            : (InDocumentTitle * key.Length / document.Length) + (segments.Length > 1 && segments[^1] == key ? LastSegment : 0);

        double Look(HtmlBlock candidate)
        {
            bool isStated = stated.Contains(candidate.Line.Key);
            bool isOther = (candidate.Role & (BoxRole.Breadcrumb | BoxRole.Date | BoxRole.Author | BoxRole.Lead | BoxRole.Caption | BoxRole.Tags)) != 0 || candidate.IsInFigure;
            return candidate.HeadingLevel switch { 1 => 30, 2 => 20, 3 => 12, 4 => 8, _ => 0 }
                + (candidate.Role.HasFlag(BoxRole.Title) ? Named : 0)
                + (candidate.IsBold ? Bold : 0)
                + (candidate.IsLarge ? Large : 0)
                + (candidate.Link is not null && candidate.IsLinked && !isStated ? LinkedElsewhere : 0)
                + (isOther && !isStated ? OtherRole : 0)
                + (candidate.Line.EndsStatement || candidate.Line.IsLong ? Statement : 0)
                + (candidate.Line.Words < ShortestHeadline ? FewWords : ManyWords);
        }
    }

    /// <summary>A title without the site's name before or behind it.</summary>
    private static string WithoutSite(string title, HashSet<string> sites)
    {
        string[] segments = Separator().Split(title);
        bool isSiteFirst = segments.Length > 1 && (sites.Contains(PageLine.KeyOf(segments[0])) || segments[0].Length < segments[^1].Length);
        return string.Join(" - ", segments.Length == 1 ? segments : isSiteFirst ? segments[1..] : segments[..^1]);
    }

    [GeneratedRegex(@"\s+[-–—|:»·]+\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
