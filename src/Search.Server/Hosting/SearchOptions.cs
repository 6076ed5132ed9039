using Search.Server.Access;

namespace Search.Server.Hosting;

/// <summary>The section <c>Search</c> of the configuration.</summary>
public sealed class SearchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Search";

    /// <summary>The default of <see cref="ArticlesPath"/>.</summary>
    public const string SampleArticles = "index-data/articles";

    /// <summary>The folder of the index; it is made if it does not exist. Relative to the repository, or to the content root outside one.</summary>
    public string IndexPath { get; set; } = "index-data/index";

    /// <summary>A file or folder to fill an empty index from when the service starts; empty for none.</summary>
    public string ArticlesPath { get; set; } = SampleArticles;

    /// <summary>A file of synonyms, read again when it changes; it need not exist. Empty for none.</summary>
    public string SynonymsPath { get; set; } = "index-data/synonyms.txt";

    /// <summary>The keys that callers may send.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; } = [];

    /// <summary>How long a search may take.</summary>
    /// <value>10 ms to 5 minutes, as hh:mm:ss. Default 2 s.</value>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many exports are sent at a time; more are asked to come again.</summary>
    /// <value>1 to 100. Default 4.</value>
    public int MostExports { get; set; } = 4;

    /// <summary>Memory for buffered articles before they are flushed to disk, in MiB (2^20 bytes).</summary>
    /// <value>16 to 2048. Default 64.</value>
    public int RamBufferMebibytes { get; set; } = 64;

    /// <summary>Serves the index beside another process that writes it, and takes no writes.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>What answers searches.</summary>
    /// <value><c>embedded</c>, the engine in this process, is all there is.</value>
    public string Engine { get; set; } = EmbeddedEngine;

    /// <summary>The engine in this process.</summary>
    internal const string EmbeddedEngine = "embedded";
}
