namespace Search.Benchmarks.Peers;

/// <summary>What a peer is asked to do with the terms of a query; its first ten hits are wanted.</summary>
internal enum Operation
{
    /// <summary>Articles with any of the terms, ranked. The engine itself reads the query as typed, as it would for a reader.</summary>
    Or,

    /// <summary>Articles with all of them, ranked.</summary>
    And,

    /// <summary>Articles with any of them, which are typed without marks.</summary>
    Unmarked,

    /// <summary>The terms side by side.</summary>
    Phrase,

    /// <summary>All terms, the last being the beginning of one.</summary>
    Prefix,

    /// <summary>One term, or others with one letter more, less or changed.</summary>
    Fuzzy,

    /// <summary>As <see cref="Or"/>, of a fifth of the articles by date.</summary>
    Dated,

    /// <summary>As <see cref="Or"/>, the newest first.</summary>
    Newest,

    /// <summary>As <see cref="Or"/>, and how many articles of each section there are.</summary>
    Facets,

    /// <summary>As <see cref="Or"/>, with what matches in the text of each hit.</summary>
    Snippets,

    /// <summary>How many articles have all of the terms, exactly, and nothing else.</summary>
    Count,
}

/// <summary>A query in the forms that peers need.</summary>
/// <param name="Syllables">Canonical terms, parted by spaces.</param>
/// <param name="Folded">The same without marks.</param>
/// <param name="Text">As typed.</param>
internal sealed record PeerQuery(string Syllables, string Folded, string Text)
{
    /// <summary>The query of terms.</summary>
    /// <param name="terms">One or more.</param>
    /// <param name="text">As typed; <see langword="null"/> if the terms are that.</param>
    public static PeerQuery Of(IEnumerable<string> terms, string? text = null)
    {
        string syllables = string.Join(' ', terms);
        return new(syllables, PeerTerms.Fold(syllables), text ?? syllables);
    }
}

/// <summary>Queries of one kind.</summary>
/// <param name="Name">What a report calls them.</param>
/// <param name="Operation">What is done with them.</param>
/// <param name="Queries">The queries.</param>
internal sealed record QueryClass(string Name, Operation Operation, IReadOnlyList<PeerQuery> Queries);
