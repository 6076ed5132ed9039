using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Search.Browser.Tests;

/// <summary>What every page has to be: accessible, as wide as the window, and quick to load.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(BrowserFixture fixture)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "start", "/" },
        { "results", "/?q=doi+ngoai+cong+doan" },
        { "narrowed", "/?q=cong+doan&sort=newest&from=2018-01-01&source=B%C3%A1o+M%E1%BA%ABu" },
        { "nothing", "/?q=%22khong+co+gi+nhu+the%22" },
        { "article", "/article/" },
        { "problems", "/problems" },
        { "widget", "/widget" },
        { "analyst", "/analyst?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22&q=lao+%C4%91%E1%BB%99ng&interval=quarter&terms=true" },
        { "admin", "/admin" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_a_serious_violation_of_accessibility(string name, string address)
    {
        foreach (int width in (int[])[390, 1200])
        {
            await using OpenPage open = await OpenPage.AtAsync(fixture, await ExistingAsync(address), width);
            AxeResult result = await open.Page.RunAxe();
            IEnumerable<string> violations = result.Violations.Where(static violation => violation.Impact is "serious" or "critical")
                .Select(static violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(static node => node.Html))}");
            Assert.True(!violations.Any(), $"{name} at {width} pixels: {string.Join('\n', violations)}");
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_as_wide_as_the_window_and_its_picture_is_taken(string name, string address)
    {
        foreach (int width in (int[])[390, 1200])
        {
            await using OpenPage open = await OpenPage.AtAsync(fixture, await ExistingAsync(address), width);
            Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await open.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf($"{name}-{width}.png") });
        }
    }

    [BrowserFact]
    public async Task The_search_page_weighs_less_than_sixty_kibibytes()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "about:blank");
        List<Task<byte[]>> bodies = [];
        open.Page.Response += (_, response) => bodies.Add(response.BodyAsync());
        await open.Page.GotoAsync("/?q=doi+ngoai+cong+doan");
        await open.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        int bytes = (await Task.WhenAll(bodies)).Sum(static body => body.Length);
        Assert.InRange(bytes, 10_000, 60 * 1024);
    }

    [BrowserFact]
    public async Task Vietnamese_letters_are_sent_as_they_are()
    {
        string page = await fixture.Server.Client.GetStringAsync("/?q=doi+ngoai");
        Assert.Contains("đối", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("&#x1E[0-9A-F]{2};|&#x01[0-9A-F]{2};", page);
    }

    /// <summary>The address of some article, for the page of one.</summary>
    private async Task<string> ExistingAsync(string address)
    {
        if (!address.StartsWith("/article/", StringComparison.Ordinal))
        {
            return address;
        }

        System.Text.Json.JsonElement found = await fixture.Server.GetJsonAsync("/api/search?q=doi+ngoai+cong+doan&size=1");
        return $"/article/{found.GetProperty("hits")[0].GetProperty("id").GetString()}?q=doi+ngoai+cong+doan";
    }
}
