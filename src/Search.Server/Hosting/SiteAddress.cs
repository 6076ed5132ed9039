using Microsoft.Extensions.Options;

namespace Search.Server.Hosting;

/// <summary>Where the service is reached from outside.</summary>
internal static class SiteAddress
{
    /// <summary>The address before the path of a page: <see cref="SearchOptions.PublicUrl"/>, or as the request was sent.</summary>
    public static string Of(HttpRequest request)
    {
        string configured = request.HttpContext.RequestServices.GetRequiredService<IOptions<SearchOptions>>().Value.PublicUrl;
        return configured.Length > 0 ? configured.TrimEnd('/') : $"{request.Scheme}://{request.Host}{request.PathBase}";
    }
}
