using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Engine.Searching;
using Search.Server.Tests;

namespace Search.Browser.Tests;

/// <summary>A browser, and a service with the sample articles of the repository; all tests share them.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TestServer? _server;
    private OtherSite? _allowed;

    /// <summary>The address of the service, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    internal TestServer Server => _server!;

    /// <summary>A site that may use the service.</summary>
    internal OtherSite Allowed => _allowed!;

    internal IBrowser Browser => _browser!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
        {
            return;
        }

        _allowed = await OtherSite.StartAsync();
        _server = await TestServer.StartAsync(settings: new Dictionary<string, string>
        {
            ["ArticlesPath"] = "index-data/articles",
            ["Cors:Origins:0"] = _allowed.Origin,
        });
        await _server.Services.GetRequiredService<SearchEngine>().SuggestionsReadyAsync();
        Address = _server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        _allowed.Use(Address);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_allowed is not null)
        {
            await _allowed.DisposeAsync();
        }
    }
}

/// <summary>The tests that share a browser; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
