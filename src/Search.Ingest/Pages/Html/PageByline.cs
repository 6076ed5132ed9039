using AngleSharp.Dom;
using Search.Articles;

namespace Search.Ingest.Pages.Html;

/// <summary>Who wrote an article, when, and in which section: what the page states, or what stands in the lines around the text.</summary>
/// <param name="layout">The page.</param>
/// <param name="metadata">What it states.</param>
/// <param name="title">The block of the headline, or -1.</param>
/// <param name="text">Where the text stands.</param>
internal sealed class PageByline(PageLayout layout, PageMetadata metadata, int title, Span text)
{
    /// <summary>How many blocks above the headline and below the text may name author and date.</summary>
    private const int Around = 6;

    private const int LongestName = 60;
    private const int LongestByline = 200;
    private const int LongestSignature = 4;
    private const int LongestSection = 4;
    private const int LongestWay = 20;
    private const int LongestTag = 8;
    private const int MostLinks = 1000;

    /// <summary>Words that a line may hold beside a date.</summary>
    private const int MostBesideDate = 12;

    private static readonly string[] NoSections = ["trangchu", "home", "trangnhat", "homepage", "trangchinh", "tintuc", "tintucsukien", "tinbai", "tin"];

    private static readonly string[] TagLabels = ["tukhoa", "tag", "tags", "the", "chude", "hashtag"];

    private static readonly string[] NoAuthors = ["admin", "administrator", "bientap", "banbientap", "bbt", "toasoan", "editor", "author", "webmaster", "root"];

    /// <summary>The authors: whom the page states, unless that is the newspaper; else whom an element named so names; else those in the last lines of the
    /// text, which are taken from it in any case.</summary>
    public IReadOnlyList<string> TakeAuthors(List<HtmlBlock> paragraphs, bool hasLead, string? host)
    {
        List<string> last = TakeLast(paragraphs, fewestLeft: hasLead ? 0 : 1);
        string[] stated = [.. metadata.Authors.Where(author => IsAuthor(author, host)).Distinct()];
        return stated.Length > 0 ? stated : Named() is { Count: > 0 } named ? named : last.Count > 0 ? last : BesideDate();
    }

    /// <summary>The date that the page states, or of a line around the text.</summary>
    public ArticleDate? Date()
    {
        foreach (string stated in metadata.Dates)
        {
            if (VietnameseDate.TryRead(stated, out ArticleDate date))
            {
                return date;
            }
        }

        foreach (HtmlBlock block in Surroundings())
        {
            if (VietnameseDate.TryRead(Moment(block), out ArticleDate date) || (IsDateLine(block) && VietnameseDate.TryRead(block.Line.Text, out date)))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The section: the one stated, or the first on the way that leads to the headline.</summary>
    public string? Category() => metadata.Sections.Concat(Way()).FirstOrDefault(static section => !NoSections.Contains(PageLine.KeyOf(section)));

    /// <summary>The tags: those stated, or the links below the text that are named so, or what search engines are told.</summary>
    public IReadOnlyList<string> Tags()
    {
        if (metadata.Tags is { Count: > 0 } stated)
        {
            return stated;
        }

        string[] shown = [.. layout.Elements.Where(element => layout.RoleOf(element).HasFlag(BoxRole.Tags) && layout.SpanOf(element).Start >= text.Start).Concat(Labelled())
            .SelectMany(Links).Take(MostLinks).Where(static tag => PageLine.WordsOf(tag) <= LongestTag).Distinct()];
        return shown.Length > 0 ? shown : IsDescription(metadata.Keywords) ? [] : metadata.Keywords;
    }

    private bool IsDescription(IReadOnlyList<string> keywords) =>
        PageLine.KeyOf(string.Concat(keywords)) is var key && metadata.Descriptions.Any(description => PageLine.KeyOf(description).Contains(key, StringComparison.Ordinal));

    /// <summary>The elements below the text that begin with <c>Từ khóa:</c> or the like.</summary>
    private IEnumerable<IElement> Labelled() =>
        from i in Enumerable.Range(text.Start, layout.Blocks.Count - text.Start)
        let line = layout.Blocks[i].Line.Normalized
        where TagLabels.Contains(PageLine.KeyOf(line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? line[..colon] : line))
        select layout.ContainerOf(i) is var container && layout.SpanOf(container).Start == i ? container : layout.Blocks[i].Element;

    /// <summary>The texts of the links that lead elsewhere than to the front page.</summary>
    private static IEnumerable<string> Links(IElement element) =>
        (element.LocalName == "a" ? [element] : element.QuerySelectorAll("a").AsEnumerable()).Where(static link => !IsHome(link.GetAttribute("href")))
        .Select(static link => AttributeText.Of(link.TextContent).TrimStart('#')).Where(static name => name.Length > 0);

    /// <summary>Takes the last lines that hold nothing but names, or the first one.</summary>
    private static List<string> TakeLast(List<HtmlBlock> paragraphs, int fewestLeft)
    {
        var authors = new List<string>();
        while (paragraphs.Count > fewestLeft)
        {
            int remarks = paragraphs.Count > fewestLeft + 1 && IsRemark(paragraphs[^1].Line) && Names(paragraphs[^2]).Count > 0 ? 1 : 0;
            HtmlBlock last = paragraphs[^(1 + remarks)];
            IReadOnlyList<string> names = Names(last);
            if (last.IsRow || (names.Count == 0 && !AuthorLine.IsOtherCredit(last.Line)))
            {
                break;
            }

            authors.InsertRange(0, names);
            paragraphs.RemoveRange(paragraphs.Count - 1 - remarks, 1 + remarks);
        }

        if (authors.Count == 0 && paragraphs is [.., { IsRow: false } end] && AuthorLine.TryTakeEnd(end.Line, out string author, out string rest))
        {
            authors.Add(author);
            paragraphs[^1] = end with { Line = new PageLine(rest, BeginsBlock: true) };
        }

        if (authors.Count == 0 && paragraphs is [{ IsRow: false, HeadingLevel: 0 } first, _, ..])
        {
            authors.AddRange(AuthorLine.Names(first.Line));
            paragraphs.RemoveRange(0, authors.Count > 0 ? 1 : 0);
        }

        return authors;
    }

    /// <summary>Whether a line says what the author before it is, or did: <c>(Văn phòng luật sư Mẫu)</c>, <c>(tổng hợp)</c>, <c>(*) Tác giả là …</c>.</summary>
    private static bool IsRemark(PageLine line) => line.Text is ['(', .., ')'] || line.Text.StartsWith("(*)", StringComparison.Ordinal);

    private static IReadOnlyList<string> Names(HtmlBlock block) => AuthorNames(block.Line, (block.Role & (BoxRole.Signature | BoxRole.Author)) != 0);

    /// <summary>The names in a line; in one that is set as a signature, also a single name.</summary>
    private static IReadOnlyList<string> AuthorNames(PageLine line, bool isSignature)
    {
        IReadOnlyList<string> names = AuthorLine.Names(line);
        return names.Count > 0 || !isSignature || line.EndsSentence || line.Words > LongestSignature || line.Text.Any(char.IsDigit) || line.Key.Length < 2
            ? names : [line.Text.Trim('(', ')', ' ')];
    }

    private bool IsAuthor(string author, string? host)
    {
        string key = PageLine.KeyOf(author);
        string site = host?.Split('.') is { Length: > 1 } labels ? labels[labels[0] == "www" ? 1 : 0] : "";
        return author.Length <= LongestName && key.Length > 1 && !author.Contains('/', StringComparison.Ordinal) && !NoAuthors.Contains(key)
            && !metadata.SiteNames.Any(name => PageLine.KeyOf(name).Contains(key, StringComparison.Ordinal) || key.Contains(PageLine.KeyOf(name), StringComparison.Ordinal))
            && !(site.Length > 3 && key.Contains(site, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Named() => Surroundings().Where(static block => block.Line.Text.Length <= LongestByline)
        .SelectMany(NamedIn).FirstOrDefault(static names => names.Count > 0) ?? [];

    /// <summary>The names in a block that is named so, or in the parts of it that are.</summary>
    private IEnumerable<IReadOnlyList<string>> NamedIn(HtmlBlock block) =>
        (block.Role.HasFlag(BoxRole.Author) || AuthorLine.IsLabelled(block.Line)) && block.Line.Text.Length <= LongestName && AuthorNames(block.Line, isSignature: true) is { Count: > 0 } names ? [names]
        : block.Element.QuerySelectorAll("[class],[rel],[itemprop]").Where(static part => BoxRoles.Of(part).HasFlag(BoxRole.Author))
            .Select(static part => AuthorNames(new PageLine(AttributeText.Of(part.TextContent), BeginsBlock: true), isSignature: true));

    private IReadOnlyList<string> BesideDate() => Surroundings().Where(IsDateLine)
        .SelectMany(static block => VietnameseDate.Without(block.Line.Text).Split('|').Prepend(VietnameseDate.Without(block.Line.Text)))
        .Select(static part => AuthorLine.Names(new PageLine(part.Trim(' ', '-', ','), BeginsBlock: true))).FirstOrDefault(static names => names.Count > 0) ?? [];

    /// <summary>The lines between headline and text, those above the headline from there on upward, the text, those below it.</summary>
    private IEnumerable<HtmlBlock> Surroundings()
    {
        int above = title >= 0 ? title : text.Start;
        IEnumerable<int> order = [
            .. Enumerable.Range(above + 1, Math.Max(0, text.Start - above)),
            .. Enumerable.Range(Math.Max(0, above - Around), above - Math.Max(0, above - Around)).Reverse(),
            .. Enumerable.Range(text.Start, Math.Max(0, Math.Min(text.End + Around, layout.Blocks.Count) - text.Start))];
        return order.Where(i => i < layout.Blocks.Count && (layout.Blocks[i].Role & BoxRole.Comments) == 0).Select(i => layout.Blocks[i]);
    }

    /// <summary>Whether a line says when, and not much more.</summary>
    public static bool IsDateLine(HtmlBlock block)
    {
        string rest = VietnameseDate.Without(block.Line.Text);
        return rest.Length < block.Line.Normalized.Length && (rest.Length == 0 || PageLine.WordsOf(rest) <= MostBesideDate || block.Role.HasFlag(BoxRole.Date)) && !block.IsProse;
    }

    private static string? Moment(HtmlBlock block) =>
        block.Line.Text.Length > LongestName ? null : (block.Element.Closest("time") ?? block.Element.QuerySelector("time"))?.GetAttribute("datetime");

    private static bool IsHome(string? link) =>
        (Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https", PathAndQuery: "/" }) || link is "/" or "./" or "index.html" or "default.aspx";

    /// <summary>The sections in the lines above the headline, the widest first.</summary>
    private List<string> Way()
    {
        int above = title >= 0 ? title : text.Start;
        return Enumerable.Range(1, Math.Min(Around, above)).Select(distance => WayIn(above - distance)).FirstOrDefault(static way => way.Count > 0) ?? [];
    }

    private List<string> WayIn(int i)
    {
        HtmlBlock block = layout.Blocks[i];
        if ((layout.IsApart(i) && NamedWay(i) is null) || block.Line.Words > LongestWay)
        {
            return [];
        }

        if (NamedWay(i) is { } way)
        {
            List<string> links = [.. Links(way)];
            return links.Count > 0 ? links : [block.Line.Text];
        }

        if (block.IsLinked && (block.Line.Text.AsSpan().ContainsAny("»›>/") || (block.Line.Words <= LongestSection && !IsMenu(i))))
        {
            return [.. Links(block.Element)];
        }

        return block.Line.Text.AsSpan().ContainsAny("»›") ? [.. block.Line.Text.Split(['»', '›'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];
    }

    /// <summary>The element around a block that is called a breadcrumb.</summary>
    private IElement? NamedWay(int i)
    {
        IElement? way = layout.Blocks[i].Element;
        while (way is not null && !layout.RoleOf(way).HasFlag(BoxRole.Breadcrumb))
        {
            way = way.ParentElement;
        }

        return way is not null && layout.SpanOf(way).Length <= LongestWay ? way : null;
    }

    /// <summary>Whether a link is one of several in a row.</summary>
    private bool IsMenu(int i) => (i > 0 && layout.Blocks[i - 1].IsLinked) || layout.Blocks[i + 1].IsLinked;
}
