using Search.Articles;
using Search.Ingest.Decoding;
using Search.Ingest.Identity;
using Search.Ingest.Streams;

namespace Search.Ingest.Pages;

/// <summary>A content that is one text page.</summary>
internal static class TextPageReader
{
    /// <summary>The page, to be parsed: always one input.</summary>
    /// <exception cref="IOException">The content cannot be read.</exception>
    /// <exception cref="InvalidDataException">The content's compression is damaged.</exception>
    public static IEnumerable<CutInput> Read(InputContent content) => [BoundedContent.Read(content.Stream, ArticleJson.MaxBytes) is { } bytes
        ? () => [Parse(content, bytes)]
        : InputReader.Rejected(content.Name, $"The text is longer than {ArticleJson.MaxBytes} bytes (5 MiB).")];

    private static IngestedInput Parse(InputContent content, byte[] bytes)
    {
        if (!TextDecoding.TryDecode(bytes, content.Charset, out DecodedText text, out string? problem))
        {
            return new IngestedInput.Rejected(content.Name, problem);
        }

        TextPage page = TextPage.Parse(text.Value);
        if (page.Title.Length == 0 && page.Body.Length == 0)
        {
            return new IngestedInput.Rejected(content.Name, "The text is blank; expected a title or a paragraph.");
        }

        string? url = content.Address is { Scheme: "http" or "https" } address ? address.AbsoluteUri : null;
        var article = new Article
        {
            Id = url is null ? DerivedId.OfPath(content.Place) : DerivedId.OfUrl(url),
            Title = page.Title,
            Lead = page.Lead,
            Body = page.Body,
            Authors = page.Authors,
            Source = page.Source,
            Url = url,
        };
        byte[] json = ArticleJson.Write(article);
        return json.Length > ArticleJson.MaxBytes   // a newline has two bytes there
            ? new IngestedInput.Rejected(content.Name, $"The article has {json.Length} bytes as JSON; at most {ArticleJson.MaxBytes} (5 MiB) are accepted.")
            : new IngestedInput.Accepted(content.Name, article with { Json = json }) { Encoding = text.Encoding };
    }
}
