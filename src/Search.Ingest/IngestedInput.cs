using Search.Articles;

namespace Search.Ingest;

/// <summary>What became of one input, a file or a part of it: an article, or the reason why there is none.</summary>
public abstract record IngestedInput
{
    private IngestedInput(string name) => Name = name;

    /// <summary>Where it stood: a file (<c>pages/a.txt</c>), its line (<c>news.jsonl:17</c>) or its value (<c>news.json#3</c>, the third).</summary>
    public string Name { get; init; }

    /// <summary>An input that gave an article.</summary>
    /// <param name="Name">Where it stood.</param>
    /// <param name="Article">The article.</param>
    public sealed record Accepted(string Name, Article Article) : IngestedInput(Name);

    /// <summary>An input that gave none. The inputs after it are read all the same.</summary>
    /// <param name="Name">Where it stood.</param>
    /// <param name="Reason">One or more English sentences: what was found, and what was expected.</param>
    public sealed record Rejected(string Name, string Reason) : IngestedInput(Name);
}
