using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class AnalystPageTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Several_queries_are_compared_by_line_and_mark()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst");
        await open.Page.GetByLabel("Câu tìm 1").FillAsync("\"công đoàn\"");
        await open.Page.GetByLabel("Câu tìm 2").FillAsync("lao động");
        await open.Page.Locator("select[name=interval]").SelectOptionAsync("quarter");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Phân tích" }).ClickAsync();
        ILocator series = open.Page.Locator("svg.chart g.series");
        await Expect(series).ToHaveCountAsync(2);
        Assert.NotEqual(
            await series.Nth(0).Locator("path").First.GetAttributeAsync("stroke-dasharray"), await series.Nth(1).Locator("path").First.GetAttributeAsync("stroke-dasharray"));
        await Expect(open.Page.Locator("svg.chart rect.gap").First).ToBeAttachedAsync();

        JsonElement timeline = await fixture.Server.GetJsonAsync("/api/timeline?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22&syntax=advanced&interval=quarter");
        int counted = timeline.GetProperty("series")[0].GetProperty("points").EnumerateArray().Sum(static point => point.GetProperty("count").GetInt32());
        await open.Page.GetByText("Số liệu của biểu đồ").First.ClickAsync();
        IReadOnlyList<string> cells = await open.Page.Locator(".timeline tbody td:nth-of-type(1)").AllInnerTextsAsync();
        Assert.Equal(counted, cells.Sum(static cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [BrowserFact]
    public async Task Dragging_over_the_chart_narrows_the_dates()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=lao&interval=year");
        ILocator chart = open.Page.Locator("svg.chart");
        string[] starts = (await chart.GetAttributeAsync("data-starts") ?? "").Split(',');
        LocatorBoundingBoxResult box = await chart.BoundingBoxAsync() ?? throw new InvalidOperationException("The chart is not shown.");
        float X(int i) => box.X + (box.Width * (56 + ((i + 0.5f) * (944 - 56) / starts.Length)) / 960);
        await open.Page.Mouse.MoveAsync(X(1), box.Y + 100);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(X(2), box.Y + 100);
        await Expect(open.Page.Locator("svg.chart .band")).ToBeAttachedAsync();
        await open.Page.Mouse.MoveAsync(X(3), box.Y + 120);
        await open.Page.Mouse.UpAsync();
        await open.Page.WaitForURLAsync($"**from={starts[1]}&to={starts[3][..4]}-12-31**");
        await Expect(open.Page.GetByLabel("Từ ngày")).ToHaveValueAsync(starts[1]);
    }

    [BrowserFact]
    public async Task An_error_is_marked_where_it_is()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=" + Uri.EscapeDataString("công đoàn AND )") + "&q=lao");
        open.ExpectError("400");
        ILocator wrong = open.Page.GetByLabel("Câu tìm 1");
        await Expect(wrong).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(wrong).ToBeFocusedAsync();
        Assert.Equal("14 15", await open.Page.EvaluateAsync<string>("`${document.activeElement.selectionStart} ${document.activeElement.selectionEnd}`"));
        await Expect(open.Page.Locator(".wrong mark")).ToHaveTextAsync(")");
        await Expect(open.Page.Locator("svg.chart g.series")).ToHaveCountAsync(1);   // the other query is answered all the same
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Significant_terms_are_found_with_scripts_and_without(bool scripts)
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22", scripts: scripts);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Tính các từ đặc trưng" }).ClickAsync();
        await Expect(open.Page.Locator("section.terms tbody th").First).ToHaveTextAsync("công đoàn", new() { IgnoreCase = true });
    }

    [BrowserFact]
    public async Task What_is_shown_can_be_taken_along()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22");
        int total = int.Parse((await open.Page.Locator(".timeline .summary").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(total + 1, await LinesAsync("CSV", static text => text.Split("\r\n").Count(static line => line.Length > 0), atLeast: total + 1));
        Assert.Equal(total, await LinesAsync("NDJSON", static text => text.Split('\n').Count(static line => line.Length > 0), atLeast: total));
        Assert.StartsWith("<?xml", await DownloadAsync(open, "SVG"), StringComparison.Ordinal);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Liên kết cố định" }).ClickAsync();
        await Expect(open.Page.GetByText("Kho bài đã thay đổi")).ToHaveCountAsync(0);
        await fixture.Server.PutAsync("moi-dang", """{"title":"Công đoàn có tin mới","date":"2024-01-01"}""");
        await open.Page.ReloadAsync();
        await Expect(open.Page.GetByText("Kho bài đã thay đổi")).ToBeVisibleAsync();
        await fixture.Server.Client.DeleteAsync("/api/articles/moi-dang");

        async Task<int> LinesAsync(string link, Func<string, int> count, int atLeast)
        {
            int lines = count(await DownloadAsync(open, link));
            return link == "CSV" ? Math.Min(lines, atLeast) : lines;   // cells may have line ends of their own
        }
    }

    [BrowserFact]
    public async Task A_query_is_saved_under_a_name_and_has_a_feed()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22&from=2018-01-01");
        await open.Page.GetByLabel("Lưu câu đầu tiên với tên").FillAsync("cong-doan");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(open.Page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await open.Page.ReloadAsync();
        await Expect(open.Page.Locator(".saved li")).ToContainTextAsync("\"công đoàn\"");
        string feed = await fixture.Server.Client.GetStringAsync("/" + await open.Page.Locator(".saved li a[type]").GetAttributeAsync("href"));
        Assert.Contains("<item>", feed, StringComparison.Ordinal);
        await fixture.Server.Client.DeleteAsync("/api/saved/cong-doan");
    }

    [BrowserFact]
    public async Task Facets_and_lines_of_context_lead_on()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/analyst?q=%22c%C3%B4ng+%C4%91o%C3%A0n%22", scripts: false);
        await Expect(open.Page.Locator(".context td.match").First).ToHaveTextAsync("công đoàn", new() { IgnoreCase = true });
        await open.Page.Locator(".bars a").First.ClickAsync();
        await Expect(open.Page.Locator(".conditions li")).ToHaveCountAsync(1);
        await open.Page.Locator(".conditions a").ClickAsync();
        await Expect(open.Page.Locator(".conditions")).ToHaveCountAsync(0);
        await open.Page.Locator(".context tr.article a").First.ClickAsync();
        await Expect(open.Page.Locator("article.full")).ToBeVisibleAsync();
    }

    private static async Task<string> DownloadAsync(OpenPage open, string link)
    {
        IDownload download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
