using System.Globalization;
using System.Security.Cryptography;
using Search.Engine.Articles;
using Search.Engine.Watching;

namespace Search.Engine.Indexing;

/// <summary>What every commit says of itself: the versions that wrote it and a name that is never used again.</summary>
internal sealed class CommitStamp
{
    private const string SchemaKey = "schema";
    private const string AnalyzerKey = "analyzer";
    private const string GenerationKey = "generation";
    private const string TimeKey = "committed";
    private const string BeganKey = "began";
    private const string LastWriteKey = "last_write";

    /// <summary>Random, so that generations differ even when an older state of the folder was restored in between.</summary>
    private readonly string _writerName = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8);
    private long _count;

    /// <summary>The data of the next commit.</summary>
    /// <param name="now">The time.</param>
    /// <param name="writes">What it surely holds.</param>
    public Dictionary<string, string> Next(DateTimeOffset now, WriteSpan writes) => new()
    {
        [SchemaKey] = ArticleSchema.Version,
        [AnalyzerKey] = ArticleSchema.AnalyzerVersion,
        [GenerationKey] = $"{_writerName}-{++_count}",
        [TimeKey] = now.ToString("O"),
        [BeganKey] = writes.Began.ToString(CultureInfo.InvariantCulture),
        [LastWriteKey] = writes.Last.ToString(CultureInfo.InvariantCulture),
    };

    public static string Generation(IDictionary<string, string> commit) => commit[GenerationKey];

    public static DateTimeOffset Time(IDictionary<string, string> commit) =>
        DateTimeOffset.Parse(commit[TimeKey], CultureInfo.InvariantCulture);

    public static WriteSpan Writes(IDictionary<string, string> commit) => new(
        long.Parse(commit[BeganKey], CultureInfo.InvariantCulture), long.Parse(commit[LastWriteKey], CultureInfo.InvariantCulture));

    /// <exception cref="IndexVersionException">Other code wrote the commit.</exception>
    public static void Check(IDictionary<string, string> commit, string path)
    {
        string schema = commit.TryGetValue(SchemaKey, out string? s) ? s : "none";
        string analyzer = commit.TryGetValue(AnalyzerKey, out string? a) ? a : "none";
        if (schema != ArticleSchema.Version || analyzer != ArticleSchema.AnalyzerVersion)
        {
            throw new IndexVersionException(
                $"The index in {path} has schema {schema} and analyzer {analyzer}; this program reads schema {ArticleSchema.Version} and analyzer "
                + $"{ArticleSchema.AnalyzerVersion}. Rebuild it from its stored articles with: search reindex --index \"{path}\".");
        }
    }
}
