using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Search.Server.Saved.Webhooks;

namespace Search.Server.Tests.Saved.Webhooks;

public sealed class WebhookDeliveryTests
{
    /// <summary>How many articles are written; more than a quick test needs where the environment says so.</summary>
    private static readonly int Articles = int.Parse(Environment.GetEnvironmentVariable("SEARCH_WEBHOOK_ARTICLES") ?? "600", CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string> Settings = new() { ["Webhooks:AllowPrivateAddresses"] = "true", ["Webhooks:FirstRetry"] = "00:00:00.005" };

    [Fact]
    public async Task A_receiver_that_fails_a_third_of_the_time_sees_each_new_match_once_across_restarts()
    {
        using var folder = new TemporaryFolder();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(WebhookReceiver.FailAThirdOfTheTime);
        await using (TestServer server = await TestServer.StartAsync(folder, settings: Settings))
        {
            await server.PutAsync("truoc", """{"title":"Bão đã qua"}""");
            await SaveAsync(server, "bao", "bão", new { url = receiver.Url });
            await SaveAsync(server, "bao-sua", "bao", new { url = receiver.Url, updates = true });
            await WriteAsync(server, 0, Articles / 2);
            await UntilAsync(() => receiver.Deliveries.Count >= Articles / 4);
        }

        RollBack(folder);
        await using (TestServer server = await TestServer.StartAsync(folder, settings: Settings))
        {
            await WriteAsync(server, Articles / 2, Articles);
            await UntilAsync(async () => receiver.Deliveries.Count >= 2 * Matching().Count() && await PendingAsync(server, "bao") + await PendingAsync(server, "bao-sua") == 0);
            await server.PostLinesAsync([.. Matching().Take(100).Select(static id => Line(id, "Bão đổi hướng")), """{"id":"cuoi","title":"Bão cuối"}"""]);
            await UntilAsync(async () => receiver.ArticlesOf("bao", "created").Contains("cuoi") && receiver.ArticlesOf("bao-sua", "created").Contains("cuoi")
                && await PendingAsync(server, "bao") + await PendingAsync(server, "bao-sua") == 0);
        }

        string[] created = [.. Matching(), "cuoi"];
        Assert.Equal(created.Order(StringComparer.Ordinal), receiver.ArticlesOf("bao", "created").Order(StringComparer.Ordinal));
        Assert.Empty(receiver.ArticlesOf("bao", "updated"));
        Assert.Equal(created.Order(StringComparer.Ordinal), receiver.ArticlesOf("bao-sua", "created").Order(StringComparer.Ordinal));
        Assert.Equal(Matching().Take(100).Order(StringComparer.Ordinal), receiver.ArticlesOf("bao-sua", "updated").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_that_is_killed_delivers_what_it_acknowledged_when_it_is_back()
    {
        using var folder = new TemporaryFolder();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        var acknowledged = new List<string>();
        for (int run = 0; run < 3; run++)
        {
            using ServerProcess server = ServerProcess.Start(folder, Settings);
            using HttpClient client = await server.ConnectAsync();
            if (run == 0)
            {
                (await client.PutAsync("/api/saved/tat-ca", TestServer.Json(JsonSerializer.Serialize(new { webhook = new { url = receiver.Url } })))).EnsureSuccessStatusCode();
            }

            for (int i = Random.Shared.Next(1, 30); i >= 0; i--)   // and dead, before or after it looked at the last of them
            {
                (await client.PutAsync($"/api/articles/{run}-{i}", TestServer.Json("""{"title":"Một tin"}"""))).EnsureSuccessStatusCode();
                acknowledged.Add($"{run}-{i}");
            }
        }

        using ServerProcess last = ServerProcess.Start(folder, Settings);
        using HttpClient reader = await last.ConnectAsync();
        await UntilAsync(() => receiver.Deliveries.Count >= acknowledged.Count);

        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), receiver.ArticlesOf("tat-ca", "created").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_delivery_is_signed_and_says_what_it_is_about()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        await using TestServer server = await TestServer.StartAsync(settings: Settings);
        await SaveAsync(server, "vang", "vàng", new { url = receiver.Url, secret = "một bí mật đủ dài" });
        await server.PutAsync("a", """{"title":"Giá <vàng>","lead":"Tăng.","body":"Dài.","date":"2024-02-08","url":"https://vidu.example/a","category":"Kinh tế","tags":["vàng"],"author":"Hoàng Phúc","source":"Báo Mẫu"}""");
        await UntilAsync(() => !receiver.Requests.IsEmpty);

        (string signature, byte[] body) = Assert.Single(receiver.Requests);
        string seconds = signature.Split(',')[0]["t=".Length..];
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes("một bí mật đủ dài"), Encoding.UTF8.GetBytes($"{seconds}.{Encoding.UTF8.GetString(body)}"));
        Assert.Equal($"t={seconds},v1={Convert.ToHexStringLower(expected)}", signature);
        JsonElement delivery = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal(["delivery_id", "saved", "event", "article", "sent"], delivery.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            """{"id":"a","title":"Giá <vàng>","lead":"Tăng.","url":"https://vidu.example/a","date":"2024-02-08","category":"Kinh tế","source":"Báo Mẫu","authors":["Hoàng Phúc"],"tags":["vàng"]}""",
            delivery.GetProperty("article").GetRawText());
    }

    [Fact]
    public async Task A_redirect_is_no_delivery_and_what_keeps_failing_is_given_up_and_listed()
    {
        await using WebhookReceiver elsewhere = await WebhookReceiver.StartAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string>(Settings) { ["Webhooks:GiveUpAfter"] = "00:00:01" });
        await SaveAsync(server, "tat-ca", "", new { url = receiver.Url });
        await server.PutAsync("a", """{"title":"Một"}""");

        await UntilAsync(async () => (await DeliveriesAsync(server, "tat-ca")).GetProperty("failed").GetInt32() == 1);

        JsonElement deliveries = await DeliveriesAsync(server, "tat-ca");
        Assert.Equal((0, "The receiver answered 307."), (deliveries.GetProperty("pending").GetInt32(), deliveries.GetProperty("last_error").GetString()));
        JsonElement failure = Assert.Single(deliveries.GetProperty("failures").EnumerateArray());
        Assert.Equal(("a", "created"), (failure.GetProperty("id").GetString(), failure.GetProperty("event").GetString()));
        Assert.Equal(receiver.RequestCount, failure.GetProperty("attempts").GetInt32());
        Assert.Empty(elsewhere.Deliveries);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_or_never_ends_holds_nothing_up()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(async (number, http) =>
        {
            if (number == 1)
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }

            await http.Response.StartAsync();
            if (number == 2)
            {
                while (!http.RequestAborted.IsCancellationRequested)
                {
                    await http.Response.WriteAsync(new string('x', 1000), http.RequestAborted);
                }
            }
        });
        await using TestServer server = await TestServer.StartAsync(settings: new Dictionary<string, string>(Settings) { ["Webhooks:Timeout"] = "00:00:00.100" });
        await SaveAsync(server, "tat-ca", "", new { url = receiver.Url });
        await server.PutAsync("a", """{"title":"Một"}""");
        await server.PutAsync("b", """{"title":"Hai"}""");
        await server.PutAsync("c", """{"title":"Ba"}""");

        await UntilAsync(async () => receiver.RequestCount >= 4 && await PendingAsync(server, "tat-ca") == 0);

        Assert.Equal("The receiver did not answer within 0.1 s.", (await DeliveriesAsync(server, "tat-ca")).GetProperty("last_error").GetString());
    }

    [Fact]
    public async Task What_is_deleted_before_it_arrives_is_not_delivered()
    {
        bool isUp = false;
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = isUp ? StatusCodes.Status204NoContent : StatusCodes.Status503ServiceUnavailable;
            http.Items["lost"] = !isUp;
            return Task.CompletedTask;
        });
        await using TestServer server = await TestServer.StartAsync(settings: Settings);
        await SaveAsync(server, "tin", "tin", new { url = receiver.Url });
        await server.PutAsync("a", """{"title":"tin thu hồi"}""");
        await server.PutAsync("b", """{"title":"tin thường"}""");
        await UntilAsync(async () => await PendingAsync(server, "tin") == 2 && receiver.RequestCount > 2);
        await server.Client.DeleteAsync("/api/articles/a");
        await UntilAsync(async () => await PendingAsync(server, "tin") == 1);
        isUp = true;
        await UntilAsync(async () => await PendingAsync(server, "tin") == 0);

        Assert.Equal(["b"], receiver.ArticlesOf("tin", "created"));
    }

    [Fact]
    public async Task A_removed_search_delivers_no_more_and_a_new_one_of_its_name_begins_with_what_comes()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((_, http) =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        await using WebhookReceiver other = await WebhookReceiver.StartAsync();
        await using TestServer server = await TestServer.StartAsync(settings: Settings);
        await SaveAsync(server, "tin", "tin", new { url = receiver.Url });
        await server.PutAsync("a", """{"title":"tin cũ"}""");
        await UntilAsync(() => !receiver.Deliveries.IsEmpty);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, (await server.Client.DeleteAsync("/api/saved/tin")).StatusCode);
        await SaveAsync(server, "tin", "tin", new { url = other.Url });
        await server.PutAsync("b", """{"title":"tin mới"}""");
        await UntilAsync(() => !other.Deliveries.IsEmpty);

        Assert.Equal(["b"], other.ArticlesOf("tin", "created"));
    }

    [Fact]
    public async Task A_private_address_behind_a_name_is_not_connected_to()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        using var folder = new TemporaryFolder();
        await using (TestServer allowing = await TestServer.StartAsync(folder, settings: Settings))
        {
            await SaveAsync(allowing, "tin", "", new { url = receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) });
        }

        await using TestServer server = await TestServer.StartAsync(folder, settings: new Dictionary<string, string> { ["Webhooks:FirstRetry"] = "00:00:00.005" });
        await server.PutAsync("a", """{"title":"Một"}""");
        await UntilAsync(async () => (await DeliveriesAsync(server, "tin")).GetProperty("last_error").ValueKind == JsonValueKind.String);

        Assert.Equal("The host localhost has no public address.", (await DeliveriesAsync(server, "tin")).GetProperty("last_error").GetString());
        Assert.Equal(0, receiver.RequestCount);
    }

    private static IEnumerable<string> Matching() => Enumerable.Range(0, Articles).Where(static i => i % 10 != 9).Select(static i => $"bai-{i}");

    private static string Line(string id, string title) => JsonSerializer.Serialize(new { id, title });

    private static async Task WriteAsync(TestServer server, int from, int to)
    {
        string[] lines = [.. Enumerable.Range(from, to - from).Select(static i => Line($"bai-{i}", i % 10 == 9 ? $"Trời đẹp {i}" : $"Tin bão số {i}"))];
        Assert.DoesNotContain("rejected", await (await server.PostLinesAsync(lines)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Puts the files of deliveries back to where they were at the beginning, as a kill can leave them.</summary>
    private static void RollBack(TemporaryFolder folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder["index-saved"], Courier.FileOf("*")))
        {
            File.Delete(file);
        }
    }

    private static async Task SaveAsync(TestServer server, string name, string query, object webhook) =>
        (await server.Client.PutAsync($"/api/saved/{name}", TestServer.Json(JsonSerializer.Serialize(new { q = query, webhook })))).EnsureSuccessStatusCode();

    private static async Task<JsonElement> DeliveriesAsync(TestServer server, string name) => (await server.GetJsonAsync($"/api/saved/{name}")).GetProperty("deliveries");

    private static async Task<int> PendingAsync(TestServer server, string name) => (await DeliveriesAsync(server, name)).GetProperty("pending").GetInt32();

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(20);
        }
    }
}
