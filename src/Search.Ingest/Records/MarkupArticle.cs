using System.Text.RegularExpressions;
using Search.Articles;
using Search.Ingest.Feeds;
using Search.Ingest.Pages;
using Search.Ingest.Pages.Html;

namespace Search.Ingest.Records;

/// <summary>Reads the HTML in which content systems export the text of articles.</summary>
internal static partial class MarkupArticle
{
    /// <summary>The article in plain text: captions and the headline are no part of its body, the authors in its last lines are authors, and the newspaper that
    /// the first words name is the source, unless the record states others.</summary>
    /// <param name="article">The article as the record has it.</param>
    /// <returns>The same instance if nothing in it is HTML; else one whose <see cref="Article.Json"/> is still the old one.</returns>
    public static Article Apply(Article article)
    {
        bool isMarkup = Tag().IsMatch(article.Body);
        if (!isMarkup && !Tag().IsMatch(article.Lead) && !Tag().IsMatch(article.Title))
        {
            return article;
        }

        string title = MarkupText.Of(article.Title);
        HtmlArticle? text = isMarkup ? HtmlArticle.OfFragment(article.Body, title, out _) : null;   // it is none if its elements lie too deep in one another
        string? source = text?.Source;
        string lead = MarkupText.Of(article.Lead);
        if (SourceMark.TryTake(lead, out string mark, out string rest))
        {
            (source, lead) = (mark, rest);
        }

        return article with
        {
            Title = title,
            Lead = lead,
            Body = text?.Body ?? MarkupText.Of(article.Body),
            Authors = article.Authors.Count > 0 ? article.Authors : text?.Authors ?? [],
            Source = article.Source ?? source,
        };
    }

    /// <summary>The tags that text in HTML is made of; a text that only speaks of angle brackets has none of them.</summary>
    [GeneratedRegex(@"</?(p|br|div|span|b|strong|i|em|a|img|table|tr|td|ul|ol|li|h[1-6]|figure|figcaption|blockquote|font|center)(\s[^<>]*)?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
