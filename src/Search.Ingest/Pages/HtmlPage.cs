using Search.Articles;
using Search.Ingest.Identity;
using Search.Ingest.Pages.Html;

namespace Search.Ingest.Pages;

/// <summary>A page in HTML, as a newspaper serves it.</summary>
internal static class HtmlPage
{
    /// <summary>The longest page that is read, in bytes: 16 MiB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Pictures and programs with the wrong name have more such characters, text none.</summary>
    private const double MostControls = 0.02;

    /// <summary>The article of a page, or why there is none; then the articles it teases, if they are asked for.</summary>
    /// <param name="content">The page.</param>
    /// <param name="name">Where it stands, for the report.</param>
    /// <param name="place">The same from the folder that was given, for the id of a page without an address.</param>
    /// <param name="declaredCharset">The encoding that HTTP declared, or <see langword="null"/>.</param>
    /// <param name="address">Where it was published, or <see langword="null"/>.</param>
    /// <param name="options">How inputs are read.</param>
    public static IEnumerable<IngestedInput> Read(byte[] content, string name, string place, string? declaredCharset, Uri? address, IngestOptions options)
    {
        if (content.Length > MaxBytes)
        {
            return [new IngestedInput.Rejected(name, $"The page is longer than {MaxBytes} bytes (16 MiB).")];
        }

        HtmlText text = HtmlText.Decode(content, declaredCharset);
        if (text.Value.Count(static c => c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c))) > MostControls * text.Value.Length)
        {
            return [new IngestedInput.Rejected(name, "The page is not text.")];
        }

        if (HtmlTree.Parse(text.Value, out string problem) is not { } page || PageLayout.Of(page.DocumentElement, out problem) is not { } layout)
        {
            return [new IngestedInput.Rejected(name, problem)];
        }

        PageMetadata metadata = PageMetadata.Of(page);
        string? url = PageAddress.Of(metadata, address);
        string site = SiteBoilerplate.SiteOf(url, name);
        if (options.Boilerplate is { IsLearning: true } learning)
        {
            learning.Learn(site, [.. layout.Blocks.Select(static block => block.Line), .. metadata.Descriptions.Select(static text => new PageLine(text, BeginsBlock: true))]);
            return [];
        }

        HtmlArticle article = HtmlArticle.Of(layout, metadata, url, options.Boilerplate?.Of(site) ?? RepeatedLines.None);
        IEnumerable<IngestedInput> related = options.Related ? PageTeaser.Articles(article.Teasers, name, url is null ? Path.GetDirectoryName(place) ?? "" : site) : [];
        return related.Prepend(Accept(article, name, place, text.Encoding));
    }

    private static IngestedInput Accept(HtmlArticle found, string name, string place, string encoding)
    {
        if (found.Title.Length == 0 && found.Body.Length == 0)
        {
            return new IngestedInput.Rejected(name, "The page holds no text; expected a headline or a paragraph.");
        }

        var article = new Article
        {
            Id = found.Url is null ? DerivedId.OfPath(place) : DerivedId.OfUrl(found.Url),
            Title = found.Title,
            Lead = found.Lead,
            Body = found.Body,
            Date = found.Date,
            Authors = found.Authors,
            Tags = found.Tags,
            Category = found.Category,
            Source = found.Source,
            Url = found.Url,
        };
        byte[] json = ArticleJson.Write(article);
        return json.Length > ArticleJson.MaxBytes
            ? new IngestedInput.Rejected(name, $"The article has {json.Length} bytes as JSON; at most {ArticleJson.MaxBytes} (5 MiB) are accepted.")
            : new IngestedInput.Accepted(name, article with { Json = json }) { Encoding = encoding };
    }
}
