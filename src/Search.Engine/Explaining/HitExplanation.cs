using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Engine.Explaining;

/// <summary>What gave an article its score, which is the sum over the parts.</summary>
/// <param name="Parts">In the order of the query, single words before pairs.</param>
public sealed record HitExplanation(IReadOnlyList<ExplainedPart> Parts);

/// <summary>What one part of the query gave.</summary>
/// <param name="Typed">The part as the user sent it; of wildcards and words with <c>~</c>, the words found.</param>
/// <param name="Kind">How it was looked for.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Most">What it would give if it occurred any number of times: the rarer, the more.</param>
/// <param name="Matches">What was found where.</param>
public sealed record ExplainedPart(string Typed, EvidenceKind Kind, float Score, float Most, IReadOnlyList<ExplainedMatch> Matches)
{
    /// <summary>How often two words stand near each other; 0 for other kinds.</summary>
    public int Occurrences { get; init; }
}

/// <summary>A word, pair or phrase found in one field.</summary>
/// <param name="Text">In canonical form.</param>
/// <param name="Field"><c>title</c>, <c>lead</c> (also the opening of a text without one) or <c>body</c>.</param>
/// <param name="Occurrences">How often.</param>
/// <param name="Reading">How what was typed was read as this; <see langword="null"/> if it was typed so.</param>
public sealed record ExplainedMatch(string Text, string Field, int Occurrences, QueryReadingKind? Reading);
