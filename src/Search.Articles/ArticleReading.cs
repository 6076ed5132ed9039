using System.Diagnostics.CodeAnalysis;

namespace Search.Articles;

/// <summary>What reading a JSON object gave: an article, or the problems that keep it from being one.</summary>
public sealed record ArticleReading
{
    internal ArticleReading(Article article)
    {
        Article = article;
        Problems = [];
    }

    internal ArticleReading(IReadOnlyList<ArticleProblem> problems) => Problems = problems;

    /// <summary>The article; <see langword="null"/> exactly when there are problems.</summary>
    public Article? Article { get; }

    /// <summary>Everything that is wrong with the object, in the order met; empty for an article.</summary>
    public IReadOnlyList<ArticleProblem> Problems { get; }

    /// <summary>Whether the object is an article.</summary>
    [MemberNotNullWhen(true, nameof(Article))]
    public bool IsArticle => Article is not null;
}
