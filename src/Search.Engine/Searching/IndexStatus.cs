using Search.Engine.Checking;

namespace Search.Engine.Searching;

/// <summary>What an index holds and who wrote it.</summary>
/// <param name="Documents">Articles that a search can find.</param>
/// <param name="DeletedDocuments">Articles deleted or replaced, whose room is not reclaimed yet.</param>
/// <param name="Segments">Lucene segments.</param>
/// <param name="SizeBytes">Bytes of the files of the last commit.</param>
/// <param name="Generation">The name of the last commit.</param>
/// <param name="Schema">The version of the fields.</param>
/// <param name="Analyzer">The version of the terms.</param>
/// <param name="Committed">When the last commit was made.</param>
public sealed record IndexStatus(
    int Documents, int DeletedDocuments, int Segments, long SizeBytes, string Generation, string Schema, string Analyzer, DateTimeOffset Committed)
{
    /// <summary>Words and phrases that have synonyms.</summary>
    public int Synonyms { get; init; }

    /// <summary>Why the file of synonyms as it is now is not used, but as it was; <see langword="null"/> if nothing is wrong with it.</summary>
    public string? SynonymsProblem { get; init; }

    /// <summary>Why the last write could not be made durable; <see langword="null"/> if it could.</summary>
    public string? WriteProblem { get; init; }

    /// <summary>How far the verification in the background is.</summary>
    public Verification Verification { get; init; } = new(Verified: null, 0, 0, []);

    /// <summary>What is known to be damaged: segments that are left out of all searches, and what the verification in the background found.</summary>
    public IReadOnlyList<IndexDamage> Damage { get; init; } = [];
}
