using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Search.Server.Problems;

namespace Search.Server.Tests.Saved;

public sealed class SavedSearchEndpointTests
{
    private const string Storm = """{"q":"bão","match":"any","from":"2023-01-01","tag":["thời tiết","thiên tai"],"webhook":{"url":"https://vidu.example/tin?ma=1","secret":"bí mật không ai thấy","updates":true}}""";

    [Fact]
    public async Task A_search_is_saved_replaced_listed_and_removed_and_outlives_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            HttpResponseMessage created = await PutAsync(server, "bao~1", Storm);
            Assert.Equal((HttpStatusCode.Created, "/api/saved/bao~1"), (created.StatusCode, created.Headers.Location?.OriginalString));
            Assert.Equal(HttpStatusCode.Created, (await PutAsync(server, "A", "{}")).StatusCode);
            HttpResponseMessage replaced = await PutAsync(server, "A", """{"q":"title:vàng","syntax":"advanced","marks":"exact"}""");
            Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
            Assert.Equal(
                """{"name":"A","q":"title:vàng","syntax":"advanced","match":"all","marks":"exact","from":null,"to":null,"category":[],"source":[],"author":[],"tag":[]}""",
                await replaced.Content.ReadAsStringAsync());
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder["index-saved"], "searches.json")));
        }

        await using TestServer again = await TestServer.StartAsync(folder);
        JsonElement list = await again.GetJsonAsync("/api/saved");
        Assert.Equal(["A", "bao~1"], list.GetProperty("searches").EnumerateArray().Select(static search => search.GetProperty("name").GetString()));
        Assert.Equal(
            """
            {"name":"bao~1","q":"bão","syntax":"simple","match":"any","marks":"auto","from":"2023-01-01","to":null,"category":[],"source":[],"author":[],"tag":["thời tiết","thiên tai"],
            "webhook":{"url":"https://vidu.example/tin?ma=1","has_secret":true,"updates":true},"deliveries":{"pending":0,"failed":0,"failures":[],"last_error":null,"last_success":null}}
            """.ReplaceLineEndings(""),
            (await again.GetJsonAsync("/api/saved/bao~1")).GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, (await again.Client.DeleteAsync("/api/saved/bao~1")).StatusCode);
        await AssertProblem.IsAsync(ProblemType.SavedSearchNotFound, await again.Client.DeleteAsync("/api/saved/bao~1"));
        await AssertProblem.IsAsync(ProblemType.SavedSearchNotFound, await again.Client.GetAsync("/api/saved/bao~1"));
        await AssertProblem.IsAsync(ProblemType.SavedSearchNotFound, await again.Client.GetAsync("/api/saved/bao~1/rss"));
    }

    [Fact]
    public async Task Without_a_secret_the_webhook_keeps_the_one_it_had_and_an_empty_one_takes_it_away()
    {
        await using TestServer server = await TestServer.StartAsync();
        await PutAsync(server, "a", Storm);

        Assert.True(await HasSecretAsync("""{"webhook":{"url":"https://vidu.example/khac"}}"""));
        Assert.False(await HasSecretAsync("""{"webhook":{"url":"https://vidu.example/khac","secret":""}}"""));

        async Task<bool> HasSecretAsync(string json) =>
            (await (await PutAsync(server, "a", json)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("webhook").GetProperty("has_secret").GetBoolean();
    }

    [Fact]
    public async Task A_feed_lists_what_its_search_finds_the_newest_first()
    {
        await using TestServer server = await TestServer.StartAsync();
        await server.PostLinesAsync(
            """{"id":"a","title":"Bão số 1","date":"2023-01-01","tags":["thời tiết"]}""", """{"id":"b","title":"Bão số 2","date":"2024-01-01","tags":["thiên tai"]}""",
            """{"id":"c","title":"Bão giá","date":"2024-01-01","tags":["kinh tế"]}""", """{"id":"d","title":"Bão cũ","date":"2022-12-31","tags":["thời tiết"]}""");
        await PutAsync(server, "bao", Storm);

        HttpResponseMessage answer = await server.Client.GetAsync("/api/saved/bao/rss");

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType?.MediaType);
        XElement channel = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("channel")!;
        Assert.Equal("bao", channel.Element("title")?.Value);
        Assert.Equal(["b", "a"], channel.Elements("item").Select(static item => item.Element("guid")?.Value));
        Assert.EndsWith(
            "/?q=b%C3%A3o&match=any&from=2023-01-01&tag=th%E1%BB%9Di%20ti%E1%BA%BFt&tag=thi%C3%AAn%20tai", channel.Element("link")?.Value, StringComparison.Ordinal);
        Assert.EndsWith("/api/saved/bao/rss", channel.Element(XName.Get("link", "http://www.w3.org/2005/Atom"))?.Attribute("href")?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"q":5}""", "q")]
    [InlineData("""{"size":5}""", "size")]
    [InlineData("""{"match":"some","from":"hôm qua"}""", "match", "from")]
    [InlineData("""{"webhook":"https://vidu.example/"}""", "webhook")]
    [InlineData("""{"webhook":[]}""", "webhook")]
    [InlineData("""{"webhook":{}}""", "webhook.url")]
    [InlineData("""{"webhook":{"url":"https://vidu.example/","secrte":"x"}}""", "webhook.secrte")]
    [InlineData("""{"webhook":{"url":5,"updates":"yes"}}""", "webhook.url", "webhook.updates")]
    [InlineData("""{"webhook":{"url":"https://vidu.example/","secret":"ngắn"}}""", "webhook.secret")]
    public async Task Wrong_members_are_refused(string json, params string[] names)
    {
        await using TestServer server = await TestServer.StartAsync();
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await PutAsync(server, "a", json), names);
        Assert.Equal(0, (await server.GetJsonAsync("/api/saved")).GetProperty("searches").GetArrayLength());
    }

    [Fact]
    public async Task Addresses_that_a_webhook_may_not_reach_are_refused()
    {
        await using TestServer server = await TestServer.StartAsync();
        string[] refused =
        [
            "http://169.254.169.254/", "http://[::ffff:127.0.0.1]/", "http://localhost", "http://localhost./", "http://a.localhost:8080/", "http://127.0.0.1/", "http://2130706433/",
            "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://0/", "http://[::1]/", "http://[fd00::1]/", "http://[fe80::1%25eth0]/", "http://10.0.0.1/", "http://100.64.0.1/",
            "http://192.168.0.1:5080/", "http://224.0.0.1/", "http://[::]/", "http://[64:ff9b::a9fe:a9fe]/", "http://u:p@vidu.example/", "ftp://vidu.example/", "file:///etc/passwd",
            "//vidu.example/", "vidu.example", "",
        ];
        foreach (string url in refused)
        {
            await AssertProblem.IsAsync(ProblemType.InvalidParameters, await PutAsync(server, "a", JsonSerializer.Serialize(new { webhook = new { url } })), "webhook.url");
        }
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%0A")]
    [InlineData("%C4%91")]
    [InlineData("..%2Fa")]
    public async Task Names_that_are_none_are_refused(string name)
    {
        await using TestServer server = await TestServer.StartAsync();
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await PutAsync(server, name, "{}"), "name");
        await AssertProblem.IsAsync(ProblemType.SavedSearchNotFound, await server.Client.GetAsync($"/api/saved/{name}"));
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await PutAsync(server, new string('a', 101), "{}"), "name");
    }

    [Fact]
    public async Task A_query_that_is_wrong_is_not_saved()
    {
        await using TestServer server = await TestServer.StartAsync();
        JsonElement problem = await AssertProblem.IsAsync(ProblemType.InvalidQuery, await PutAsync(server, "a", """{"q":"(vàng","syntax":"advanced"}"""), "q");
        Assert.Equal(0, problem.GetProperty("start").GetInt32());
        await AssertProblem.IsAsync(ProblemType.SavedSearchNotFound, await server.Client.GetAsync("/api/saved/a"));
    }

    [Fact]
    public async Task Saving_needs_a_key_that_writes_and_only_who_has_it_sees_webhooks()
    {
        await using TestServer server = await TestServer.StartAsync(environment: "Production", settings: Keys(("ghi", "write"), ("quan-tri", "admin")));
        await AssertProblem.IsAsync(ProblemType.KeyNeeded, await PutAsync(server, "a", Storm));
        await AssertProblem.IsAsync(ProblemType.KeyNeeded, await server.Client.DeleteAsync("/api/saved/a"));
        await AssertProblem.IsAsync(ProblemType.ScopeMissing, await SendAsync(server, HttpMethod.Put, "/api/saved/a", "quan-tri", Storm));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(server, HttpMethod.Put, "/api/saved/a", "ghi", Storm)).StatusCode);
        foreach (string address in (string[])["/api/saved", "/api/saved/a"])
        {
            string open = await server.Client.GetStringAsync(address);
            string seen = await (await SendAsync(server, HttpMethod.Get, address, "ghi")).Content.ReadAsStringAsync();
            Assert.DoesNotContain("webhook", open, StringComparison.Ordinal);
            Assert.DoesNotContain("deliveries", open, StringComparison.Ordinal);
            Assert.Contains("vidu.example", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("bí mật không ai thấy", seen, StringComparison.Ordinal);
        }

        Assert.True((await server.Client.GetAsync("/api/saved/a/rss")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(server, HttpMethod.Delete, "/api/saved/a", "ghi")).StatusCode);
    }

    [Fact]
    public async Task In_a_closed_archive_reading_needs_a_key()
    {
        await using TestServer server = await TestServer.StartAsync(settings: Keys(("tim", "search")));
        foreach (string address in (string[])["/api/saved", "/api/saved/a", "/api/saved/a/rss"])
        {
            await AssertProblem.IsAsync(ProblemType.KeyNeeded, await server.Client.GetAsync(address));
        }
    }

    [Fact]
    public async Task A_service_that_only_reads_saves_nothing_but_serves_what_is_saved()
    {
        using var folder = new TemporaryFolder();
        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            await PutAsync(server, "a", Storm);
        }

        await using TestServer reading = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["ReadOnly"] = "true" });
        await AssertProblem.IsAsync(ProblemType.ReadOnly, await PutAsync(reading, "a", Storm));
        await AssertProblem.IsAsync(ProblemType.ReadOnly, await reading.Client.DeleteAsync("/api/saved/a"));
        Assert.Equal("bão", (await reading.GetJsonAsync("/api/saved/a")).GetProperty("q").GetString());
        Assert.True((await reading.Client.GetAsync("/api/saved/a/rss")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("searches.json", "{")]
    [InlineData("searches.json", """{"searches":[{"name":"a"}]}""")]
    [InlineData("searches.json", "null")]
    public async Task A_damaged_file_stops_the_start_with_a_sentence(string name, string content)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["index-saved"]);
        string path = Path.Combine(folder["index-saved"], name);
        await File.WriteAllTextAsync(path, content);
        using ServerProcess server = ServerProcess.Start(folder);

        (int exitCode, string errors) = await server.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"{path} cannot be read: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Its_routes_are_described()
    {
        await using TestServer server = await TestServer.StartAsync();
        JsonElement paths = (await server.GetJsonAsync("/openapi/v1.json")).GetProperty("paths");
        JsonElement body = paths.GetProperty("/api/saved/{name}").GetProperty("put").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        JsonElement webhook = body.GetProperty("properties").GetProperty("webhook");

        Assert.Equal(["url", "secret", "updates"], webhook.GetProperty("properties").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["url"], webhook.GetProperty("required").EnumerateArray().Select(static member => member.GetString()));
        Assert.True(paths.TryGetProperty("/api/saved/{name}/rss", out _) && paths.TryGetProperty("/api/saved", out _));
    }

    private static Task<HttpResponseMessage> PutAsync(TestServer server, string name, string json) => server.Client.PutAsync($"/api/saved/{name}", TestServer.Json(json));

    private static Task<HttpResponseMessage> SendAsync(TestServer server, HttpMethod method, string address, string key, string? json = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = json is null ? null : TestServer.Json(json) };
        request.Headers.Authorization = new("Bearer", key);
        return server.Client.SendAsync(request);
    }

    private static Dictionary<string, string> Keys(params (string Secret, string Scope)[] keys) =>
        keys.SelectMany(static (key, i) => new[]
        {
            KeyValuePair.Create($"ApiKeys:{i}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key.Secret)))),
            KeyValuePair.Create($"ApiKeys:{i}:Scopes:0", key.Scope),
        }).ToDictionary();
}
