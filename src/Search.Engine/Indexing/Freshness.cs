using Search.Engine.Articles;

namespace Search.Engine.Indexing;

/// <summary>How new articles are at the time of the commit: not of the search, so that every search of one state of the archive finds them alike.</summary>
/// <param name="view">The commit.</param>
/// <param name="halfLife">Above zero.</param>
internal sealed class Freshness(IndexView view, TimeSpan halfLife)
{
    private readonly long _committed = ArticleSchema.DateValue(CommitStamp.Time(view.CommitData));

    /// <summary>1 for an article of the time of the commit, half as much for each half-life that it is older, 0 for an undated one.</summary>
    /// <param name="date">Its <see cref="ArticleSchema.DateValue"/>.</param>
    public double Of(long? date) => date is { } published ? Math.Pow(2, -Math.Max(0, _committed - published) / halfLife.TotalMilliseconds) : 0;
}
