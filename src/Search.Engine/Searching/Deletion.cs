namespace Search.Engine.Searching;

/// <summary>What a deletion by request found and did.</summary>
/// <param name="Matched">Articles that the request counts.</param>
/// <param name="Deleted">Those that were deleted; 0 in a dry run.</param>
/// <param name="Generation">The state of the archive in which they were counted.</param>
public sealed record Deletion(int Matched, int Deleted, string Generation);
