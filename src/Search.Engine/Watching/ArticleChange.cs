namespace Search.Engine.Watching;

/// <summary>An article that was written.</summary>
/// <param name="Id">The article's.</param>
/// <param name="Number">The number of the write; see <see cref="WriteSpan"/>.</param>
/// <param name="IsNew">Whether there was no such article before; otherwise another content was replaced.</param>
public readonly record struct ArticleChange(string Id, long Number, bool IsNew);

/// <summary>What was written behind a place, as far as it was asked for.</summary>
/// <param name="Found">In the order of their numbers.</param>
/// <param name="Position">The place to go on behind.</param>
public sealed record ArticleChanges(IReadOnlyList<ArticleChange> Found, long Position);
