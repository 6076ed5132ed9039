using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests;

/// <summary>The widget on a page of another origin, under a policy that allows nothing but the service.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task On_another_site_it_suggests_and_finds()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, fixture.Allowed.Origin);
        ILocator box = open.Page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync("cong d");
        await Expect(open.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("công đoàn");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("công đoàn");
        ILocator hits = open.Page.Locator("li.hit");
        await Expect(hits).ToHaveCountAsync(5);
        await Expect(hits.First.Locator("mark").First).ToBeVisibleAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Xem thêm" }).ClickAsync();
        await Expect(hits).ToHaveCountAsync(10);
        await Expect(open.Page.GetByRole(AriaRole.Link, new() { Name = "Mở trang tìm kiếm" })).ToHaveAttributeAsync("href", $"{fixture.Address}/?q=c%C3%B4ng+%C4%91o%C3%A0n");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await Expect(hits.First).ToBeHiddenAsync();
        await Expect(box).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_site_that_is_not_allowed_gets_a_message_instead_of_results()
    {
        await using OtherSite site = await OtherSite.StartAsync();
        site.Use(fixture.Address);
        await using OpenPage open = await OpenPage.AtAsync(fixture, site.Origin);
        ILocator box = open.Page.GetByRole(AriaRole.Combobox);
        await box.FillAsync("công đoàn");
        await box.PressAsync("Enter");
        await Expect(open.Page.GetByText("Chưa tìm được.")).ToBeVisibleAsync();
        open.ExpectError("CORS");
        open.ExpectError("ERR_FAILED");
    }

    [BrowserFact]
    public async Task Markup_in_articles_is_text_in_the_widget()
    {
        await fixture.Server.PutAsync("ma-doc-khac", """{"title":"Chôm chôm <img src=x onerror='document.title=1'>","body":"Chôm chôm <script>document.title=1</script>","source":"<b>x</b>"}""");
        await using OpenPage open = await OpenPage.AtAsync(fixture, fixture.Allowed.Origin);
        ILocator box = open.Page.GetByRole(AriaRole.Combobox);
        await box.FillAsync("chom chom");
        await box.PressAsync("Enter");
        await Expect(open.Page.Locator("li.hit").First).ToContainTextAsync("<img src=x");
        Assert.Equal(0, await open.Page.Locator("li.hit img, li.hit script, li.hit b").CountAsync());
        await fixture.Server.Client.DeleteAsync("/api/articles/ma-doc-khac");
    }

    [BrowserFact]
    public async Task It_weighs_less_than_twelve_kibibytes()
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(await fixture.Server.Client.GetByteArrayAsync("/widget.js"));
            await gzip.WriteAsync(await fixture.Server.Client.GetByteArrayAsync("/combobox.js"));
        }

        Assert.InRange(compressed.Length, 1000, 12 * 1024);
    }
}
