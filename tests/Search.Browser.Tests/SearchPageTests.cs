using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class SearchPageTests(BrowserFixture fixture)
{
    [BrowserTheory]
    [InlineData("đối ngoại công đoàn")]
    [InlineData("doi ngoai cong doan")]
    [InlineData("ddoois ngoaij coong ddoanf")]
    [InlineData("ĐỐI NGOẠI công doan")]
    public async Task Typed_with_marks_without_or_in_raw_telex_the_same_story_is_found(string typed)
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/");
        await Box(open).PressSequentiallyAsync(typed);
        await Box(open).PressAsync("Enter");
        await Expect(open.Page.Locator(".hits")).ToContainTextAsync("đối ngoại công đoàn", new() { IgnoreCase = true });
        await Expect(open.Page.Locator(".hits mark").First).ToBeVisibleAsync();
        await Expect(Box(open)).ToHaveValueAsync(typed);
    }

    [BrowserFact]
    public async Task How_keys_were_read_is_said_and_can_be_refused()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/?q=" + Uri.EscapeDataString("ddoois ngoaij"));
        await Expect(open.Page.Locator(".reading em").First).ToHaveTextAsync("đối ngoại");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "tìm đúng như đã gõ" }).ClickAsync();
        await Expect(open.Page.GetByText("Không tìm thấy bài nào.")).ToBeVisibleAsync();
        await open.Page.GoBackAsync();
        await Expect(open.Page.Locator(".hits li").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_suggestion_is_chosen_by_keyboard()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/");
        await Box(open).PressSequentiallyAsync("cong d");
        ILocator options = open.Page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToHaveTextAsync("công đoàn");
        await Expect(Box(open)).ToHaveAttributeAsync("aria-expanded", "true");
        await Box(open).PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Box(open)).ToHaveAttributeAsync("aria-activedescendant", await options.First.GetAttributeAsync("id") ?? "");
        await Box(open).PressAsync("Enter");
        await open.Page.WaitForURLAsync("**/?q=c%C3%B4ng*");
        await Expect(Box(open)).ToHaveValueAsync("công đoàn");
    }

    [BrowserFact]
    public async Task Escape_closes_the_suggestions_and_leaves_what_was_typed()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/");
        await Box(open).PressSequentiallyAsync("cong d");
        await Expect(open.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await Box(open).PressAsync("Escape");
        await Expect(open.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(Box(open)).ToHaveValueAsync("cong d");
        await Expect(Box(open)).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [BrowserFact]
    public async Task While_an_input_method_composes_nothing_is_asked()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/");
        List<string> asked = [];
        open.Page.Request += (_, request) => asked.AddRange(request.Url.Contains("/api/suggest", StringComparison.Ordinal) ? [request.Url] : []);
        await Box(open).FocusAsync();
        await open.Page.EvaluateAsync("""
            () => {
              const box = document.getElementById("q");
              box.dispatchEvent(new CompositionEvent("compositionstart"));
              box.value = "cong ddo";
              box.dispatchEvent(new InputEvent("input", { isComposing: true }));
              box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, cancelable: true }));
            }
            """);
        Assert.Empty(asked);
        await open.Page.EvaluateAsync("""
            () => {
              const box = document.getElementById("q");
              box.value = "công đo";
              box.dispatchEvent(new CompositionEvent("compositionend"));
            }
            """);
        await Expect(open.Page.GetByRole(AriaRole.Option).First).ToHaveTextAsync("công đoàn");
        Assert.Single(asked);
    }

    [BrowserFact]
    public async Task A_title_among_the_suggestions_leads_to_its_article()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/");
        await Box(open).PressSequentiallyAsync("hai doi ngoai chia");
        await open.Page.Locator("[role=option][data-kind=title]").First.ClickAsync();
        await open.Page.WaitForURLAsync("**/article/*");
        await Expect(open.Page.Locator("article.full h1")).ToContainTextAsync("Hai đội ngoại");
    }

    [BrowserFact]
    public async Task Facets_narrow_the_results_and_the_address_can_be_shared()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/?q=cong+doan");
        ILocator source = open.Page.Locator(".facets section").Filter(new() { HasText = "Nguồn" }).GetByRole(AriaRole.Link).First;
        string name = (await source.Locator(".value").InnerTextAsync()).Trim();
        int count = int.Parse(await source.Locator(".count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await source.ClickAsync();
        await Expect(open.Page.Locator(".conditions")).ToContainTextAsync(name);
        await Expect(open.Page.Locator(".summary")).ToContainTextAsync($"{count} bài");
        foreach (string shown in await open.Page.Locator(".hits .meta > :first-child").AllInnerTextsAsync())
        {
            Assert.Equal(name, shown, ignoreCase: true);
        }

        await using OpenPage shared = await OpenPage.AtAsync(fixture, open.Page.Url);
        Assert.Equal(await Titles(open), await Titles(shared));
        await open.Page.Locator(".conditions a").ClickAsync();
        await Expect(open.Page.Locator(".conditions")).ToHaveCountAsync(0);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_go_on_and_back_also_without_scripts(bool scripts)
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/?q=cong+doan+lao+dong", scripts: scripts);
        IReadOnlyList<string> first = await Titles(open);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Sau →" }).ClickAsync();
        await Expect(open.Page.Locator(".pages .current")).ToContainTextAsync("2");
        Assert.Empty(first.Intersect(await Titles(open)));
        await open.Page.GoBackAsync();
        Assert.Equal(first, await Titles(open));
    }

    [BrowserFact]
    public async Task Without_scripts_the_box_the_options_and_the_facets_work()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/", scripts: false);
        await Box(open).FillAsync("doi ngoai");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await Expect(open.Page.Locator(".hits li").First).ToBeVisibleAsync();
        await open.Page.GetByText("Tùy chọn").ClickAsync();
        await open.Page.GetByLabel("Sắp xếp").SelectOptionAsync("newest");
        await open.Page.GetByLabel("Từ ngày").FillAsync("2020-01-01");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        Assert.Contains("sort=newest", open.Page.Url, StringComparison.Ordinal);
        Assert.Contains("from=2020-01-01", open.Page.Url, StringComparison.Ordinal);
        await open.Page.Locator(".facets a").First.ClickAsync();
        await Expect(open.Page.Locator(".conditions li")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task An_article_shows_what_was_searched_and_others_on_its_subject()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/?q=doi+ngoai+cong+doan");
        await open.Page.Locator(".hits h3 a").First.ClickAsync();
        await Expect(open.Page.Locator("article.full mark").First).ToBeVisibleAsync();
        await Expect(open.Page.Locator(".similar li a").First).ToBeVisibleAsync();
        await open.Page.GetByText("← Kết quả cho").ClickAsync();
        await Expect(Box(open)).ToHaveValueAsync("doi ngoai cong doan");
    }

    [BrowserFact]
    public async Task The_pages_speak_english_to_who_asks_for_it_and_remember_that()
    {
        await using OpenPage open = await OpenPage.AtAsync(fixture, "/?q=cong+doan");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(open.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(Box(open)).ToHaveValueAsync("cong doan");
        await open.Page.GotoAsync("/khong-co-trang-nay");
        await Expect(open.Page.Locator("h1")).ToHaveTextAsync("There is no such page");
        open.ExpectError("404");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Expect(open.Page.Locator("h1")).ToHaveTextAsync("Không có trang này");
        open.ExpectError("404");
    }

    [BrowserTheory]
    [InlineData("/?q=%3Cscript%3Edocument.title%3D%22x%22%3C/script%3E")]
    [InlineData("/?q=%22%3E%3Cimg+src%3Dx+onerror%3Ddocument.title%3D%22x%22%3E")]
    [InlineData("/?q=sau+rieng")]
    [InlineData("/article/ma-doc?q=sau+rieng")]
    public async Task Nothing_in_queries_and_articles_runs(string address)
    {
        const string Attack = "<script>document.title=\"x\"</script><img src=x onerror='document.title=\"x\"'>";
        await fixture.Server.PutAsync("ma-doc", System.Text.Json.JsonSerializer.Serialize(new { title = "Sầu riêng " + Attack, lead = Attack, body = "Sầu riêng " + Attack, source = Attack, category = Attack, tags = new[] { Attack }, authors = new[] { Attack } }));
        await using OpenPage open = await OpenPage.AtAsync(fixture, address);
        Assert.NotEqual("x", await open.Page.TitleAsync());
        Assert.Equal(0, await open.Page.Locator("main img, main script").CountAsync());
        await fixture.Server.Client.DeleteAsync("/api/articles/ma-doc");
    }

    private static ILocator Box(OpenPage open) => open.Page.Locator("#q");

    private static Task<IReadOnlyList<string>> Titles(OpenPage open) => open.Page.Locator(".hits h3").AllInnerTextsAsync();
}
