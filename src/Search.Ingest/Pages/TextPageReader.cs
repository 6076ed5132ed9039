using Search.Articles;
using Search.Ingest.Decoding;
using Search.Ingest.Identity;
using Search.Ingest.Streams;

namespace Search.Ingest.Pages;

/// <summary>A content that is one text page.</summary>
internal static class TextPageReader
{
    /// <summary>The page, to be parsed for its article, or why there is none; then the articles it teases, if they are asked for.</summary>
    /// <exception cref="IOException">The content cannot be read.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, IngestOptions options) => [BoundedContent.Read(content.Stream, ArticleJson.MaxBytes) is { } bytes
        ? () => Parse(content, bytes, options)
        : InputReader.Rejected(content.Name, $"The text is longer than {ArticleJson.MaxBytes} bytes (5 MiB).")];

    private static IEnumerable<IngestedInput> Parse(InputContent content, byte[] bytes, IngestOptions options)
    {
        if (!TextDecoding.TryDecode(bytes, content.Charset, out DecodedText text, out string? problem))
        {
            return [new IngestedInput.Rejected(content.Name, problem)];
        }

        List<PageLine> lines = PageLine.Split(text.Value);
        string site = SiteBoilerplate.SiteOf(content.Url, content.Name);
        if (options.Boilerplate is { IsLearning: true } learning)
        {
            learning.Learn(site, lines);
            return [];
        }

        // Headings of lists repeat too, but the rules for pages know them and need them.
        RepeatedLines repeated = (options.Boilerplate?.Of(site) ?? RepeatedLines.None).On(lines);
        lines.RemoveAll(line => repeated.Contains(line) && !PageFurniture.IsHeading(line));
        TextPage page = TextPage.Parse(lines);
        string teaserSite = content.Url is null ? Path.GetDirectoryName(content.Place) ?? "" : site;
        IEnumerable<IngestedInput> related = options.Related ? PageTeaser.Articles(page.Teasers, content.Name, teaserSite) : [];
        return related.Prepend(Article(content, page, text.Encoding));
    }

    private static IngestedInput Article(InputContent content, TextPage page, string encoding)
    {
        if (page.Title.Length == 0 && page.Body.Length == 0)
        {
            return new IngestedInput.Rejected(content.Name, "The text is blank; expected a title or a paragraph.");
        }

        var article = new Article
        {
            Id = content.Url is null ? DerivedId.OfPath(content.Place) : DerivedId.OfUrl(content.Url),
            Title = page.Title,
            Lead = page.Lead,
            Body = page.Body,
            Authors = page.Authors,
            Source = page.Source,
            Url = content.Url,
        };
        byte[] json = ArticleJson.Write(article);
        return json.Length > ArticleJson.MaxBytes   // a newline has two bytes there
            ? new IngestedInput.Rejected(content.Name, $"The article has {json.Length} bytes as JSON; at most {ArticleJson.MaxBytes} (5 MiB) are accepted.")
            : new IngestedInput.Accepted(content.Name, article with { Json = json }) { Encoding = encoding };
    }
}
