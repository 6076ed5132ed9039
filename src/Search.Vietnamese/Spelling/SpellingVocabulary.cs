using System.Numerics;
using Search.Vietnamese.Folding;

namespace Search.Vietnamese.Spelling;

/// <summary>A term of a collection and how often it occurs there.</summary>
/// <param name="Term">In canonical form.</param>
/// <param name="Frequency">Its occurrences; at least 1.</param>
public readonly record struct TermFrequency(string Term, long Frequency);

/// <summary>The terms of a collection that are alike below their marks.</summary>
/// <param name="folded">What they have in common: small letters without marks. The span is valid during the call only.</param>
/// <returns>Terms that occur in the collection, in any order; empty if there are none.</returns>
public delegate ReadOnlySpan<TermFrequency> TermsAlike(ReadOnlySpan<char> folded);

/// <summary>The terms of a collection in memory, by what they are below their marks.</summary>
/// <remarks>Immutable and thread-safe. Beside the terms themselves it takes about 30 bytes a term. Built in O(n log n).</remarks>
public sealed class SpellingVocabulary
{
    private const int Free = 0;

    /// <summary>Sorted by folding.</summary>
    private readonly TermFrequency[] _terms;

    /// <summary>Where the group of a folding begins in <see cref="_terms"/>, plus 1, by the hash of the folding; open addressing.</summary>
    private readonly int[] _slots;

    /// <summary>Makes a vocabulary of terms.</summary>
    /// <param name="terms">Each once; terms that do not occur are left out.</param>
    public SpellingVocabulary(IEnumerable<TermFrequency> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _terms = [.. terms.Where(term => term.Frequency > 0)];
        string[] foldings = [.. _terms.Select(term => DiacriticFolding.Fold(term.Term))];
        Array.Sort(foldings, _terms, StringComparer.Ordinal);
        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(2 * _terms.Length) + 1)];
        for (int i = 0; i < foldings.Length; i++)
        {
            if (i == 0 || foldings[i] != foldings[i - 1])
            {
                _slots[Slot(foldings[i])] = i + 1;
            }
        }
    }

    /// <summary>The number of terms.</summary>
    public int Count => _terms.Length;

    /// <summary>The terms that are this below their marks; a <see cref="TermsAlike"/>.</summary>
    public ReadOnlySpan<TermFrequency> Alike(ReadOnlySpan<char> folded)
    {
        int start = _slots[Slot(folded)] - 1;
        if (start < 0)
        {
            return [];
        }

        int end = start + 1;
        while (end < _terms.Length && FoldsTo(_terms[end].Term, folded))
        {
            end++;
        }

        return _terms.AsSpan(start, end - start);
    }

    /// <summary>The slot that holds the group of a folding or is free for it.</summary>
    private int Slot(ReadOnlySpan<char> folded)
    {
        uint hash = 2166136261;
        foreach (char c in folded)
        {
            hash = (hash ^ c) * 16777619;
        }

        int slot = (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));
        while (_slots[slot] != Free && !FoldsTo(_terms[_slots[slot] - 1].Term, folded))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private static bool FoldsTo(string term, ReadOnlySpan<char> folded)
    {
        if (term.Length < folded.Length)
        {
            return false;
        }

        Span<char> letters = term.Length <= 64 ? stackalloc char[term.Length] : new char[term.Length];
        term.CopyTo(letters);
        return letters[..DiacriticFolding.Fold(letters)].SequenceEqual(folded);
    }
}
