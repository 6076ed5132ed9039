using Microsoft.Net.Http.Headers;

namespace Search.Server.Parameters;

/// <summary>The media types that the service reads.</summary>
internal static class MediaTypes
{
    /// <summary>One JSON value.</summary>
    public const string Json = "application/json";

    /// <summary>One JSON object a line.</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Whether the body is said to be JSON.</summary>
    public static bool IsJson(HttpRequest request) => Is(request, Json);

    /// <summary>Whether the body is said to be JSON, one object a line.</summary>
    public static bool IsNdjson(HttpRequest request) => Is(request, Ndjson);

    /// <remarks>A request that does not say it is refused: that is what a web page of another site can make a browser send.</remarks>
    private static bool Is(HttpRequest request, string type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? given)
        && given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
        && (!given.Charset.HasValue || HeaderUtilities.RemoveQuotes(given.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
