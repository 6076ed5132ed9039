using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Server.Jobs;
using Search.Server.Tests;
using Search.Server.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class AdminPageTests(BrowserFixture fixture)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_typed_once_with_scripts_or_without(bool scripts)
    {
        await using TestServer server = await TestServer.StartAsync(environment: "Production", settings: ScopeGuardTests.Keys(("quản trị", "admin")));
        await using OpenPage open = await OpenPage.AtAsync(fixture, new Uri(server.Client.BaseAddress!, "/admin").AbsoluteUri, scripts: scripts);
        ILocator key = open.Page.GetByLabel("Khóa có quyền admin");

        await key.FillAsync("sai");
        await key.PressAsync("Enter");
        await Expect(open.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Không có khóa này trong cấu hình của dịch vụ.");
        open.ExpectError("401");
        await key.FillAsync("quản trị");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();

        await Expect(open.Page.Locator("#index dd").First).ToHaveTextAsync("0");
        await open.Page.GetByLabel("Từ viết tắt hoặc nghĩa có chứa").FillAsync("lao dong");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await open.Page.WaitForURLAsync("**/admin?acronym=lao+dong#acronyms");
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(open.Page.GetByRole(AriaRole.Heading, new() { Name = "Administration" })).ToBeVisibleAsync();

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(open.Page.GetByLabel("A key with the scope admin")).ToBeVisibleAsync();
        open.ExpectError("401");
    }

    [BrowserFact]
    public async Task The_bar_of_a_job_goes_when_it_ends_and_what_is_being_typed_stays()
    {
        await using TestServer server = await TestServer.StartAsync();
        Job job = server.Services.GetRequiredService<JobList>().Start("purge");
        await using OpenPage open = await OpenPage.AtAsync(fixture, new Uri(server.Client.BaseAddress!, "/admin").AbsoluteUri);
        await Expect(open.Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        ILocator filter = open.Page.GetByLabel("Từ viết tắt hoặc nghĩa có chứa");
        await filter.FillAsync("lđ");

        job.Advance(7);
        await Expect(open.Page.Locator("#jobs")).ToContainTextAsync("7 bài");
        job.End(JobState.Done, "7 articles.");

        await Expect(open.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await Expect(open.Page.Locator("#jobs")).ToContainTextAsync("xong");
        await Expect(filter).ToHaveValueAsync("lđ");
        await Expect(filter).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task The_button_purges()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PutAsync("a", """{"title":"a"}""");
        await server.Client.DeleteAsync("/api/articles/a");
        await using OpenPage open = await OpenPage.AtAsync(fixture, new Uri(server.Client.BaseAddress!, "/admin").AbsoluteUri);

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa hẳn văn bản đã xóa" }).ClickAsync();

        await open.Page.WaitForURLAsync("**/admin#jobs");
        await Expect(open.Page.Locator("#jobs")).ToContainTextAsync("xong");
    }
}
