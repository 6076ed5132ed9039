using Search.Articles;

namespace Search.Ingest;

/// <summary>What became of one input, a file or a part of it: an article, or the reason why there is none.</summary>
public abstract record IngestedInput
{
    private IngestedInput(string name) => Name = name;

    /// <summary>Where it stood: a file (<c>pages/a.txt</c>), also in an archive (<c>old.zip/pages/a.txt</c>), its line (<c>news.jsonl:17</c>), its
    /// value (<c>news.json#3</c>, the third) or its record (<c>crawl.warc.gz#https://bao.example/tin</c>).</summary>
    public string Name { get; init; }

    /// <summary>What it was read as: <c>text</c>, <c>html</c>, <c>json</c>, <c>jsonl</c>, <c>csv</c>, <c>rss</c>, <c>warc</c>, or the archive that gave
    /// nothing to read, <c>zip</c>, <c>tar</c>, <c>gzip</c>; empty if it was not read.</summary>
    public string Format { get; init; } = "";

    /// <summary>An input that gave an article.</summary>
    /// <param name="Name">Where it stood.</param>
    /// <param name="Article">The article.</param>
    public sealed record Accepted(string Name, Article Article) : IngestedInput(Name)
    {
        /// <summary>The encoding its text was in: <c>utf-8</c>, or the one it was converted from (<see cref="Vietnamese.Encodings.TextEncoding.Name"/>), or how
        /// damaged Unicode was repaired (<see cref="Vietnamese.Encodings.RepairedText.Label"/>).</summary>
        public string Encoding { get; init; } = "utf-8";
    }

    /// <summary>An input that should have given one and did not. The inputs after it are read all the same.</summary>
    /// <param name="Name">Where it stood.</param>
    /// <param name="Reason">One or more English sentences: what was found, and what was expected.</param>
    public sealed record Rejected(string Name, string Reason) : IngestedInput(Name);

    /// <summary>An input that holds no article and is not expected to: pictures, style sheets, redirections.</summary>
    /// <param name="Name">Where it stood.</param>
    /// <param name="Reason">An English sentence, the same for all inputs of the kind.</param>
    public sealed record PassedOver(string Name, string Reason) : IngestedInput(Name);
}
