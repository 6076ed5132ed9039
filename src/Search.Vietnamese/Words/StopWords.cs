using System.Collections.Frozen;
using Search.Vietnamese.Data;

namespace Search.Vietnamese.Words;

/// <summary>Syllables that say little by themselves: function words, question words, particles.</summary>
/// <remarks>They are parts of content words, too (<i>không</i> in <i>hàng không</i>), so nothing may drop them from an index; a query
/// may weigh them less. Source: the table <c>stopwords-vi.tsv</c>.</remarks>
public static class StopWords
{
    private static readonly FrozenSet<string> All =
        EmbeddedTable.Rows("stopwords-vi.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a canonical syllable is a stop word.</summary>
    public static bool Contains(string syllable) => All.Contains(syllable);
}
