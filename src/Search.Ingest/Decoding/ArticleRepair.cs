using Search.Articles;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Decoding;

/// <summary>Repairs the text of articles whose Unicode was made of an old encoding as if it were another: <c>C«ng ®oµn</c>, <c>CÃ´ng Ä‘oÃ n</c>.</summary>
/// <remarks>A text that holds nothing worse than HTML character references is left as it is: in a record they may be meant.</remarks>
internal static class ArticleRepair
{
    private const string References = "html";

    /// <summary>The article with its fields repaired together, for a short one alone shows too little.</summary>
    /// <param name="article">The article.</param>
    /// <param name="label">The steps (<see cref="RepairedText.Label"/>); <see langword="null"/> if it was sound.</param>
    /// <returns>The same instance if it was sound; else one whose <see cref="Article.Json"/> is still the damaged one.</returns>
    public static Article Apply(Article article, out string? label)
    {
        label = null;
        string?[] fields = [article.Title, article.Lead, article.Category, article.Source, .. article.Authors, .. article.Tags, article.Body];
        RepairedText repaired = TextRepair.Repair(string.Join('\n', fields));
        if (!repaired.IsRepaired || repaired.Label == References)
        {
            return article;
        }

        var lines = new Queue<string>(repaired.Text.Split('\n'));
        if (lines.Count != 1 + fields.Length - 1 + fields.Sum(static field => field?.Count(static c => c == '\n') ?? 0))
        {
            return article;   // a reference to a line end was among the steps, so the fields cannot be told apart
        }

        label = repaired.Label;
        return article with
        {
            Title = Take(article.Title) ?? "",
            Lead = Take(article.Lead) ?? "",
            Category = Take(article.Category),
            Source = Take(article.Source),
            Authors = [.. article.Authors.Select(author => Take(author) ?? "")],
            Tags = [.. article.Tags.Select(tag => Take(tag) ?? "")],
            Body = Take(article.Body) ?? "",
        };

        string? Take(string? field)
        {
            string text = string.Join('\n', Enumerable.Range(0, 1 + (field?.Count(static c => c == '\n') ?? 0)).Select(_ => lines.Dequeue()));
            return field is null ? null : text;
        }
    }
}
