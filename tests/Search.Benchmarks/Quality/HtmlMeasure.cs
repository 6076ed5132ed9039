using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Search.Articles;
using Search.Ingest;
using Search.Ingest.Pages;

namespace Search.Benchmarks.Quality;

/// <summary>Whether headline, date, authors and text come out of real HTML as a reader would copy them: of 86 fragments, as content systems export them in
/// records; of the same in pages that show what the records state; and of two whole pages.</summary>
internal static class HtmlMeasure
{
    private const string Fragments = "html/fragments-baomoi-2014.jsonl.gz";

    private static readonly string[] Pages = ["tuoitre-article-2015.html", "tuoitre-home-2015.html"];

    /// <summary>Prints the figures.</summary>
    public static void Run(string folder, TextWriter output)
    {
        Report("Fragments in records, read with --fields body=html,lead=sapo", Records(folder), output);
        Report("The same in pages", JsonLinesFile.Read(folder, Fragments).Select(static record => PageFigures.Of(Text(record, "id"), InPage(record))), output);
        Report("Whole pages", WholePages(folder), output);
    }

    /// <summary>Prints what is extracted now in the form of the expectations, to be looked through.</summary>
    public static void PrintFigures(string folder, TextWriter output)
    {
        output.WriteLine("name\ttitle\tdate\tauthors\tlength\tfirst\tlast");
        foreach (PageFigures figures in Records(folder).Concat(WholePages(folder)))
        {
            output.WriteLine(figures);
        }
    }

    private static IEnumerable<PageFigures> Records(string folder) =>
        FieldMapping.TryParse("body=html,lead=sapo", out FieldMapping? fields, out string? problem)
            ? Read(Path.Combine(folder, Fragments), fields).Select(static article => PageFigures.Of(article.Id, article))
            : throw new InvalidOperationException(problem);

    private static IEnumerable<PageFigures> WholePages(string folder) =>
        Pages.Select(page => PageFigures.Of(page, Read(Path.Combine(folder, "html", page), FieldMapping.None).Single()));

    private static IEnumerable<Article> Read(string path, FieldMapping fields) =>
        ArticleSource.Read([path], new IngestOptions { Fields = fields }, CancellationToken.None).OfType<IngestedInput.Accepted>().Select(static input => input.Article);

    /// <summary>The article of a page around a fragment: navigation, headline, date and lead above it, another article's headline below.</summary>
    private static Article InPage(JsonElement record)
    {
        string title = WebUtility.HtmlEncode(Text(record, "title"));
        string date = DateTimeOffset.Parse(Text(record, "date"), CultureInfo.InvariantCulture).ToString("dd/MM/yyyy | HH:mm 'GMT+7'", CultureInfo.InvariantCulture);
        string page = $"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} - Báo Mẫu</title></head><body>
            <div id="menu"><a href="/">Trang chủ</a> <a href="/thoi-su">Thời sự</a> <a href="/the-thao">Thể thao</a> <a href="/giai-tri">Giải trí</a></div>
            <div class="detail"><h1>{title}</h1><div class="ngay">{date}</div><h2 class="sapo">{WebUtility.HtmlEncode(Text(record, "sapo"))}</h2>
            <div class="noidung"><table>{Text(record, "html")}</table></div></div>
            <div class="tin-khac"><h3>Tin khác</h3><ul><li><a href="/a.html">Một bài báo khác của tờ báo này</a></li><li><a href="/b.html">Thêm một bài báo khác nữa</a></li></ul></div>
            <div id="footer">© 2014 Báo Mẫu. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</div></body></html>
            """;
        return HtmlPage.Read(Encoding.UTF8.GetBytes(page), "page", "page", declaredCharset: null, address: null, new IngestOptions())
            .OfType<IngestedInput.Accepted>().Single().Article;
    }

    private static string Text(JsonElement record, string field) => record.GetProperty(field).GetString() ?? "";

    private static void Report(string name, IEnumerable<PageFigures> pages, TextWriter output)
    {
        List<(PageFigures Found, PageFigures Expected)> all = [.. pages.Select(static found => (found, PageFigures.Expected[found.Name]))];
        output.WriteLine(name);
        Count("title", all, static (found, expected) => found.Title == expected.Title, output);
        Count("date, where stated", all.Where(static each => each.Expected.Date.Length > 0), static (found, expected) => found.Date == expected.Date, output);
        Count("authors, where named", all.Where(static each => each.Expected.Authors.Length > 0), static (found, expected) => found.Authors == expected.Authors, output);
        Count("no author, where none is named", all.Where(static each => each.Expected.Authors.Length == 0), static (found, _) => found.Authors.Length == 0, output);
        Count("first sentence", all, static (found, expected) => found.First == expected.First, output);
        Count("last sentence", all, static (found, expected) => found.Last == expected.Last, output);
        Count("length within a fiftieth", all, static (found, expected) => found.HasLengthOf(expected), output);
    }

    private static void Count(string what, IEnumerable<(PageFigures Found, PageFigures Expected)> pages, Func<PageFigures, PageFigures, bool> isRight, TextWriter output)
    {
        var wrong = new List<string>();
        int count = 0;
        foreach ((PageFigures found, PageFigures expected) in pages)
        {
            count++;
            if (!isRight(found, expected))
            {
                wrong.Add(found.Name);
            }
        }

        output.WriteLine($"  {what}: {count - wrong.Count} of {count}{(wrong.Count > 0 ? $"; not {string.Join(", ", wrong)}" : "")}");
    }
}
