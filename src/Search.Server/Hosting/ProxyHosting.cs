using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Search.Server.Hosting;

/// <summary>Lets the service stand behind a proxy.</summary>
internal static class ProxyHosting
{
    /// <summary>Believes the trusted proxies, and nobody else, about who asks, how and under which name.</summary>
    public static void AddTrustedProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SearchOptions>>(static (forwarded, search) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = null;   // as many proxies in a row as are trusted
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (string proxy in search.Value.TrustedProxies)
            {
                if (IPAddress.TryParse(proxy, out IPAddress? address))
                {
                    forwarded.KnownProxies.Add(address);
                }
                else
                {
                    forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                }
            }
        });

    /// <summary>Reads what trusted proxies say, and takes the path away under which they pass requests on.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        SearchOptions options = app.Services.GetRequiredService<IOptions<SearchOptions>>().Value;
        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UsePathBase(options.PathBase);
    }
}
