namespace Search.Server.Tests.Description;

/// <summary>A client that is generated from the OpenAPI document, compiled and run: <c>TypedClient/client.ts</c>.</summary>
public sealed class TypedClientTests
{
    [ToolFact("bash", "npm", "npx", "node")]
    public async Task A_typed_client_made_of_the_document_compiles_and_runs()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "TypedClient")))
        {
            File.Copy(file, folder[Path.GetFileName(file)]);
        }

        await using TestServer server = await TestServer.StartAsync();
        await File.WriteAllTextAsync(folder["openapi.json"], await server.Client.GetStringAsync("/openapi/v1.json"));
        string address = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        string output = await ShellCommand.RunAsync(
            $"npm ci --no-audit --no-fund --loglevel=error && npx openapi-typescript openapi.json -o api.d.ts && npx tsc && node out/client.js {address}", folder[""]);
        Assert.EndsWith("ok\n", output, StringComparison.Ordinal);
    }
}
