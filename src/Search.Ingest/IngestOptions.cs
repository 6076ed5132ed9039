namespace Search.Ingest;

/// <summary>How inputs are read.</summary>
public sealed record IngestOptions
{
    /// <summary>What the files hold.</summary>
    /// <value>Default <see cref="IngestFormat.Auto"/>.</value>
    public IngestFormat Format { get; init; } = IngestFormat.Auto;
}
