using Microsoft.Playwright;

namespace Search.Browser.Tests;

/// <summary>A page in a browser context of its own. What it writes to the console as an error fails the test.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _errors.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors that the test expects, such as that of an answer with the status 400, are taken away.</summary>
    public void ExpectError(string part) => Assert.NotEqual(0, _errors.RemoveAll(error => error.Contains(part, StringComparison.Ordinal)));

    /// <summary>Opens an address of the service.</summary>
    /// <param name="fixture">Browser and service.</param>
    /// <param name="address">A path with its query, or an absolute address.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="scripts">Whether scripts run.</param>
    public static async Task<OpenPage> AtAsync(BrowserFixture fixture, string address, int width = 1200, bool scripts = true)
    {
        IBrowserContext context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = fixture.Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            Locale = "vi-VN",
        });
        var page = new OpenPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_errors);
    }
}
