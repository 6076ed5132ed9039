using System.Collections.Frozen;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Words;

/// <summary>Syllables that say little by themselves: function words, question words, particles.</summary>
/// <remarks>They are parts of content words, too (<i>không</i> in <i>hàng không</i>), so nothing may drop them from an index; a query of three
/// syllables or more may weigh them less where they stand alone, neither in a quotation nor in a word of the lexicon.
/// Source: the table <c>stopwords-vi.tsv</c>.</remarks>
public static class StopWords
{
    /// <summary>What a stop word counts in a query, where other syllables count 1.</summary>
    public const double Weight = 0.2;

    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> IsQuestionBySyllable =
        EmbeddedTable.Rows("stopwords-vi.tsv").ToFrozenDictionary(row => row[0], row => row[1] == "question", StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a canonical syllable is a stop word.</summary>
    public static bool Contains(ReadOnlySpan<char> syllable) => IsQuestionBySyllable.ContainsKey(syllable);

    /// <summary>Whether a canonical syllable asks (gì, ai, đâu, nào, bao, nhiêu): the answer need not contain it, even where it is part of a word.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> syllable) => IsQuestionBySyllable.TryGetValue(syllable, out bool isQuestion) && isQuestion;

    /// <summary><see cref="Weight"/> for a stop word, 1 for any other canonical syllable.</summary>
    public static double WeightOf(ReadOnlySpan<char> syllable) => Contains(syllable) ? Weight : 1;
}
