using Search.Articles;

namespace Search.Engine.Highlighting;

/// <summary>A whole article with what a query matches in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Title">Ranges into its title, ascending and apart.</param>
/// <param name="Lead">Ranges into its lead.</param>
/// <param name="Body">Ranges into its body.</param>
public sealed record MarkedArticle(Article Article, IReadOnlyList<TextRange> Title, IReadOnlyList<TextRange> Lead, IReadOnlyList<TextRange> Body);
