using Search.Engine.Articles;

namespace Search.Engine.Ranking;

/// <summary>The constants of the scoring model: BM25F over title, lead and body, for tokens and for pairs of adjacent tokens.</summary>
/// <remarks>Chosen on the collections named in ARCHITECTURE.md, where their effect is recorded.</remarks>
public sealed record RankingWeights
{
    /// <summary>The constants in use.</summary>
    public static RankingWeights Default { get; } = new();

    /// <summary>How soon further occurrences add little.</summary>
    /// <value>Above 0.</value>
    public float K1 { get; init; } = 1.5f;

    /// <summary>How much a long field is held against its occurrences.</summary>
    /// <value>0 (not at all) to 1 (in full proportion).</value>
    public float B { get; init; } = 1f;

    /// <summary>What an occurrence in the title counts, against 1 in the lead and in the body.</summary>
    public float Title { get; init; } = 3f;

    /// <summary>What a pair of adjacent tokens counts, against 1 for a token.</summary>
    public float Pair { get; init; } = 0.4f;

    /// <summary>What two words that stand near each other count, against 1 for a token.</summary>
    public float Near { get; init; } = 0.3f;

    /// <summary>How far apart they may stand, in positions.</summary>
    public int NearWindow { get; init; } = 8;

    /// <summary>How many of the best documents are looked at for it.</summary>
    public int NearDepth { get; init; } = 50;

    /// <summary>What a stop syllable counts in a query that has other words.</summary>
    public float StopSyllable { get; init; } = 0.2f;

    /// <summary>What all words together count that have more marks than were typed, beside the one most likely meant, in a query without any tone mark.</summary>
    public float Unmarked { get; init; } = 0.4f;

    /// <summary>The same in a query that has tone marks elsewhere.</summary>
    public float PartlyMarked { get; init; } = 0.3f;

    /// <summary>What an occurrence of a word counts that was probably meant by one mistyped, against 1 for the word as typed.</summary>
    public float Mistyped { get; init; } = 0.8f;

    /// <summary>The weight of a text field.</summary>
    internal float Of(TextField field) => field == TextField.Title ? Title : 1;
}
