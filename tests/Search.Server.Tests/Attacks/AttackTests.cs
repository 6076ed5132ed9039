using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Search.Server.Problems;

namespace Search.Server.Tests.Attacks;

/// <summary>What strangers try. Everything here must be refused or made harmless, and the service must answer the next caller.</summary>
public sealed class AttackTests(SampleServer sample) : IClassFixture<SampleServer>, IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script>";

    private TestServer Server => sample.Server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => Assert.Equal(HttpStatusCode.OK, (await Server.Client.GetAsync("/api/search?q=công+đoàn")).StatusCode);

    [Fact]
    public async Task Markup_in_queries_is_shown_as_text()
    {
        foreach (string query in (string[])[Script, "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)", "</title><script>alert(1)</script>"])
        {
            string page = await Server.Client.GetStringAsync("/?q=" + Uri.EscapeDataString(query));
            Assert.DoesNotContain(Script, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("' onmouseover='", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Markup_in_articles_is_shown_as_text_and_addresses_that_run_are_refused()
    {
        await Server.PutAsync("ma-doc", JsonSerializer.Serialize(new { title = Script + " sầu riêng", lead = Script, body = "sầu riêng </p>" + Script, category = Script, authors = new[] { Script }, source = Script, tags = new[] { Script } }));
        foreach (string address in (string[])["/?q=sau+rieng", "/article/ma-doc", "/rss?q=sau+rieng"])
        {
            Assert.DoesNotContain(Script, await Server.Client.GetStringAsync(address), StringComparison.OrdinalIgnoreCase);
        }

        JsonElement found = await Server.GetJsonAsync("/api/search?q=sau+rieng");
        JsonElement hit = found.GetProperty("hits")[0];
        Assert.DoesNotContain("<script", hit.GetProperty("title_html").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.All(hit.GetProperty("snippets").EnumerateArray(), static snippet => Assert.DoesNotContain("<script", snippet.GetProperty("html").GetString(), StringComparison.OrdinalIgnoreCase));
        await AssertProblem.IsAsync(ProblemType.InvalidArticle, await Server.PutAsync("lien-ket", """{"title":"a","url":"javascript:alert(1)"}"""), "url");
        await Server.Client.DeleteAsync("/api/articles/ma-doc");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    public async Task Formulas_in_articles_are_disarmed_in_tables(string formula)
    {
        await Server.PutAsync("cong-thuc", JsonSerializer.Serialize(new { title = formula, body = "mãng cầu", source = formula }));
        byte[] table = await Server.Client.GetByteArrayAsync("/api/export?q=mang+cau&format=csv");
        using CsvReader rows = CsvReader.Create(table, new CsvReaderOptions { HasHeader = true });
        int column = rows.Headers.ToList().IndexOf("title");
        Assert.True(rows.Read());
        Assert.Equal("'" + formula, Encoding.UTF8.GetString(rows.GetSpan(column)));
        Assert.False(rows.Read());
        await Server.Client.DeleteAsync("/api/articles/cong-thuc");
    }

    [Theory]
    [InlineData("GET /api/articles/..%2F..%2Fetc%2Fpasswd HTTP/1.1")]
    [InlineData("GET /api/articles/%2e%2e%2f%2e%2e%2fappsettings.json HTTP/1.1")]
    [InlineData("GET /article/..%5C..%5Cappsettings.json HTTP/1.1")]
    [InlineData("GET /../../appsettings.json HTTP/1.1")]
    [InlineData("GET /%2e%2e/appsettings.json HTTP/1.1")]
    [InlineData("GET /appsettings.json HTTP/1.1")]
    [InlineData("GET /api/articles/a%00b HTTP/1.1")]
    public async Task Paths_lead_to_no_file(string requestLine)
    {
        string answer = await SendRawAsync($"{requestLine}\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("ConnectionStrings", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Search\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/search?q=a%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/?q=a%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/rss?q=a%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/api/export?q=a%0d%0aSet-Cookie:%20x=1&format=csv")]
    [InlineData("/api/articles/a%0d%0aSet-Cookie:%20x=1")]
    public async Task Line_ends_in_values_make_no_headers(string address) =>
        Assert.False((await Server.Client.GetAsync(address)).Headers.Contains("Set-Cookie"));

    [Fact]
    public async Task A_query_string_of_ten_mebibytes_is_refused()
    {
        string answer = await SendRawAsync($"GET /api/search?q={new string('a', 10 * 1024 * 1024)} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 414 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        string answer = await SendRawAsync($"GET /api/search HTTP/1.1\r\nHost: localhost\r\nX-Fill: {new string('a', 1024 * 1024)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_is_cut_off()
    {
        string answer = await SendRawAsync("POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nested_json_is_refused()
    {
        string nested = $"{{\"q\":{new string('[', 10_000)}{new string(']', 10_000)}}}";
        await AssertProblem.IsAsync(ProblemType.MalformedRequest, await Server.Client.PostAsync("/api/search", TestServer.Json(nested)));
        HttpResponseMessage article = await Server.PutAsync("long", $"{{\"title\":\"a\",\"x\":{new string('[', 10_000)}{new string(']', 10_000)}}}");
        Assert.InRange((int)article.StatusCode, 200, 499);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT ", "")]
    [InlineData("title:(", ")")]
    public async Task Nested_queries_are_refused_with_the_place(string open, string close)
    {
        string query = string.Concat(Enumerable.Repeat(open, 10_000 / open.Length)) + "a" + string.Concat(Enumerable.Repeat(close, 10_000 / open.Length));
        HttpResponseMessage answer = await Server.Client.PostAsync("/api/search", TestServer.Json(JsonSerializer.Serialize(new { q = query[..Math.Min(query.Length, 16_384)], syntax = "advanced" })));
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            await AssertProblem.IsAsync(ProblemType.InvalidQuery, answer, "q");
        }
    }

    [Theory]
    [InlineData("****************a")]
    [InlineData("*a*b*c*d*e*f*g*h*i*j*k*l*")]
    [InlineData("????????????????????????????????*")]
    [InlineData("(a+)+$")]
    [InlineData("a~2 b~2 c~2 d~2 e~2 f~2 g~2")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public async Task Patterns_that_explode_elsewhere_are_answered(string query)
    {
        HttpResponseMessage answer = await Server.Client.GetAsync($"/api/search?syntax=advanced&q={Uri.EscapeDataString(query)}");
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            await AssertProblem.IsAsync(ProblemType.InvalidQuery, answer, "q");
        }
    }

    [Theory]
    [InlineData("offset=10001", "offset")]
    [InlineData("offset=99999999999999999999", "offset")]
    [InlineData("offset=-1", "offset")]
    [InlineData("size=2147483647", "size")]
    [InlineData("facet_size=1000000", "facet_size")]
    [InlineData("facets=category,category,khong_co", "facets")]
    [InlineData("from=0000-00-00", "from")]
    [InlineData("recency=1e9", "recency")]
    public async Task Values_out_of_range_are_named(string parameter, string name) =>
        await AssertProblem.IsAsync(ProblemType.InvalidParameters, await Server.Client.GetAsync("/api/search?" + parameter), name);

    [Fact]
    public async Task Ten_thousand_parameters_are_refused()
    {
        string answer = await SendRawAsync($"GET /api/search?{string.Join('&', Enumerable.Range(0, 900).Select(static i => $"a{i}=1"))} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        string many = JsonSerializer.Serialize(Enumerable.Range(0, 10_000).ToDictionary(static i => $"a{i}", static _ => 1));
        await AssertProblem.IsAsync(ProblemType.TooLarge, await Server.Client.PostAsync("/api/search", TestServer.Json(many + new string(' ', 128 * 1024))));
    }

    /// <summary>Sends bytes as they are, and reads until the service ends the connection or has sent a head.</summary>
    private async Task<string> SendRawAsync(string request)
    {
        Uri address = Server.Client.BaseAddress!;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        NetworkStream stream = connection.GetStream();
        Task sending = stream.WriteAsync(Encoding.ASCII.GetBytes(request)).AsTask();
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // Reset by the service, which does not wait for the rest of what it refuses.
        }

        await sending.ContinueWith(static _ => { }, TaskScheduler.Default);
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
