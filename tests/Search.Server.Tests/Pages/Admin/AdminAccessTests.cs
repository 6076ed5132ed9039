using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Search.Server.Access;
using Search.Server.Problems;
using Search.Server.Tests.Access;

namespace Search.Server.Tests.Pages.Admin;

public sealed class AdminAccessTests
{
    private const string Form = "action=\"admin/sign-in\"";

    private static readonly Dictionary<string, string> Keys = ScopeGuardTests.Keys(("quan-tri", "admin"), ("ghi", "write"));

    [Fact]
    public async Task Without_a_session_the_page_is_a_form_to_sign_in()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);

        HttpResponseMessage answer = await browser.GetAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains(Form, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/admin/progress")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/admin/purge")).StatusCode);
        browser.Cookie = "admin-session=" + new string('0', 64);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task The_right_key_opens_a_session_whose_cookie_does_not_hold_it()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);

        HttpResponseMessage answer = await browser.SignInAsync("quan-tri");

        Assert.Equal((HttpStatusCode.SeeOther, "/admin"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^admin-session=[0-9a-f]{64}; max-age=28800; path=/admin; samesite=strict; httponly$", cookie);
        Assert.DoesNotContain(Keys["ApiKeys:0:Sha256"], cookie, StringComparison.OrdinalIgnoreCase);
        HttpResponseMessage page = await browser.GetAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Contains("id=\"index\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_and_under_a_path_the_cookie_is_kept_to_them()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string>(Keys)
        {
            ["TrustedProxies:0"] = "127.0.0.0/8",
            ["TrustedProxies:1"] = "::1",
            ["PathBase"] = "/kho",
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kho/admin/sign-in") { Content = new FormUrlEncodedContent([new("key", "quan-tri")]) };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "tim.example.vn");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("Origin", "https://tim.example.vn");

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Client.BaseAddress };
        HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Equal("/kho/admin", answer.Headers.Location?.OriginalString);
        Assert.EndsWith("; path=/kho/admin; secure; samesite=strict; httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sai", HttpStatusCode.Unauthorized, "Không có khóa này")]
    [InlineData("", HttpStatusCode.Unauthorized, "Không có khóa này")]
    [InlineData("ghi", HttpStatusCode.Forbidden, "thiếu quyền admin")]
    public async Task Another_key_opens_none_and_the_form_says_why(string key, HttpStatusCode status, string message)
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);

        HttpResponseMessage answer = await browser.SignInAsync(key);

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(Form, page, StringComparison.Ordinal);
        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.Equal("/admin", (await browser.GetAsync("/admin/sign-in")).Headers.Location?.OriginalString);   // a reload
    }

    [Fact]
    public async Task After_many_wrong_keys_the_right_one_has_to_wait()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys, configure: static services =>
            services.AddSingleton(static provider => new AdminSessions(provider.GetRequiredService<ApiKeys>(), new StoppedTime())));
        using var browser = new AdminBrowser(server);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SignInAsync("sai")).StatusCode);
        }

        HttpResponseMessage answer = await browser.SignInAsync("quan-tri");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(key: "quan-tri")).StatusCode);   // programs need not wait
    }

    [Fact]
    public async Task What_is_no_form_opens_none()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        foreach ((HttpContent content, HttpStatusCode status) in ((HttpContent, HttpStatusCode)[])
            [
                (TestServer.Json("""{"key":"quan-tri"}"""), HttpStatusCode.Unauthorized),
                (new StringContent(string.Concat(Enumerable.Repeat("a&", 5000)), null, "application/x-www-form-urlencoded"), HttpStatusCode.Unauthorized),
                (new StringContent("key=" + new string('a', 20_000), null, "application/x-www-form-urlencoded"), HttpStatusCode.RequestEntityTooLarge),
            ])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in") { Content = content };
            request.Headers.Add("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
            Assert.Equal(status, (await server.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task The_header_of_the_api_opens_the_page_too()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(key: "quan-tri")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(key: "ghi")).StatusCode);
    }

    [Fact]
    public async Task A_session_opens_no_route_of_the_api()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);
        await browser.SignInAsync("quan-tri");

        await AssertProblem.IsAsync(ProblemType.KeyNeeded, await browser.PostAsync("/api/admin/purge"));
        await AssertProblem.IsAsync(ProblemType.KeyNeeded, await browser.GetAsync("/api/admin/jobs/purge-1"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);
        await browser.SignInAsync("quan-tri");
        string cookie = browser.Cookie;

        HttpResponseMessage answer = await browser.PostAsync("/admin/sign-out");

        Assert.Equal((HttpStatusCode.SeeOther, ""), (answer.StatusCode, browser.Cookie));
        browser.Cookie = cookie;
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);
        await browser.SignInAsync("quan-tri");
        string before = browser.Cookie;
        await browser.SignInAsync("quan-tri");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync()).StatusCode);
        browser.Cookie = before;
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_its_key_is_taken_out_of_the_configuration()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "một", "hai");
        await using TestServer server = await TestServer.StartAsync(folder, environment: "Production");
        using var one = new AdminBrowser(server);
        using var two = new AdminBrowser(server);
        await one.SignInAsync("một");
        await two.SignInAsync("hai");
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync()).StatusCode);

        Write(folder, "hai");
        ((IConfigurationRoot)server.Services.GetRequiredService<IConfiguration>()).Reload();

        Assert.Equal(HttpStatusCode.Unauthorized, (await one.GetAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync()).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Forms_of_other_pages_are_refused(string? origin)
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys);
        using var browser = new AdminBrowser(server);
        await browser.SignInAsync("quan-tri");

        browser.Origin = origin;

        foreach (string address in (string[])["/admin/purge", "/admin/sign-out", "/admin/sign-in"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(address, ("key", "quan-tri"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync()).StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_the_public_address_is_its_own()
    {
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string>(Keys) { ["PublicUrl"] = "https://bao.example/tim" });
        using var browser = new AdminBrowser(server) { Origin = "https://bao.example" };
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("quan-tri")).StatusCode);
    }

    [Fact]
    public async Task In_development_a_reader_on_this_machine_needs_no_key()
    {
        await using TestServer server = await TestServer.StartAsync();
        using var browser = new AdminBrowser(server);
        HttpResponseMessage answer = await browser.GetAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("admin/sign-out", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_without_a_key_it_says_how_to_configure_one()
    {
        await using TestServer server = await TestServer.StartAsync(environment: "Production");
        using var browser = new AdminBrowser(server);
        HttpResponseMessage answer = await browser.GetAsync();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Search__ApiKeys__0__Scopes__0=admin", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder folder, params string[] secrets) => File.WriteAllText(folder[TestServer.SettingsFile], JsonSerializer.Serialize(new
    {
        Search = new { ApiKeys = secrets.Select(static secret => new { Sha256 = ScopeGuardTests.Keys((secret, "admin"))["ApiKeys:0:Sha256"], Scopes = new[] { "admin" } }) },
    }));

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
