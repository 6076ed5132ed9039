using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Search.Server.Tests.Access;

public sealed class ApiKeysTests
{
    [Fact]
    public async Task Keys_are_exchanged_without_a_restart_and_wrong_ones_change_nothing()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "cu");
        await using TestServer server = await TestServer.StartAsync(folder, environment: "Production");
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(server, "cu"));
        Assert.Equal(HttpStatusCode.Unauthorized, await DeleteAsync(server, "moi"));

        Write(folder, "moi");
        Reload(server);
        Assert.Equal(HttpStatusCode.Unauthorized, await DeleteAsync(server, "cu"));
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(server, "moi"));

        await File.WriteAllTextAsync(folder[TestServer.SettingsFile], """{"Search":{"ApiKeys":[{"Sha256":"ngan","Scopes":["write"]}]}}""");
        Reload(server);
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(server, "moi"));
    }

    private static void Write(TemporaryFolder folder, string secret) => File.WriteAllText(folder[TestServer.SettingsFile], JsonSerializer.Serialize(new
    {
        Search = new { ApiKeys = new[] { new { Sha256 = ScopeGuardTests.Keys((secret, "write"))["ApiKeys:0:Sha256"], Scopes = new[] { "write" } } } },
    }));

    private static void Reload(TestServer server) => ((IConfigurationRoot)server.Services.GetRequiredService<IConfiguration>()).Reload();

    private static async Task<HttpStatusCode> DeleteAsync(TestServer server, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/articles/khong-co");
        request.Headers.Add("X-Api-Key", key);
        return (await server.Client.SendAsync(request)).StatusCode;
    }
}
