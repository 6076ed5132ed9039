using Search.Ingest.Streams;

namespace Search.Ingest;

/// <summary>Bytes that hold articles: a file, or what is packed in one.</summary>
/// <param name="Name">Where they stand, for the report: <c>archive.zip/pages/a.html</c>.</param>
/// <param name="Place">The same from the folder that was given, for ids.</param>
/// <param name="FileName">The name that tells the format, without what says how it is packed: <c>a.jsonl</c> of <c>a.jsonl.gz</c>.</param>
/// <param name="Stream">The bytes, to be read once.</param>
/// <param name="Limit">How far the file may grow when it is decompressed.</param>
internal sealed record InputContent(string Name, string Place, string FileName, PeekableStream Stream, ExpansionLimit Limit)
{
    /// <summary>The folder it lies in and may refer to; <see langword="null"/> for what is packed.</summary>
    public string? Folder { get; init; }

    /// <summary>How many lists led here: 1 for a sitemap that another one lists, 2 for a page that a sitemap lists, 0 for all else.</summary>
    public int SitemapsBefore { get; init; }

    /// <summary>The encoding that was declared with it, as in HTTP; <see langword="null"/> if none.</summary>
    public string? Charset { get; init; }

    /// <summary>Where it was published; <see langword="null"/> if that is not known.</summary>
    public Uri? Address { get; init; }

    /// <summary>The same as an article may have it; <see langword="null"/> if it is none of the web.</summary>
    public string? Url => Address is { Scheme: "http" or "https" } ? Address.AbsoluteUri : null;

    /// <summary>The same place with other bytes in it.</summary>
    public InputContent With(Stream stream, string fileName) => this with { Stream = new PeekableStream(stream), FileName = fileName };
}

/// <summary>An input that was cut out of its file. Called, it is parsed: once, on any thread.</summary>
/// <returns>One article or the reason why there is none; of a page that teases others, more.</returns>
internal delegate IEnumerable<IngestedInput> CutInput();
