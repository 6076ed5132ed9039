using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Search.Browser.Tests;

/// <summary>A newspaper's site on an origin of its own, with the widget on its front page, under a policy that allows nothing but the service.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _site;
    private string _service = "";

    private OtherSite(WebApplication site)
    {
        _site = site;
        site.MapGet("/", FrontPage);
    }

    /// <summary>Its address, without a slash at its end.</summary>
    public string Origin => _site.Urls.First();

    /// <summary>Starts it.</summary>
    public static async Task<OtherSite> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new OtherSite(builder.Build());
        await site._site.StartAsync();
        return site;
    }

    /// <summary>Says where the service is.</summary>
    public void Use(string service) => _service = service;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private ContentHttpResult FrontPage(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {_service}; connect-src {_service}; img-src data:";
        return TypedResults.Content(
            $"""<!DOCTYPE html><html lang="vi"><title>Báo</title><link rel="icon" href="data:,"><script src="{_service}/widget.js" defer></script><vn-search endpoint="{_service}"></vn-search></html>""",
            "text/html; charset=utf-8");
    }
}
