using System.Runtime.InteropServices;

namespace Search.Engine.Ranking;

/// <summary>One document of postings that were read as a whole.</summary>
/// <param name="Evidence">The number of the evidence that they are of.</param>
/// <param name="IsWider">Whether they are of what stands beside it.</param>
/// <param name="Document">The document.</param>
/// <param name="Worth">What the occurrences in it count.</param>
internal readonly record struct ReadPosting(int Evidence, bool IsWider, int Document, float Worth);

/// <summary>All short postings of a query in a segment, put in the order of the windows: most terms of a query that was typed without marks have only a few documents, and
/// to look at each of them in each window would take longer than to read them.</summary>
internal sealed class ShortPostings
{
    private readonly List<ReadPosting> _read = [];
    private ReadPosting[] _byWindow = [];
    private int[] _starts = [];

    /// <summary>Adds a document. Evidence must come in order.</summary>
    public void Add(ReadPosting posting) => _read.Add(posting);

    /// <summary>Puts all in order: by window, by evidence, and as they were added.</summary>
    public void Sort(int windows)
    {
        ReadOnlySpan<ReadPosting> read = CollectionsMarshal.AsSpan(_read);
        _starts = new int[windows + 1];
        foreach (ReadPosting posting in read)
        {
            _starts[(posting.Document / Window.Size) + 1]++;
        }

        for (int window = 0; window < windows; window++)
        {
            _starts[window + 1] += _starts[window];
        }

        _byWindow = new ReadPosting[read.Length];
        Span<int> next = _starts.Length <= 1024 ? stackalloc int[_starts.Length] : new int[_starts.Length];
        _starts.CopyTo(next);
        foreach (ReadPosting posting in read)
        {
            _byWindow[next[posting.Document / Window.Size]++] = posting;
        }

        _read.Clear();
    }

    /// <summary>Those of a window, by evidence.</summary>
    public ReadOnlySpan<ReadPosting> In(int window) => _byWindow.AsSpan(_starts[window].._starts[window + 1]);

    /// <summary>Those of some evidence in a window.</summary>
    public ReadOnlySpan<ReadPosting> Of(int evidence, int window)
    {
        ReadOnlySpan<ReadPosting> all = In(window);
        int start = FirstOf(evidence, all);
        return all[start..FirstOf(evidence + 1, all)];
    }

    private static int FirstOf(int evidence, ReadOnlySpan<ReadPosting> postings)
    {
        (int start, int end) = (0, postings.Length);
        while (start < end)
        {
            int middle = (start + end) / 2;
            (start, end) = postings[middle].Evidence < evidence ? (middle + 1, end) : (start, middle);
        }

        return start;
    }
}
