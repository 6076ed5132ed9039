namespace Search.Server.Snapshots;

/// <summary>Where snapshots of the index are kept, and when they are made.</summary>
public sealed class SnapshotOptions
{
    /// <summary>Their folder; it is made with the first. Empty for one beside the index: its path with <c>-snapshots</c> behind it.</summary>
    public string Path { get; set; } = "";

    /// <summary>How often one is made.</summary>
    /// <value>One minute to 31 days, as d.hh:mm:ss; zero, the default, for never by itself.</value>
    public TimeSpan Every { get; set; }

    /// <summary>How many are kept when another is made.</summary>
    /// <value>1 to 10000. Default 7.</value>
    public int Keep { get; set; } = 7;

    /// <summary>How many days they are kept; the newest always is.</summary>
    /// <value>0 to 3650; 0, the default, for any time.</value>
    public int KeepDays { get; set; }
}
