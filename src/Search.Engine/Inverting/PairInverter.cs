using System.Text;
using Search.Analysis;

namespace Search.Engine.Inverting;

/// <summary>Writes the pairs of adjacent tokens of a field as terms in <see cref="FoldedOrder"/>.</summary>
/// <remarks>
/// <para>A pair is two numbers until its term is written. Two counting sorts, by the second term and then by the first, bring the occurrences of each pair
/// together. In the order of the index come first the letters of both terms without marks, then the marks: so all pairs whose first terms are alike below
/// their marks are put in order together, by the letters of the second; only pairs alike in both are compared by their forms.</para>
/// <para>This holds because no term has a sign below the letters, not even a space. Not thread-safe.</para>
/// </remarks>
/// <param name="numbers">The terms of the tokens.</param>
/// <param name="terms">Their order.</param>
internal sealed class PairInverter(TermNumbers numbers, SortedTerms terms)
{
    private readonly int[] _letters = LettersOf(terms);
    private readonly List<Pair> _pairs = [];
    private ulong[] _order = [];
    private char[] _chars = [];
    private byte[] _forms = [];
    private int _formsEnd;

    private readonly record struct Pair(int First, int Second, int Start, int End);

    /// <summary>Writes the pairs of a field.</summary>
    /// <param name="field">Its tokens.</param>
    /// <param name="documents">The documents to write, in order.</param>
    /// <param name="writer">Takes the terms.</param>
    public void Write(FieldTerms field, int[] documents, FieldWriter writer)
    {
        var ends = new int[terms.Forms.Length];
        Occurrence[] occurrences = Sort(field, documents, ends, out int withPairs);
        int start = 0;
        for (int first = 0; first < ends.Length;)
        {
            _pairs.Clear();
            int letters = _letters[first];
            for (; first < ends.Length && _letters[first] == letters; first++)
            {
                AddPairs(first, occurrences, start, ends[first]);
                start = ends[first];
            }

            WriteGroup(occurrences, writer);
        }

        writer.Finish(withPairs);
    }

    /// <summary>Sorts the occurrences by first and second term; <paramref name="ends"/> gets where those of each first term end.</summary>
    private Occurrence[] Sort(FieldTerms field, int[] documents, int[] ends, out int withPairs)
    {
        ReadOnlySpan<int> ranks = terms.Ranks;
        var bySecond = new int[ends.Length];
        withPairs = 0;
        int last = -1;
        var pairs = new AdjacentPairs(field, documents);
        while (pairs.MoveNext())
        {
            ends[ranks[pairs.First]]++;
            bySecond[ranks[pairs.Second]]++;
            withPairs += pairs.Document != last ? 1 : 0;
            last = pairs.Document;
        }

        int count = CountingSort.StartsOf(ends);
        CountingSort.StartsOf(bySecond);
        var seconds = new Occurrence[count];   // with the first term as detail
        pairs = new AdjacentPairs(field, documents);
        while (pairs.MoveNext())
        {
            seconds[bySecond[ranks[pairs.Second]]++] = new(pairs.Document, ranks[pairs.First]);
        }

        var sorted = new Occurrence[count];
        int second = 0;
        for (int i = 0; i < count; i++)
        {
            while (i == bySecond[second])
            {
                second++;
            }

            sorted[ends[seconds[i].Detail]++] = new(seconds[i].Document, second);
        }

        return sorted;
    }

    private void AddPairs(int first, Occurrence[] occurrences, int start, int end)
    {
        for (int i = start; i < end; i = _pairs[^1].End)
        {
            int second = occurrences[i].Detail;
            int after = i + 1;
            while (after < end && occurrences[after].Detail == second)
            {
                after++;
            }

            _pairs.Add(new(first, second, i, after));
        }
    }

    /// <summary>Writes pairs whose first terms have the same letters.</summary>
    private void WriteGroup(Occurrence[] occurrences, FieldWriter writer)
    {
        if (_order.Length < _pairs.Count)
        {
            _order = new ulong[2 * _pairs.Count];
        }

        Span<ulong> order = _order.AsSpan(0, _pairs.Count);
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = ((ulong)_letters[_pairs[i].Second] << 32) | (uint)i;
        }

        order.Sort();
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && order[end] >> 32 == order[start] >> 32)
            {
                end++;
            }

            WriteAlike(order[start..end], occurrences, writer);
            start = end;
        }
    }

    /// <summary>Writes pairs that differ in marks only.</summary>
    private void WriteAlike(ReadOnlySpan<ulong> pairs, Occurrence[] occurrences, FieldWriter writer)
    {
        _formsEnd = 0;
        if (pairs.Length == 1)
        {
            Write(Form(_pairs[(int)pairs[0]]), _pairs[(int)pairs[0]], occurrences, writer);
            return;
        }

        var forms = new (int Start, int Length, Pair Pair)[pairs.Length];
        for (int i = 0; i < forms.Length; i++)
        {
            Pair pair = _pairs[(int)pairs[i]];
            ArraySegment<byte> form = Form(pair);
            forms[i] = (form.Offset, form.Count, pair);
        }

        Array.Sort(forms, (one, other) => _forms.AsSpan(one.Start, one.Length).SequenceCompareTo(_forms.AsSpan(other.Start, other.Length)));
        foreach ((int start, int length, Pair pair) in forms)
        {
            Write(new ArraySegment<byte>(_forms, start, length), pair, occurrences, writer);
        }
    }

    private static void Write(ArraySegment<byte> form, Pair pair, Occurrence[] occurrences, FieldWriter writer) =>
        writer.Write(form, occurrences.AsSpan(pair.Start, pair.End - pair.Start));

    /// <summary>The form of a pair in the index, behind those that were made since the last group.</summary>
    private ArraySegment<byte> Form(Pair pair)
    {
        string first = numbers[terms.Numbers[pair.First]];
        string second = numbers[terms.Numbers[pair.Second]];
        int length = first.Length + 1 + second.Length;
        int longest = FoldedOrder.LongestForm(length);
        if (_chars.Length < length + longest)
        {
            _chars = new char[2 * (length + longest)];
        }

        Span<char> canonical = _chars.AsSpan(0, length);
        first.CopyTo(canonical);
        canonical[first.Length] = ' ';
        second.CopyTo(canonical[(first.Length + 1)..]);
        int written = FoldedOrder.Write(canonical, _chars.AsSpan(length));
        if (_forms.Length < _formsEnd + (3 * written))
        {
            Array.Resize(ref _forms, 2 * (_formsEnd + (3 * written)));
        }

        int start = _formsEnd;
        _formsEnd += Encoding.UTF8.GetBytes(_chars.AsSpan(length, written), _forms.AsSpan(start));
        return new(_forms, start, _formsEnd - start);
    }

    /// <summary>A number for each term, the same for those alike below their marks, in the order of the index.</summary>
    private static int[] LettersOf(SortedTerms terms)
    {
        var letters = new int[terms.Forms.Length];
        for (int rank = 1; rank < letters.Length; rank++)
        {
            bool isAlike = Letters(terms.Forms[rank]).SequenceEqual(Letters(terms.Forms[rank - 1]));
            letters[rank] = letters[rank - 1] + (isAlike ? 0 : 1);
        }

        return letters;
    }

    private static ReadOnlySpan<byte> Letters(byte[] form) =>
        form.AsSpan().IndexOf((byte)FoldedOrder.Separator) is var end and >= 0 ? form.AsSpan(0, end) : form;
}
