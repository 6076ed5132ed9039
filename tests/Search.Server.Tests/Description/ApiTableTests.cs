using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Search.Server.Tests.Description;

/// <summary>Runs every <c>curl</c> of the table in <c>src/docs/api.md</c>, as it stands there, and holds the answers to the OpenAPI document.</summary>
public sealed partial class ApiTableTests
{
    [ToolFact("bash", "curl")]
    public async Task Every_curl_of_the_table_works_and_answers_in_the_described_shape()
    {
        await using TestServer server = await TestServer.StartAsync();
        OpenApiContract contract = await ContractHandler.ContractAsync(server.Client.GetStringAsync);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["articles.jsonl"], """{"id":"mot","title":"Công đoàn","body":"Tin thử.","date":"2024-01-02"}""" + "\n");
        await server.PutAsync("thu", """{"title":"Tin thử","body":"Công nhân Hà Nội."}""");
        string address = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (Row row in Rows())
        {
            string arguments = row.Curl["curl ".Length..].Replace("http://localhost:5080", address, StringComparison.Ordinal).Replace("-OJ", "", StringComparison.Ordinal);
            string head = await ShellCommand.RunAsync($"curl --fail-with-body -sS -o answer -w '%{{method}} %{{http_code}} %{{url_effective}} %{{content_type}}' {arguments}", folder[""]);
            string[] parts = head.Split(' ', 4);
            string body = await File.ReadAllTextAsync(folder["answer"]);
            string path = new Uri(parts[2]).AbsolutePath;
            string? mediaType = parts[3].Length == 0 ? null : parts[3].Split(';')[0];
            if (contract.Describes(path, parts[0]))
            {
                await contract.CheckAsync(path, parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), mediaType, body);
            }

            Assert.True(body.Length > 0 || parts[1] == "204", row.Curl);
        }
    }

    [Fact]
    public async Task The_table_has_every_operation()
    {
        await using TestServer server = await TestServer.StartAsync();
        JsonObject document = JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json"))!.AsObject();
        IEnumerable<string> described = from path in document["paths"]!.AsObject()
                                        from operation in path.Value!.AsObject()
                                        select $"{operation.Key.ToUpperInvariant()} {path.Key}";
        HashSet<string> listed = [.. Rows().SelectMany(static row => row.Routes)];
        Assert.Equal([], described.Where(operation => !listed.Contains(operation)));
    }

    private static List<Row> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Description", "api.md"))
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           where cells.Length == 5 && cells[3].StartsWith("`curl ", StringComparison.Ordinal)
           select new Row(Routes(cells[1]), cells[3].Trim('`')),
    ];

    /// <summary>`GET /a`, `POST` is GET and POST of /a; `GET /a`, `/b` is GET of both.</summary>
    private static List<string> Routes(string cell)
    {
        List<string> routes = [];
        string method = "";
        string path = "";
        foreach (Match code in Code().Matches(cell))
        {
            string[] words = code.Groups[1].Value.Split(' ');
            method = words.FirstOrDefault(static word => !word.StartsWith('/')) ?? method;
            path = words.FirstOrDefault(static word => word.StartsWith('/')) ?? path;
            routes.Add($"{method} {path}");
        }

        return routes;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    private sealed record Row(IReadOnlyList<string> Routes, string Curl);
}
