using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Search.Server.Tests.Saved.Webhooks;

/// <summary>A receiver of webhooks on this machine, which drops what it has had and may fail.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<int, HttpContext, Task> _answer;
    private int _requests;

    private WebhookReceiver(WebApplication app, Func<int, HttpContext, Task> answer) => (_app, _answer) = (app, answer);

    /// <summary>Deliveries by id, each as it came first.</summary>
    public ConcurrentDictionary<string, JsonElement> Deliveries { get; } = new(StringComparer.Ordinal);

    /// <summary>The signatures and bodies of all requests.</summary>
    public ConcurrentQueue<(string Signature, byte[] Body)> Requests { get; } = [];

    public string Url => _app.Urls.Single() + "/hook?ma=1";

    /// <summary>How often it was called.</summary>
    public int RequestCount => _requests;

    /// <summary>Starts a receiver.</summary>
    /// <param name="answer">Answers a request by its number, from 1; it may fail after the delivery was noted.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<int, HttpContext, Task>? answer = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var receiver = new WebhookReceiver(app, answer ?? ((_, _) => Task.CompletedTask));
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Fails a third of the time, in turn by an answer, by dropping the connection, and by either after it noted the delivery.</summary>
    public static Task FailAThirdOfTheTime(int number, HttpContext http)
    {
        if (number % 3 == 0)
        {
            int failure = number / 3;
            if (failure % 2 == 0)
            {
                http.Abort();
            }
            else
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }

            http.Items["lost"] = failure % 4 < 2;
        }

        return Task.CompletedTask;
    }

    public IEnumerable<string?> ArticlesOf(string saved, string kind) => Deliveries.Values
        .Where(delivery => delivery.GetProperty("saved").GetString() == saved && delivery.GetProperty("event").GetString() == kind)
        .Select(static delivery => delivery.GetProperty("article").GetProperty("id").GetString());

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        await _answer(Interlocked.Increment(ref _requests), http);
        Requests.Enqueue((http.Request.Headers["X-Search-Signature"].ToString(), body.ToArray()));
        if (!Equals(http.Items["lost"], true))
        {
            JsonElement delivery = JsonSerializer.Deserialize<JsonElement>(body.ToArray());
            Deliveries.TryAdd(delivery.GetProperty("delivery_id").GetString()!, delivery);
        }
    }
}
