namespace Search.Cli.Indexing;

/// <summary>What became of the inputs of one format.</summary>
internal sealed class FormatCounts
{
    /// <summary>The format; empty for what was not read.</summary>
    public required string Format { get; init; }

    /// <summary>Articles and rejected inputs.</summary>
    public int Read => Created + Updated + Unchanged + Rejected;

    /// <summary>New articles.</summary>
    public int Created { get; set; }

    /// <summary>Articles that took the place of an earlier form.</summary>
    public int Updated { get; set; }

    /// <summary>Articles that were there already.</summary>
    public int Unchanged { get; set; }

    /// <summary>Inputs that gave no article.</summary>
    public int Rejected { get; set; }
}

/// <summary>How many articles were converted in one way.</summary>
/// <param name="Encoding">The encoding, or the way of repair.</param>
/// <param name="Count">The articles.</param>
internal sealed record EncodingCount(string Encoding, int Count);
