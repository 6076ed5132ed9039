using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Search.Server.Analysts;
using Search.Server.Hosting;
using Search.Server.Observing;

namespace Search.Server.Access;

/// <summary>Lets pages of the configured origins use the service from a browser.</summary>
internal static class CrossOrigin
{
    /// <summary>Adds the one policy there is. It allows no cookies.</summary>
    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<IOptions<SearchOptions>>(static (cors, search) =>
            cors.AddDefaultPolicy(policy => Allow(policy, [.. search.Value.Cors.Origins])));
    }

    /// <summary>Lets any page load the files of the widget, which are the same for all; what it then asks for is under the policy.</summary>
    public static void LetOtherSitesLoad(HttpResponse response) => response.Headers.AccessControlAllowOrigin = "*";

    private static void Allow(CorsPolicyBuilder policy, string[] origins) => policy
        .WithOrigins(origins)
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
        .WithHeaders(HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, HeaderNames.Authorization, ScopeGuard.KeyHeader)
        .WithExposedHeaders(
            HeaderNames.ETag, HeaderNames.RetryAfter, RequestLog.IdHeader, ExportEndpoint.TotalHeader, ExportEndpoint.CursorHeader, ExportEndpoint.GenerationHeader)
        .SetPreflightMaxAge(TimeSpan.FromHours(1));
}
