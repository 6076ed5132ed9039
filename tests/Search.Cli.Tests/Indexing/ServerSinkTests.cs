using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Search.Cli.Tests.Indexing;

public sealed class ServerSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Articles_go_to_the_bulk_route_with_their_ids_and_the_key_and_a_busy_server_is_asked_again()
    {
        using HttpListener server = Listen(out string url);
        var requests = new List<(string? Path, string? Key, string[] Lines)>();
        Task serving = Task.Run(async () =>
        {
            for (int i = 0; i < 2; i++)
            {
                HttpListenerContext context = await server.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream);
                string[] lines = (await body.ReadToEndAsync()).Trim().Split('\n');
                requests.Add((context.Request.Url?.AbsolutePath, context.Request.Headers["X-Api-Key"], lines));
                byte[] answer = Encoding.UTF8.GetBytes(i == 0 ? "{}" : string.Join('\n', lines.Select(Answer)));
                context.Response.StatusCode = i == 0 ? 503 : 200;
                context.Response.Headers["Retry-After"] = "0";
                context.Response.ContentLength64 = answer.Length;
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
        });
        string file = _folder.File("a.json", "[{\"id\":\"a\",\n\"title\":\"A\"},{\"title\":\"B\",\"url\":\"https://bao.example/b\"}]");

        SearchProcess.Result result = await SearchProcess.RunAsync("index", file, "--url", url, "--key", "khoa-bi-mat", "--index", _folder["ix"], "--json");
        await serving;

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(requests, static request => Assert.Equal(("/api/articles", "khoa-bi-mat"), (request.Path, request.Key)));
        Assert.Equal(requests[0].Lines, requests[1].Lines);
        Assert.Equal("""{"id":"a", "title":"A"}""", requests[1].Lines[0]);
        Assert.StartsWith("{\"id\":\"u-", requests[1].Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("\",\"title\":\"B\",\"url\":\"https://bao.example/b\"}", requests[1].Lines[1], StringComparison.Ordinal);
        JsonNode report = JsonNode.Parse(result.Output)!;
        Assert.Equal((2, 1, 1), ((int)report["read"]!, (int)report["created"]!, (int)report["rejected"]!));
        Assert.Equal("Không nhận.", (string?)report["reasons"]![0]!["reason"]);
        Assert.False(Directory.Exists(_folder["ix"]));
    }

    private static string Answer(string line, int index) => JsonSerializer.Serialize(new
    {
        line = index + 1,
        id = (string?)JsonNode.Parse(line)!["id"],
        status = index == 0 ? "created" : "rejected",
        error = new { detail = "Không nhận." },
    });

    private static HttpListener Listen(out string url)
    {
        for (int port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            var server = new HttpListener();
            url = $"http://127.0.0.1:{port}";
            server.Prefixes.Add(url + "/");
            try
            {
                server.Start();
                return server;
            }
            catch (HttpListenerException)
            {
                server.Close();
            }
        }
    }
}
