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

    /// <summary>Which fields of JSON objects and which columns of tables are those of articles, where their names differ.</summary>
    public FieldMapping Fields { get; init; } = FieldMapping.None;

    /// <summary>Globs (<c>**/*.html</c>) of the files to be read under folders and in archives, by their path there; none: all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Globs of the files not to be read. Archives themselves are subject to these alone.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether a file is to be read, by its path; for those that only want what changed. Asked once or more for each file.</summary>
    public Func<string, bool>? IsWanted { get; init; }

    /// <summary>How many inputs are parsed at a time; files are read by one thread. The order of the answers does not depend on it.</summary>
    /// <value>1 or more. Default 1.</value>
    public int Threads { get; init; } = 1;

    /// <summary>Counts what is read, for those who watch; may be <see langword="null"/>.</summary>
    public ReadingProgress? Progress { get; init; }

    /// <summary>What repeats across the pages of each site; <see langword="null"/> if that is not known. While it is learning, pages give no articles.</summary>
    internal SiteBoilerplate? Boilerplate { get; init; }
}
