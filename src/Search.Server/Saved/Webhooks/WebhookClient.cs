using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Search.Answers;
using Search.Articles;
using Search.Server.Hosting;
using Search.Server.Parameters;

namespace Search.Server.Saved.Webhooks;

/// <summary>Posts deliveries to receivers, which are not trusted: no redirect is followed, no answer is read, and only public addresses are connected to. Thread-safe.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>Bytes of an answer that are skipped so that its connection can be used again.</summary>
    private const int MostDrained = 4096;

    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <summary>Takes valid options.</summary>
    public WebhookClient(IOptions<SearchOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value.Webhooks, time);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            MaxResponseDrainSize = MostDrained,
            MaxResponseHeadersLength = 16,   // KiB
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,   // each attempt has its own
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Search-Webhook/1");
    }

    /// <summary>Tries a delivery once.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop; the receiver may have got it.</exception>
    public async Task<Attempt> SendAsync(SavedSearch search, Webhook webhook, Delivery delivery, Article article, CancellationToken cancellation)
    {
        DateTimeOffset now = _time.GetUtcNow();
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(DeliveryBody.Of(search, delivery, webhook, article, now), AnswerJson.Options);
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Json);
        if (webhook.Secret is { } secret)
        {
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, now, body));
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(_options.Timeout);
        try
        {
            using HttpResponseMessage answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            return answer.IsSuccessStatusCode ? Attempt.Success : new($"The receiver answered {(int)answer.StatusCode}.", RetryAfter(answer.Headers.RetryAfter, now));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new($"The receiver did not answer within {_options.Timeout.TotalSeconds} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return new(failure.InnerException is WebhookHostException host ? host.Message : failure.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>Connects to what a name stands for now: whatever it stood for before, a private address is not reached.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        string host = context.DnsEndPoint.Host;
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        IPAddress[] allowed = _options.AllowPrivateAddresses ? addresses : [.. addresses.Where(PublicNetwork.Has)];
        if (allowed.Length == 0)
        {
            throw new WebhookHostException($"The host {host} has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? header?.Date - now;

    /// <summary>The host of a webhook may not be reached.</summary>
    private sealed class WebhookHostException(string message) : IOException(message);
}

/// <summary>How an attempt to deliver ended.</summary>
/// <param name="Error">Why it failed; null if it did not.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; null if it did not say.</param>
internal sealed record Attempt(string? Error, TimeSpan? RetryAfter = null)
{
    /// <summary>It arrived.</summary>
    public static readonly Attempt Success = new(Error: null);
}
