namespace Search.Ingest.Pages;

/// <summary>The article of a text page, without what stood around it.</summary>
/// <remarks>
/// <para>A text page is what a reader sees of a newspaper's page, in lines. These rules find the article:</para>
/// <list type="number">
/// <item>The first line is the title, unless it is longer than 300 characters: then there is none.</item>
/// <item>Lines that repeat the title are left out, below the first paragraph together with the line attached to them (no blank
/// line between): the caption of a picture. So are captions with a credit (<c>… Ảnh: Thu Hà</c>) anywhere, and lines that link to another
/// article (<c>Xem thêm: …</c>, <c>&gt;&gt; …</c>).</item>
/// <item>After the first paragraph the page ends with the first heading of a list of other articles (<c>Có thể bạn quan tâm</c>,
/// <c>Tin liên quan</c>, <c>Xem thêm</c> …), or with a row of headlines that each stand twice above a teaser.</item>
/// <item>The last line names the authors if it holds nothing but names: two to five words with capitals, several names parted by a
/// dash or comma, or <c>Theo …</c>. A line directly below the title may name them too.</item>
/// <item>The first paragraph is the lead if another follows. Brackets or initials at its start name the source: <c>(LĐTĐ) Sáng nay …</c>,
/// <c>TTO - Sáng nay …</c>.</item>
/// <item>Headlines of other articles between lead and body are left out: lines that end in no full stop and are attached to the lead,
/// or stand two in a row with five words or more each, or have more than 20 words.</item>
/// <item>All other lines are the body, one paragraph each, subheadings among them.</item>
/// </list>
/// <para>Lines are compared without marks, case and punctuation. Text is kept as given, in its Unicode form.</para>
/// </remarks>
/// <param name="Title">The headline, or empty.</param>
/// <param name="Lead">The first paragraph without the source before it, or empty.</param>
/// <param name="Body">The paragraphs, parted by a newline, or empty.</param>
/// <param name="Authors">The names in the order given, or none.</param>
/// <param name="Source">The newspaper or agency named at the start of the lead, or <see langword="null"/>.</param>
public sealed record TextPage(string Title, string Lead, string Body, IReadOnlyList<string> Authors, string? Source)
{
    private const int LongestTitle = 300;

    /// <summary>In words; what is shorter is rather a subheading.</summary>
    private const int ShortestHeadline = 5;

    /// <summary>What the page says of other articles, in the lists below the article.</summary>
    public IReadOnlyList<PageTeaser> Teasers { get; init; } = [];

    /// <summary>Reads a page. Whatever the text is, no exception: a blank one gives an empty page.</summary>
    public static TextPage Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(PageLine.Split(text));
    }

    /// <summary>Reads the lines of a page.</summary>
    internal static TextPage Parse(List<PageLine> lines)
    {
        string title = TakeTitle(lines);
        lines = WithoutRepeatedTitles(lines, PageLine.KeyOf(title));
        List<PageLine> cut = CutFurniture(lines);
        lines.RemoveAll(line => PageFurniture.IsCaption(line) || PageFurniture.IsLink(line));
        IReadOnlyList<string> authors = TakeAuthors(lines);
        string? source = TakeSource(lines);
        string lead = TakeLead(lines);
        return new TextPage(title, lead, string.Join('\n', lines.Select(static line => line.Text)), authors, source) { Teasers = FindTeasers(cut) };
    }

    private static string TakeTitle(List<PageLine> lines)
    {
        if (lines is not [{ Text.Length: <= LongestTitle } first, ..])
        {
            return "";
        }

        lines.RemoveAt(0);
        return first.Text;
    }

    private static List<PageLine> WithoutRepeatedTitles(List<PageLine> lines, string titleKey)
    {
        var kept = new List<PageLine>(lines.Count);
        bool isBelowParagraph = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (titleKey.Length == 0 || lines[i].Key != titleKey)
            {
                kept.Add(lines[i]);
                isBelowParagraph |= lines[i].IsParagraph;
            }
            else if (isBelowParagraph && i + 1 < lines.Count && !lines[i + 1].BeginsBlock)
            {
                i++;   // the caption of a picture
            }
        }

        return kept;
    }

    /// <summary>Cuts off where the lists of other articles begin.</summary>
    /// <returns>What was cut off.</returns>
    private static List<PageLine> CutFurniture(List<PageLine> lines)
    {
        int first = lines.FindIndex(static line => line.IsParagraph);
        int end = first < 0 ? -1 : Enumerable.Range(first, lines.Count - first)
            .FirstOrDefault(i => PageFurniture.IsHeading(lines[i]) || IsTeaserList(lines, i), -1);
        List<PageLine> cut = end >= 0 ? lines.GetRange(end, lines.Count - end) : [];
        lines.RemoveRange(lines.Count - cut.Count, cut.Count);
        lines.RemoveAll(PageFurniture.IsHeading);   // those above the first paragraph head nothing
        return cut;
    }

    /// <summary>Headlines, each perhaps twice, above a paragraph.</summary>
    private static List<PageTeaser> FindTeasers(List<PageLine> lines)
    {
        var teasers = new List<PageTeaser>();
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            PageLine headline = lines[i];
            int text = i + (StandsTwice(lines, i) ? 2 : 1);
            if (headline is { EndsStatement: false, Text.Length: <= LongestTitle, Words: >= ShortestHeadline } && !PageFurniture.IsHeading(headline) && lines[text].EndsSentence)
            {
                teasers.Add(PageTeaser.Of(headline.Text, lines[text].Text, url: null));
                i = text;
            }
        }

        return teasers;
    }

    /// <summary>Whether headlines follow that each stand twice above a teaser: two of them, or one at the end of the page.</summary>
    private static bool IsTeaserList(List<PageLine> lines, int i) =>
        StandsTwice(lines, i) && (i + 3 >= lines.Count || StandsTwice(lines, i + 3));

    private static bool StandsTwice(List<PageLine> lines, int i) =>
        i + 2 < lines.Count && !lines[i].EndsStatement && lines[i + 1].BeginsBlock && lines[i].Key == lines[i + 1].Key;

    private static List<string> TakeAuthors(List<PageLine> lines)
    {
        var authors = new List<string>();
        bool isAttached = true;
        while (isAttached && lines.Count > 1 && AuthorLine.Names(lines[^1]) is { Count: > 0 } names)
        {
            authors.InsertRange(0, names);
            isAttached = !lines[^1].BeginsBlock;
            lines.RemoveAt(lines.Count - 1);
        }

        if (authors.Count == 0 && lines.Count > 1)
        {
            authors.AddRange(AuthorLine.Names(lines[0]));
            lines.RemoveRange(0, authors.Count > 0 ? 1 : 0);
        }

        return authors;
    }

    private static string? TakeSource(List<PageLine> lines)
    {
        if (lines.Count == 0 || !SourceMark.TryTake(lines[0].Text, out string source, out string text))
        {
            return null;
        }

        lines[0] = new PageLine(text, lines[0].BeginsBlock);
        return source;
    }

    private static string TakeLead(List<PageLine> lines)
    {
        if (lines.Count < 2 || !lines[0].IsParagraph)
        {
            return "";
        }

        string lead = lines[0].Text;
        lines.RemoveRange(0, 1 + RelatedHeadlines(lines));
        return lead;
    }

    /// <summary>How many lines below the lead are headlines of other articles. At least one line is left.</summary>
    private static int RelatedHeadlines(List<PageLine> lines)
    {
        int attached = lines.Skip(1).TakeWhile(static line => !line.BeginsBlock).Count();
        if (1 + attached == lines.Count || lines.GetRange(1, attached).Exists(static line => line.EndsStatement))
        {
            return 0;
        }

        int alone = lines.Skip(1 + attached).TakeWhile(static line => line is { BeginsBlock: true, EndsSentence: false, Words: >= ShortestHeadline }).Count();
        bool areHeadlines = alone > 1 || (alone == 1 && lines[1 + attached].IsLong);
        return areHeadlines && 1 + attached + alone < lines.Count ? attached + alone : attached;
    }
}
