namespace Search.Server.Tests.Pages.Admin;

/// <summary>What a browser does at the page of operation: it keeps the cookie and names the origin of forms. It follows no redirections.</summary>
internal sealed class AdminBrowser(TestServer server) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Client.BaseAddress };

    /// <summary>As in the header: <c>name=value</c>; empty for none.</summary>
    public string Cookie { get; set; } = "";

    /// <summary>What it names as the origin of its forms; <see langword="null"/> to name none.</summary>
    public string? Origin { get; set; } = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public Task<HttpResponseMessage> GetAsync(string address = "/admin", string? key = null) => SendAsync(new(HttpMethod.Get, address), key);

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value))) });

    public Task<HttpResponseMessage> SignInAsync(string key) => PostAsync("/admin/sign-in", ("key", key));

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? key = null)
    {
        if (Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (Origin is not null && request.Method == HttpMethod.Post)
        {
            request.Headers.Add("Origin", Origin);
        }

        HttpResponseMessage answer = await _client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set))
        {
            Cookie = set.Single().Split(';')[0] is var cookie && cookie.EndsWith('=') ? "" : cookie;
        }

        return answer;
    }
}
