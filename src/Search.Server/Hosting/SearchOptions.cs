using Search.Server.Access;
using Search.Server.Limits;
using Search.Server.Saved.Webhooks;
using Search.Server.Snapshots;

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

    /// <summary>The folder of the saved searches; it is made when the first is saved. Empty for one beside the index: its path with <c>-saved</c> behind it.</summary>
    public string SavedPath { get; set; } = "";

    /// <summary>How webhooks of saved searches are served.</summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>The keys that callers may send; read again when the file of the configuration changes.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; } = [];

    /// <summary>Where the service is reached from outside, for absolute links in feeds: <c>https://tim.example.vn/kho</c>. Empty: as each request says.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The path under which a proxy passes requests on, <c>/kho</c>; empty for none.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies that are believed about who asks (<c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c>).</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>What pages of other sites may do.</summary>
    public CorsOptions Cors { get; } = new();

    /// <summary>How many requests each caller may send.</summary>
    public RateLimitOptions RateLimit { get; } = new();

    /// <summary>How many searches are worked on at a time; four times as many wait, more are asked to come again.</summary>
    /// <value>1 to 1000; 0, the default, for twice the number of processors.</value>
    public int MostSearches { get; set; }

    /// <summary>The folder where queries are written down, one file a day, without the address of who asked. Empty for not at all.</summary>
    public string QueryLogPath { get; set; } = "index-data/queries";

    /// <summary>How many days such a file is kept.</summary>
    /// <value>1 to 3650. Default 30.</value>
    public int QueryLogDays { get; set; } = 30;

    /// <summary>How long a search may take.</summary>
    /// <value>10 ms to 5 minutes, as hh:mm:ss. Default 2 s.</value>
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many exports are sent at a time; more are asked to come again.</summary>
    /// <value>1 to 100. Default 4.</value>
    public int MostExports { get; set; } = 4;

    /// <summary>Memory for buffered articles before they are flushed to disk, in MiB (2^20 bytes).</summary>
    /// <value>16 to 2048. Default 64.</value>
    public int RamBufferMebibytes { get; set; } = 64;

    /// <summary>Where snapshots of the index are kept, and when they are made.</summary>
    public SnapshotOptions Snapshots { get; } = new();

    /// <summary>How fast the checksums of the index are verified in the background, in MiB (2^20 bytes) a second.</summary>
    /// <value>0 (not at all) to 10000. Default 16.</value>
    public int ScrubMebibytesPerSecond { get; set; } = 16;

    /// <summary>Serves the index beside another process that writes it, or the newest of a folder of snapshots, and takes no writes.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>What answers searches.</summary>
    /// <value><c>embedded</c>, the engine in this process, is all there is.</value>
    public string Engine { get; set; } = EmbeddedEngine;

    /// <summary>The engine in this process.</summary>
    internal const string EmbeddedEngine = "embedded";
}
