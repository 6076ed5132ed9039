using Search.Ingest.Pages;

namespace Search.Ingest;

/// <summary>How inputs are read.</summary>
public sealed record IngestOptions
{
    /// <summary>What the files hold.</summary>
    /// <value>Default <see cref="IngestFormat.Auto"/>.</value>
    public IngestFormat Format { get; init; } = IngestFormat.Auto;

    /// <summary>Whether the teasers of other articles on a page, a headline and a paragraph each, are short articles of their own.</summary>
    /// <value>Default <see langword="false"/>: a page gives one article.</value>
    public bool Related { get; init; }

    /// <summary>What repeats across the pages of each site; <see langword="null"/> if that is not known. While it is learning, pages give no articles.</summary>
    internal SiteBoilerplate? Boilerplate { get; init; }
}
