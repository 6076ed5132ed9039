using Search.Articles;
using Search.Ingest.Identity;

namespace Search.Ingest.Pages;

/// <summary>What a page says of another article: its headline and a paragraph.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Text">The paragraph, without the newspaper named at its start.</param>
/// <param name="Source">The newspaper named there, or <see langword="null"/>.</param>
/// <param name="Url">Where the headline leads to, absolute, or <see langword="null"/>.</param>
public sealed record PageTeaser(string Title, string Text, string? Source, string? Url)
{
    /// <summary>A teaser of a paragraph as it stands on the page.</summary>
    internal static PageTeaser Of(string title, string paragraph, string? url)
    {
        bool hasMark = SourceMark.TryTake(paragraph, out string source, out string text);
        return new PageTeaser(title, text, hasMark ? source : null, url);
    }

    /// <summary>Teasers as short articles. One that stands on many pages of a site is the same article on all of them.</summary>
    /// <param name="teasers">The teasers of a page.</param>
    /// <param name="name">Where the page stands; the articles are named <c>page.html#1</c>, <c>page.html#2</c> …</param>
    /// <param name="site">The site, for their ids: the address of an article that is teased belongs to the article itself.</param>
    internal static IEnumerable<IngestedInput> Articles(IReadOnlyList<PageTeaser> teasers, string name, string site) =>
        teasers.Select((teaser, i) =>
        {
            var article = new Article
            {
                Id = DerivedId.OfPath($"{site}#{PageLine.KeyOf(teaser.Title)}#{PageLine.KeyOf(teaser.Text)}"),
                Title = teaser.Title,
                Body = teaser.Text,
                Source = teaser.Source,
                Url = teaser.Url,
            };
            return new IngestedInput.Accepted($"{name}#{i + 1}", article with { Json = ArticleJson.Write(article) });
        });
}
