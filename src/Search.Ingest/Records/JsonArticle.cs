using Search.Articles;
using Search.Ingest.Identity;

namespace Search.Ingest.Records;

/// <summary>One JSON object as an input.</summary>
internal static class JsonArticle
{
    /// <summary>Reads an article; one without an id gets one from its address, else from its place.</summary>
    /// <param name="json">One JSON object, in memory that the article keeps.</param>
    /// <param name="name">The name of the input.</param>
    /// <param name="place">The path relative to what was given, with the number within the file.</param>
    public static IngestedInput Read(ReadOnlyMemory<byte> json, string name, string place)
    {
        ArticleReading reading = ArticleJson.ReadOrDeriveId(json, url => url is null ? DerivedId.OfPath(place) : DerivedId.OfUrl(url));
        return reading.IsArticle
            ? new IngestedInput.Accepted(name, reading.Article)
            : new IngestedInput.Rejected(name, string.Join(' ', reading.Problems.Select(static problem => problem.Message)));
    }
}
