using System.Text.Json;

namespace Search.Server.Tests;

/// <summary>A server with a few articles that tests only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private TestServer? _server;

    internal TestServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        HttpResponseMessage answer = await _server.PostLinesAsync(
            Line(new { id = "doi-ngoai", title = "Đẩy mạnh công tác đối ngoại công đoàn", lead = "Ban Chấp hành ra Nghị quyết 15/NQ-BCH.", body = "Đoạn một.\nĐoạn hai về đối ngoại.", date = "2023-11-30", category = "Công đoàn", authors = new[] { "Hoàng Phúc" }, source = "Báo Mẫu", tags = new[] { "đối ngoại", "nghị quyết" }, url = "https://vidu.example/doi-ngoai" }),
            Line(new { id = "cong-nhan", title = "Công nhân vui Tết", body = "Đoàn viên ở lại khu trọ được thăm hỏi.", date = "2024-02-08T09:30:00+07:00", category = "Đời sống", source = "Tin Mẫu", tags = new[] { "Tết" } }),
            Line(new { id = "khong-ngay", title = "Mưa lớn ở miền Trung", body = "Nước sông lên nhanh." }),
            Line(new { id = "xau", title = "<script>alert('x')</script> & \"Giá\" vàng", body = "Giá <b>vàng</b> tăng.", date = "2022-05-01", category = "<i>Kinh tế</i>" }));
        Assert.DoesNotContain("rejected", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private static string Line<T>(T article) => JsonSerializer.Serialize(article);
}
