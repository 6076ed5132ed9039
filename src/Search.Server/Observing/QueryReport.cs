namespace Search.Server.Observing;

/// <summary>A query by all lines of the query log that have it, in whatever case.</summary>
/// <param name="Q">What was typed last.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="Found">How many articles it found the last time.</param>
/// <param name="Slowest">The longest that it took.</param>
/// <param name="WasPartial">Whether the time budget ever cut it.</param>
public sealed record AskedQuery(string Q, int Times, int Found, TimeSpan Slowest, bool WasPartial);

/// <summary>What was asked in a time, from the query log.</summary>
/// <param name="Searches">How many searches that is.</param>
/// <param name="FoundNothing">How many of them found nothing.</param>
/// <param name="BrokenLines">Lines of the log that could not be read, and are left out.</param>
/// <param name="IsCut">Whether there is more of that time in the log, older, than is read at once.</param>
/// <param name="Frequent">The most frequent queries.</param>
/// <param name="WithoutHits">The most frequent of those that found nothing the last time.</param>
/// <param name="Slow">The slowest.</param>
public sealed record QueryReport(
    int Searches, int FoundNothing, int BrokenLines, bool IsCut, IReadOnlyList<AskedQuery> Frequent, IReadOnlyList<AskedQuery> WithoutHits, IReadOnlyList<AskedQuery> Slow);
