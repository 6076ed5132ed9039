using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Search.Server.Tests.Description;

public sealed class OpenApiTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_valid()
    {
        await using Stream document = await sample.Server.Client.GetStreamAsync("/openapi/v1.json");
        using var copy = new MemoryStream();
        await document.CopyToAsync(copy);
        copy.Position = 0;
        ReadResult result = await OpenApiDocument.LoadAsync(copy);
        Assert.NotNull(result.Document);
        Assert.Empty(result.Diagnostic?.Errors ?? []);
        Assert.Empty(result.Diagnostic?.Warnings ?? []);
        Assert.Empty(result.Document.Validate(ValidationRuleSet.GetDefaultRuleSet()));
    }

    [Fact]
    public async Task The_document_is_the_one_agreed_upon()
    {
        string agreed = Path.Combine(AppContext.BaseDirectory, "Description", "openapi.json");
        string current = await CurrentAsync();
        string actual = Path.Combine(Path.GetTempPath(), "openapi.actual.json");
        if (current != await File.ReadAllTextAsync(agreed))
        {
            await File.WriteAllTextAsync(actual, current);
            Assert.Fail($"The API has changed. It may grow, and never changes or loses anything; if it grew, put {actual} in place of tests/Search.Server.Tests/Description/openapi.json.");
        }
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_described_parameters_and_an_example_where_it_needs_a_body()
    {
        JsonObject document = JsonNode.Parse(await CurrentAsync())!.AsObject();
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in operations!.AsObject())
            {
                string what = $"{method} {path}";
                Assert.True(operation!["operationId"] is not null, $"{what} has no name.");
                Assert.True(operation["summary"] is not null, $"{what} has no summary.");
                Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.True(parameter!["description"] is not null, $"{what}: {parameter["name"]} is not described."));
                foreach ((_, JsonNode? body) in operation["requestBody"]?["content"]?.AsObject() ?? [])
                {
                    Assert.True(body!["example"] is not null, $"{what} has no example of its body.");
                }
            }
        }
    }

    [Fact]
    public async Task Lines_of_streams_are_as_described()
    {
        OpenApiContract contract = await ContractHandler.ContractAsync(sample.Server.Client.GetStringAsync);
        string exported = await sample.Server.Client.GetStringAsync("/api/export?q=công&context=3");
        Assert.NotEmpty(exported);
        await contract.CheckAsync("/api/export", "GET", 200, "application/x-ndjson", exported);

        HttpResponseMessage written = await sample.Server.PostLinesAsync("""{"delete":"khong-co"}""", """{"id":"a b"}""", "{");
        await contract.CheckAsync("/api/articles", "POST", 200, "application/x-ndjson", await written.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/suggest", 200, "application/json", """{"suggestions":[{"text":1}]}""")]
    [InlineData("/api/suggest", 200, "application/json", "{}")]
    [InlineData("/api/suggest", 200, "text/html", "<p>")]
    [InlineData("/api/suggest", 418, "application/json", "{}")]
    public async Task What_is_not_described_is_found(string path, int status, string mediaType, string body)
    {
        OpenApiContract contract = await ContractHandler.ContractAsync(sample.Server.Client.GetStringAsync);
        await Assert.ThrowsAnyAsync<Exception>(() => contract.CheckAsync(path, "GET", status, mediaType, body));
    }

    /// <summary>The document without the address of this server, one member a line.</summary>
    private async Task<string> CurrentAsync()
    {
        JsonObject document = JsonNode.Parse(await sample.Server.Client.GetStringAsync("/openapi/v1.json"))!.AsObject();
        document.Remove("servers");
        return document.ToJsonString(Indented) + "\n";
    }
}
