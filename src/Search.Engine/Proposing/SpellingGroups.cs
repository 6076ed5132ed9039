using System.Collections.Concurrent;
using Search.Engine.Querying;
using Search.Vietnamese.Spelling;

namespace Search.Engine.Proposing;

/// <summary>The words of a commit that are alike below their marks, each group remembered once it was asked for. Thread-safe.</summary>
/// <remarks>There are some 2,500 foldings of syllables, so that a term dictionary is hardly asked twice for one; many of them have no words.</remarks>
internal sealed class SpellingGroups
{
    /// <summary>Later ones are looked up each time: a few MiB of memory at most.</summary>
    private const int MostRemembered = 16_384;

    private readonly ConcurrentDictionary<string, TermFrequency[]> _groups = new(StringComparer.Ordinal);

    /// <summary>The words that are this below their marks, with their occurrences.</summary>
    /// <param name="folded">Small letters without marks.</param>
    /// <param name="dictionary">The terms of the same commit.</param>
    public ReadOnlySpan<TermFrequency> Alike(ReadOnlySpan<char> folded, TermDictionary dictionary)
    {
        if (_groups.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out TermFrequency[]? known))
        {
            return known;
        }

        string letters = folded.ToString();
        TermFrequency[] group = [.. dictionary.TokensAlike(letters).Select(term => new TermFrequency(term.Canonical, term.TotalTermFreq))];
        if (_groups.Count < MostRemembered)
        {
            _groups.TryAdd(letters, group);
        }

        return group;
    }
}
