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
    private const string ReindexedKey = "reindexed";

    /// <summary>Random, so that generations differ even when an older state of the folder was restored in between.</summary>
    private readonly string _writerName = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8);
    private long _count;

    /// <summary>The data of the next commit.</summary>
    /// <param name="now">The time.</param>
    /// <param name="writes">What it surely holds.</param>
    /// <param name="reindexed">The <see cref="Reindexed"/>.</param>
    public Dictionary<string, string> Next(DateTimeOffset now, WriteSpan writes, string reindexed = "") => new()
    {
        [SchemaKey] = ArticleSchema.Version,
        [AnalyzerKey] = ArticleSchema.AnalyzerVersion,
        [GenerationKey] = $"{_writerName}-{++_count}",
        [TimeKey] = now.ToString("O"),
        [BeganKey] = writes.Began.ToString(CultureInfo.InvariantCulture),
        [LastWriteKey] = writes.Last.ToString(CultureInfo.InvariantCulture),
        [ReindexedKey] = reindexed,
    };

    /// <summary>The data of a commit that has all that an earlier one has, under a name of its own.</summary>
    public Dictionary<string, string> Again(IDictionary<string, string> commit) => new(commit) { [GenerationKey] = $"{_writerName}-{++_count}" };

    public static string Generation(IDictionary<string, string> commit) => commit[GenerationKey];

    public static DateTimeOffset Time(IDictionary<string, string> commit) =>
        DateTimeOffset.Parse(commit[TimeKey], CultureInfo.InvariantCulture);

    public static WriteSpan Writes(IDictionary<string, string> commit) => FindWrites(commit) ?? default;

    /// <summary>The writes of a commit; <see langword="null"/> if it is of a version that did not count them.</summary>
    public static WriteSpan? FindWrites(IDictionary<string, string> commit) => commit.TryGetValue(BeganKey, out string? began) && commit.TryGetValue(LastWriteKey, out string? last)
        ? new(long.Parse(began, CultureInfo.InvariantCulture), long.Parse(last, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The generation of the index, made beside it, whose place a commit or one before it took; empty if there was none. What is found beside it under this name
    /// has been taken.</summary>
    public static string Reindexed(IDictionary<string, string> commit) => commit.TryGetValue(ReindexedKey, out string? generation) ? generation : "";

    /// <summary>The version of the fields that a commit was written with, and that of the terms.</summary>
    public static (string Schema, string Analyzer) Versions(IDictionary<string, string> commit) =>
        (commit.TryGetValue(SchemaKey, out string? schema) ? schema : "none", commit.TryGetValue(AnalyzerKey, out string? analyzer) ? analyzer : "none");

    /// <summary>Whether a commit is of this version.</summary>
    public static bool IsCurrent(IDictionary<string, string> commit) => IsCurrent(Versions(commit));

    /// <summary>Whether versions are those of this program.</summary>
    public static bool IsCurrent((string Schema, string Analyzer) versions) => versions == (ArticleSchema.Version, ArticleSchema.AnalyzerVersion);

    /// <exception cref="IndexVersionException">Other code wrote the commit.</exception>
    public static void Check(IDictionary<string, string> commit, string path)
    {
        if (!IsCurrent(commit))
        {
            (string schema, string analyzer) = Versions(commit);
            throw new IndexVersionException(
                $"The index in {path} has schema {schema} and analyzer {analyzer}; this program reads schema {ArticleSchema.Version} and analyzer "
                + $"{ArticleSchema.AnalyzerVersion}. Rebuild it from its stored articles with: search reindex --index \"{path}\".");
        }
    }
}
