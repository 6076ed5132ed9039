using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests.Access;

public sealed class ScopeGuardTests
{
    private static readonly Dictionary<string, string> WriteKey = Keys(("ghi", "write"));

    [Fact]
    public async Task In_development_a_program_on_this_machine_writes_without_a_key()
    {
        await using TestServer server = await TestServer.StartAsync();
        Assert.True((await server.PutAsync("a", """{"title":"a"}""")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "evil.example")]
    public async Task In_development_proxies_and_foreign_pages_do_not_write_without_a_key(string header, string value)
    {
        await using TestServer server = await TestServer.StartAsync();
        JsonElement problem = await AssertProblem.IsAsync(ProblemType.NoKeyConfigured, await SendAsync(server, HttpMethod.Put, "/api/articles/a", (header, value)));
        Assert.Contains("Search__ApiKeys__0__Sha256", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_without_keys_reading_is_open_and_writing_says_how_to_configure_one()
    {
        await using TestServer server = await TestServer.StartAsync(environment: "Production");
        Assert.True((await server.Client.GetAsync("/api/search")).IsSuccessStatusCode);
        Assert.True((await server.Client.GetAsync("/")).IsSuccessStatusCode);
        foreach ((HttpMethod method, string address) in Writes)
        {
            JsonElement problem = await AssertProblem.IsAsync(ProblemType.NoKeyConfigured, await SendAsync(server, method, address, ("X-Api-Key", "ghi")));
            Assert.Contains("Search__ApiKeys__0__Scopes__0=write", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task With_a_write_key_writing_needs_it_everywhere(string environment)
    {
        await using TestServer server = await TestServer.StartAsync(environment: environment, settings: WriteKey);
        foreach ((HttpMethod method, string address) in Writes)
        {
            HttpResponseMessage answer = await SendAsync(server, method, address);
            await AssertProblem.IsAsync(ProblemType.KeyNeeded, answer);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
            await AssertProblem.IsAsync(ProblemType.KeyNeeded, await SendAsync(server, method, address, ("X-Api-Key", "Ghi")));
            await AssertProblem.IsAsync(ProblemType.KeyNeeded, await SendAsync(server, method, address, ("Authorization", "Basic Z2hp")));
        }

        Assert.True((await SendAsync(server, HttpMethod.Put, "/api/articles/a", ("X-Api-Key", "ghi"))).IsSuccessStatusCode);
        Assert.True((await SendAsync(server, HttpMethod.Delete, "/api/articles/a", ("Authorization", "Bearer ghi"))).IsSuccessStatusCode);
        Assert.True((await server.Client.GetAsync("/api/search")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_key_without_the_scope_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys(("ghi", "write"), ("khóa quản trị", "admin")));
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/articles/a");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "ghi");
        await AssertProblem.IsAsync(ProblemType.ArticleNotFound, await server.Client.SendAsync(request));

        await using TestServer closed = await TestServer.StartAsync(settings: Keys(("ghi", "write"), ("tim", "search")));
        await AssertProblem.IsAsync(ProblemType.ScopeMissing, await SendAsync(closed, HttpMethod.Put, "/api/articles/a", ("X-Api-Key", "tim")));
        await AssertProblem.IsAsync(ProblemType.ScopeMissing, await SendAsync(closed, HttpMethod.Get, "/api/search", ("X-Api-Key", "ghi")));
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/articles/a")]
    [InlineData("/api/status")]
    [InlineData("/api/analyze?text=a")]
    public async Task With_a_search_key_the_archive_is_closed(string address)
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys(("tim", "search")));
        await AssertProblem.IsAsync(ProblemType.KeyNeeded, await server.Client.GetAsync(address));
        Assert.NotEqual(401, (int)(await SendAsync(server, HttpMethod.Get, address, ("X-Api-Key", "tim"))).StatusCode);
        Assert.Equal(401, (int)(await server.Client.GetAsync("/")).StatusCode);
        Assert.Equal(401, (int)(await server.Client.GetAsync("/article/a")).StatusCode);
        Assert.True((await server.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
        await AssertProblem.IsAsync(ProblemType.NoKeyConfigured, await SendAsync(server, HttpMethod.Put, "/api/articles/a", ("X-Api-Key", "tim")));
    }

    private static IEnumerable<(HttpMethod Method, string Address)> Writes =>
        [(HttpMethod.Put, "/api/articles/a"), (HttpMethod.Delete, "/api/articles/a"), (HttpMethod.Post, "/api/articles")];

    private static Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (method == HttpMethod.Put)
        {
            request.Content = TestServer.Json("""{"title":"a"}""");
        }
        else if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{\"id\":\"b\",\"title\":\"b\"}", Encoding.UTF8, "application/x-ndjson");
        }

        return server.Client.SendAsync(request);
    }

    /// <summary>Settings of keys with one scope each.</summary>
    internal static Dictionary<string, string> Keys(params (string Secret, string Scope)[] keys) =>
        keys.SelectMany(static (key, i) => new[]
        {
            KeyValuePair.Create($"ApiKeys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.Secret)))),
            KeyValuePair.Create($"ApiKeys:{i}:Scopes:0", key.Scope),
        }).ToDictionary();
}
