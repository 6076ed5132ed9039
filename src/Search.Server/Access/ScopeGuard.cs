using System.Net;
using Microsoft.Net.Http.Headers;
using Search.Answers;
using Search.Server.Problems;

namespace Search.Server.Access;

/// <summary>Middleware that lets a request through to a route with a <see cref="RequiredScope"/> only if its caller has it.</summary>
internal sealed class ScopeGuard(RequestDelegate next, ApiKeys keys, IHostEnvironment environment)
{
    /// <summary>The header of a key.</summary>
    public const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    /// <summary>Headers by which a proxy says that the caller is not who connects.</summary>
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", HeaderNames.Via];

    /// <summary>Refuses the request or passes it on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        ApiProblem? refusal = http.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { } required ? Refusal(http, required.Scope, keys, environment) : null;
        if (refusal is null)
        {
            return next(http);
        }

        if (refusal.Type == ProblemType.KeyNeeded)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return StatusAnswers.AnswerAsync(http, refusal);
    }

    /// <summary>Whether the caller of a request has a scope, whatever its route needs.</summary>
    public static bool Allows(HttpContext http, Scope scope) => Refusal(http, scope) is null;

    /// <summary>Why the caller of a request has not a scope; <see langword="null"/> if it has.</summary>
    public static ApiProblem? Refusal(HttpContext http, Scope scope) =>
        Refusal(http, scope, http.RequestServices.GetRequiredService<ApiKeys>(), http.RequestServices.GetRequiredService<IHostEnvironment>());

    private static ApiProblem? Refusal(HttpContext http, Scope scope, ApiKeys keys, IHostEnvironment environment)
    {
        bool isOpen = scope == Scope.Search ? !keys.Have(Scope.Search) : keys.AreNone && environment.IsDevelopment() && IsDirectFromThisMachine(http);
        if (isOpen)
        {
            return null;
        }

        if (!keys.Have(scope))
        {
            return new(ProblemType.NoKeyConfigured, HowToConfigure(scope));
        }

        if (SentKey(http.Request) is not { } sent)
        {
            return new(ProblemType.KeyNeeded, new(
                $"This needs a key with the scope {scope.Name()}; send it in the header {KeyHeader}, or as Authorization: Bearer.",
                $"Cần khóa có quyền {scope.Name()}; hãy gửi trong tiêu đề {KeyHeader}, hoặc Authorization: Bearer."));
        }

        return keys.ScopesOf(sent) switch
        {
            null => new(ProblemType.KeyNeeded, new("The key that was sent is not known here.", "Khóa đã gửi không có trong cấu hình của dịch vụ.")),
            var scopes when !scopes.Contains(scope) => new(ProblemType.ScopeMissing, new(
                $"The key that was sent lacks the scope {scope.Name()}.", $"Khóa đã gửi thiếu quyền {scope.Name()}.")),
            _ => null,
        };
    }

    /// <summary>The key that a request brings.</summary>
    public static string? SentKey(HttpRequest request)
    {
        string? key = request.Headers[KeyHeader];
        if (string.IsNullOrEmpty(key) && request.Headers.Authorization.ToString() is var authorization
            && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            key = authorization[Bearer.Length..].Trim();
        }

        return string.IsNullOrEmpty(key) ? null : key;
    }

    /// <summary>Whether the caller is a program on this machine, and neither a proxy nor a web page of another site that runs in a browser here.</summary>
    private static bool IsDirectFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ForwardingHeaders.Any(http.Request.Headers.ContainsKey)
        && IsLoopbackName(http.Request.Host.Host)
        && http.Request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || origin == $"{http.Request.Scheme}://{http.Request.Host}");

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static Wording HowToConfigure(Scope scope) => new(
        $"No key with the scope {scope.Name()} is configured. Choose a secret, set Search__ApiKeys__0__Sha256 to its SHA-256 in hexadecimal "
        + $"(printf %s 'SECRET' | sha256sum) and Search__ApiKeys__0__Scopes__0={scope.Name()}, start the service again and send the secret in the header {KeyHeader}.",
        $"Chưa cấu hình khóa nào có quyền {scope.Name()}. Hãy chọn một chuỗi bí mật, đặt Search__ApiKeys__0__Sha256 là SHA-256 của nó ở dạng thập lục phân "
        + $"(printf %s 'BÍ_MẬT' | sha256sum) và Search__ApiKeys__0__Scopes__0={scope.Name()}, khởi động lại dịch vụ rồi gửi chuỗi ấy trong tiêu đề {KeyHeader}.");
}
