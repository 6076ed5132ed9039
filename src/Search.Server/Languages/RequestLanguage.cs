using Microsoft.Net.Http.Headers;
using Search.Answers;

namespace Search.Server.Languages;

/// <summary>Reads the language that a caller wants.</summary>
internal static class RequestLanguage
{
    /// <summary>The first of <c>Accept-Language</c>, by weight, that the service speaks; English if there is none.</summary>
    public static Language Of(HttpRequest request)
    {
        IEnumerable<StringWithQualityHeaderValue> wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(static range => range.Quality is not 0)
            .OrderByDescending(static range => range.Quality ?? 1);
        foreach (StringWithQualityHeaderValue range in wanted)
        {
            ReadOnlySpan<char> primary = range.Value.AsSpan();
            primary = primary.IndexOf('-') is var hyphen and > 0 ? primary[..hyphen] : primary;
            if (primary.Equals("vi", StringComparison.OrdinalIgnoreCase))
            {
                return Language.Vietnamese;
            }

            if (primary.Equals("en", StringComparison.OrdinalIgnoreCase))
            {
                return Language.English;
            }
        }

        return Language.English;
    }
}
