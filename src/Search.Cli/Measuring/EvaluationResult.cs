using System.Text.Json.Serialization;

namespace Search.Cli.Measuring;

/// <summary>What <c>search evaluate</c> measured.</summary>
internal sealed record EvaluationResult
{
    /// <summary>The name of the set in its suite; absent for a set alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required string? Set { get; init; }

    /// <summary>Articles indexed.</summary>
    public required int Documents { get; init; }

    /// <summary>Queries that have a relevant article.</summary>
    public required int Queries { get; init; }

    /// <summary>How the queries were typed.</summary>
    public required string Typing { get; init; }

    /// <summary>The mean over the queries, as <see cref="Search.Evaluation.RankingMeasures.NdcgAt"/>.</summary>
    [JsonPropertyName("ndcg@10")]
    public required double NdcgAt10 { get; init; }

    /// <summary>The mean reciprocal rank of the first relevant article among ten.</summary>
    [JsonPropertyName("mrr@10")]
    public required double MrrAt10 { get; init; }

    /// <summary>The mean share of relevant articles among ten.</summary>
    [JsonPropertyName("recall@10")]
    public required double RecallAt10 { get; init; }

    /// <summary>The mean share of relevant articles among a hundred.</summary>
    [JsonPropertyName("recall@100")]
    public required double RecallAt100 { get; init; }

    /// <summary>Reading, analyzing, indexing and committing.</summary>
    public required double IndexSeconds { get; init; }

    /// <summary>Bytes of the files of the index.</summary>
    public required long IndexBytes { get; init; }

    /// <summary>Of the engine's answers with a hundred hits, microseconds.</summary>
    public required LatencyMicroseconds LatencyUs { get; init; }
}

/// <summary>A distribution of times, in microseconds.</summary>
internal sealed record LatencyMicroseconds(double Mean, double P50, double P95, double P99)
{
    public static LatencyMicroseconds Of(IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(time => time.TotalMicroseconds).Order()];
        double At(double share) => sorted.Length == 0 ? 0 : Math.Round(sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)], 1);
        return new(sorted.Length == 0 ? 0 : Math.Round(sorted.Average(), 1), At(0.5), At(0.95), At(0.99));
    }
}
