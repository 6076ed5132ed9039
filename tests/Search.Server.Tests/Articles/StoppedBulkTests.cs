using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Search.Server.Tests.Articles;

public sealed class StoppedBulkTests
{
    private const string LastChunk = "0";

    [Fact]
    public async Task A_bulk_request_that_the_end_of_the_service_meets_is_answered_for_what_was_taken_and_that_is_there_afterwards()
    {
        using var folder = new TemporaryFolder();
        var rest = new List<string>();
        await using (TestServer server = await TestServer.StartAsync(folder))
        {
            Uri address = server.Client.BaseAddress!;   // set by the factory
            using var connection = new TcpClient();
            await connection.ConnectAsync(address.Host, address.Port);
            await using NetworkStream stream = connection.GetStream();
            using var answer = new StreamReader(stream);
            await SendAsync(stream, $"POST /api/articles HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
            await SendChunkAsync(stream, "{\"id\":\"mot\",\"title\":\"Một\"}\n");
            while (await answer.ReadLineAsync() is var line && line != """{"line":1,"id":"mot","status":"created"}""")
            {
                Assert.NotNull(line);
            }

            await SendChunkAsync(stream, "{\"id\":\"hai\",\"title\":\"Hai\"}\n");
            server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();   // the request has no end yet
            while (await answer.ReadLineAsync() is { } line && line != LastChunk)
            {
                rest.Add(line);
            }
        }

        await using TestServer again = await TestServer.StartAsync(folder);
        Assert.True((await again.Client.GetAsync("/api/articles/mot")).IsSuccessStatusCode);
        Assert.True(!rest.Contains("""{"line":2,"id":"hai","status":"created"}""") || (await again.Client.GetAsync("/api/articles/hai")).IsSuccessStatusCode);
    }

    private static async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text));

    private static Task SendChunkAsync(NetworkStream stream, string text) => SendAsync(stream, $"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");
}
