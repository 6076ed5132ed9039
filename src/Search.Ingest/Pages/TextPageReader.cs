using System.Buffers;
using Search.Articles;
using Search.Ingest.Files;
using Search.Ingest.Identity;

namespace Search.Ingest.Pages;

/// <summary>A file that is one text page.</summary>
internal static class TextPageReader
{
    /// <summary>The article of a file, or why there is none; then the articles it teases, if they are asked for.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file's compression is damaged.</exception>
    public static IEnumerable<IngestedInput> Read(FoundFile file, IngestOptions options)
    {
        const int OneTooMany = ArticleJson.MaxBytes + 1;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(OneTooMany);
        try
        {
            using Stream content = FileContent.Open(file.Path);
            int length = content.ReadAtLeast(buffer.AsSpan(0, OneTooMany), OneTooMany, throwOnEndOfStream: false);
            return Read(file, buffer.AsSpan(0, length), options);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IEnumerable<IngestedInput> Read(FoundFile file, ReadOnlySpan<byte> bytes, IngestOptions options)
    {
        if (bytes.Length > ArticleJson.MaxBytes)
        {
            return [new IngestedInput.Rejected(file.Path, $"The text is longer than {ArticleJson.MaxBytes} bytes (5 MiB).")];
        }

        if (!TextDecoding.TryDecode(bytes, out string text, out string problem))
        {
            return [new IngestedInput.Rejected(file.Path, problem)];
        }

        List<PageLine> lines = PageLine.Split(text);
        string site = SiteBoilerplate.SiteOf(url: null, file.Path);
        if (options.Boilerplate is { IsLearning: true } learning)
        {
            learning.Learn(site, lines);
            return [];
        }

        // Headings of lists repeat too, but the rules for pages know them and need them.
        options.Boilerplate?.Of(site).RemoveFrom(lines, static line => PageFurniture.IsHeading(line) ? null : line);
        TextPage page = TextPage.Parse(lines);
        IEnumerable<IngestedInput> related = options.Related ? PageTeaser.Articles(page.Teasers, file.Path, Path.GetDirectoryName(file.RelativePath) ?? "") : [];
        return related.Prepend(Article(file, page));
    }

    private static IngestedInput Article(FoundFile file, TextPage page)
    {
        if (page.Title.Length == 0 && page.Body.Length == 0)
        {
            return new IngestedInput.Rejected(file.Path, "The text is blank; expected a title or a paragraph.");
        }

        var article = new Article
        {
            Id = DerivedId.OfPath(file.RelativePath),
            Title = page.Title,
            Lead = page.Lead,
            Body = page.Body,
            Authors = page.Authors,
            Source = page.Source,
        };
        byte[] json = ArticleJson.Write(article);
        return json.Length > ArticleJson.MaxBytes   // a newline has two bytes there
            ? new IngestedInput.Rejected(file.Path, $"The article has {json.Length} bytes as JSON; at most {ArticleJson.MaxBytes} (5 MiB) are accepted.")
            : new IngestedInput.Accepted(file.Path, article with { Json = json });
    }
}
