using System.Text;

namespace Search.Engine.Inverting;

/// <summary>Numbers terms in the order in which they come. Not thread-safe.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];

    public int Count => _terms.Count;

    public string this[int number] => _terms[number];

    /// <summary>The number of a term, from 0.</summary>
    public int Of(string term)
    {
        if (!_numbers.TryGetValue(term, out int number))
        {
            number = _terms.Count;
            _numbers.Add(term, number);
            _terms.Add(term);
        }

        return number;
    }

    /// <summary>Sorts what was numbered so far.</summary>
    /// <param name="form">The form of a term in the index.</param>
    public SortedTerms Sort(Func<string, string> form) => new([.. _terms.Select(term => Encoding.UTF8.GetBytes(form(term)))]);
}

/// <summary>Terms in the order of the index, which is that of the bytes of their UTF-8.</summary>
internal sealed class SortedTerms
{
    private readonly int[] _ranks;

    /// <param name="forms">The form of each term, by its number.</param>
    public SortedTerms(byte[][] forms)
    {
        int[] order = [.. Enumerable.Range(0, forms.Length)];
        Array.Sort(order, (one, other) => forms[one].AsSpan().SequenceCompareTo(forms[other]));
        _ranks = new int[forms.Length];
        var byRank = new List<int>(forms.Length);
        foreach (int number in order)
        {
            if (byRank.Count == 0 || !forms[byRank[^1]].AsSpan().SequenceEqual(forms[number]))
            {
                byRank.Add(number);
            }

            _ranks[number] = byRank.Count - 1;
        }

        Forms = [.. byRank.Select(number => forms[number])];
        Numbers = [.. byRank];
    }

    /// <summary>The forms, in order; those that have lost a broken character may stand for several terms.</summary>
    public byte[][] Forms { get; }

    /// <summary>The number of a term with each form.</summary>
    public int[] Numbers { get; }

    /// <summary>The place of each term in the order, by its number.</summary>
    public ReadOnlySpan<int> Ranks => _ranks;
}
