using System.Text;

namespace Search.Engine.Suggesting;

/// <summary>A phrase of the collection.</summary>
/// <param name="Form">Its index form, a <see cref="PhraseTerm"/>.</param>
/// <param name="Weight">How likely it is meant: a greater one is suggested first.</param>
/// <param name="Articles">The articles that repeat it, or have it as a tag.</param>
/// <param name="IsTag">Whether it is the tag of an article.</param>
internal readonly record struct Phrase(string Form, float Weight, int Articles, bool IsTag);

/// <summary>The phrases of a collection, in order of their letters without marks; finds the best ones that begin with given letters.</summary>
/// <remarks>One array of bytes holds all forms, another is a tree of the greatest weights (a tournament): the k best of a range of n phrases are found
/// in O(k · log n), however many begin so. Immutable and thread-safe.</remarks>
internal sealed class PhraseDictionary
{
    private readonly byte[] _forms;
    private readonly int[] _ends;
    private readonly int[] _articles;

    /// <summary>The weights from <see cref="_leaves"/> on, before them the greater of each two: those of node i at 2i and 2i + 1.</summary>
    private readonly float[] _greatest;
    private readonly int _leaves;

    /// <summary>Makes the dictionary.</summary>
    /// <param name="phrases">In any order, no form twice.</param>
    public PhraseDictionary(IReadOnlyList<Phrase> phrases)
    {
        Count = phrases.Count;
        var forms = new byte[Count][];
        var order = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            (forms[i], order[i]) = (Encoding.UTF8.GetBytes(phrases[i].Form), i);
        }

        Array.Sort(forms, order, Comparer<byte[]>.Create(static (x, y) => x.AsSpan().SequenceCompareTo(y)));
        _forms = new byte[forms.Sum(form => form.Length)];
        _ends = new int[Count];
        _articles = new int[Count];
        _leaves = Math.Max(1, Count);
        _greatest = new float[2 * _leaves];
        int end = 0;
        for (int i = 0; i < Count; i++)
        {
            Phrase phrase = phrases[order[i]];
            forms[i].CopyTo(_forms, end);
            _ends[i] = end += forms[i].Length;
            _articles[i] = phrase.IsTag ? -phrase.Articles : phrase.Articles;
            _greatest[_leaves + i] = phrase.Weight;
        }

        for (int node = _leaves - 1; node > 0; node--)
        {
            _greatest[node] = Math.Max(_greatest[2 * node], _greatest[(2 * node) + 1]);
        }
    }

    /// <summary>A dictionary without phrases.</summary>
    public static PhraseDictionary Empty { get; } = new([]);

    public int Count { get; }

    /// <summary>Bytes of memory.</summary>
    public long SizeBytes => _forms.Length + ((long)sizeof(int) * (_ends.Length + _articles.Length)) + ((long)sizeof(float) * _greatest.Length);

    public Phrase this[int index] =>
        new(Encoding.UTF8.GetString(FormOf(index)), _greatest[_leaves + index], Math.Abs(_articles[index]), _articles[index] < 0);

    /// <summary>The phrases whose letters without marks begin with these, best first; lazily.</summary>
    /// <param name="folded">Words with single spaces between; the last may be the beginning of a word.</param>
    public IEnumerable<Phrase> BeginningWith(string folded)
    {
        byte[] prefix = Encoding.UTF8.GetBytes(folded);
        int start = FirstNotBelow(prefix);
        int end = FirstNotBelow([.. prefix, byte.MaxValue]);   // no UTF-8 has this byte
        var open = new PriorityQueue<int, float>();
        for ((int left, int right) = (start + _leaves, end + _leaves); left < right; left /= 2, right /= 2)
        {
            if (left % 2 == 1)
            {
                open.Enqueue(left, -_greatest[left]);
                left++;
            }

            if (right % 2 == 1)
            {
                right--;
                open.Enqueue(right, -_greatest[right]);
            }
        }

        while (open.TryDequeue(out int node, out _))
        {
            if (node >= _leaves)
            {
                yield return this[node - _leaves];
                continue;
            }

            open.Enqueue(2 * node, -_greatest[2 * node]);
            open.Enqueue((2 * node) + 1, -_greatest[(2 * node) + 1]);
        }
    }

    private ReadOnlySpan<byte> FormOf(int index)
    {
        int start = index == 0 ? 0 : _ends[index - 1];
        return _forms.AsSpan(start, _ends[index] - start);
    }

    private int FirstNotBelow(ReadOnlySpan<byte> form)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (FormOf(middle).SequenceCompareTo(form) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
