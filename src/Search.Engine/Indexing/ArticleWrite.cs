using Search.Articles;

namespace Search.Engine.Indexing;

/// <summary>One change of the index.</summary>
public abstract record ArticleWrite
{
    private ArticleWrite(string id) => Id = id;

    /// <summary>The article concerned.</summary>
    public string Id { get; }

    /// <summary>Adds the article, replacing any earlier one with the same id.</summary>
    public sealed record Put(Article Article) : ArticleWrite(Article.Id);

    /// <summary>Removes the article, if there is one.</summary>
    public sealed record Delete(string ArticleId) : ArticleWrite(ArticleId);
}

/// <summary>What a write did.</summary>
public enum WriteStatus
{
    /// <summary>A new article.</summary>
    Created,

    /// <summary>The article took the place of another content.</summary>
    Updated,

    /// <summary>The article was there already, byte for byte.</summary>
    Unchanged,

    /// <summary>The article is gone.</summary>
    Deleted,

    /// <summary>There was no article to delete.</summary>
    NotFound,
}
