using System.Numerics;
using Search.Engine.Similarity;

namespace Search.Engine.Ranking;

/// <summary>What is to be known of all documents that a ranking lists, beside its hits.</summary>
internal sealed class ListedCounts
{
    /// <summary>Whether their numbers must be exact; otherwise the ranking leaves documents out that cannot be hits.</summary>
    public bool AreExact { get; init; } = true;

    /// <summary>Takes note of copies; <see langword="null"/> unless they are to be collapsed.</summary>
    public ListedCopies? Copies { get; init; }

    /// <summary>Takes note of all; <see langword="null"/> unless they are counted by what they are.</summary>
    public MatchedDocuments? Matched { get; init; }

    /// <summary>Takes note of the listed documents of a window.</summary>
    /// <param name="first">The number in the view of the window's first document.</param>
    /// <param name="listed">A bit for each.</param>
    /// <param name="matchingAll">Those among them that have every unit.</param>
    public void Add(int first, ReadOnlySpan<ulong> listed, ReadOnlySpan<ulong> matchingAll)
    {
        if (Copies is null && Matched is null)
        {
            return;
        }

        for (int word = 0; word < listed.Length; word++)
        {
            for (ulong bits = listed[word]; bits != 0; bits &= bits - 1)
            {
                int place = (word << 6) + BitOperations.TrailingZeroCount(bits);
                bool matchesAll = (matchingAll[word] & (1UL << place)) != 0;
                Copies?.Add(first + place, matchesAll);
                Matched?.Add(first + place, matchesAll);
            }
        }
    }
}
