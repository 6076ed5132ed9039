using System.Net;
using Microsoft.Extensions.Options;
using Search.Server.Access;
using Search.Server.Saved.Webhooks;
using Search.Server.Snapshots;

namespace Search.Server.Hosting;

/// <summary>Says in one sentence each what is wrong with the configuration.</summary>
internal sealed class SearchOptionsValidator : IValidateOptions<SearchOptions>
{
    private const int Sha256Digits = 64;
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SearchOptions options)
    {
        List<string> failures = [.. Failures(options), .. Failures(options.Webhooks), .. Failures(options.Snapshots), .. NetworkFailures(options), .. KeyFailures(options)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>What is wrong with the keys, which may change while the service runs.</summary>
    public static IEnumerable<string> KeyFailures(SearchOptions options) => options.ApiKeys.SelectMany(Failures);

    private static IEnumerable<string> Failures(SearchOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.IndexPath) || options.IndexPath.Contains('\0'))
        {
            yield return "Search:IndexPath is empty; expected the path of a folder.";
        }

        if (options.SavedPath.Contains('\0'))
        {
            yield return "Search:SavedPath is no path; expected that of a folder, or nothing.";
        }

        if (options.QueryTimeout < ShortestTimeout || options.QueryTimeout > LongestTimeout)
        {
            yield return $"Search:QueryTimeout is {options.QueryTimeout:c}; expected 00:00:00.010 to 00:05:00 (hours:minutes:seconds).";
        }

        if (options.MostExports is < 1 or > 100)
        {
            yield return $"Search:MostExports is {options.MostExports}; expected 1 to 100.";
        }

        if (options.MostSearches is < 0 or > 1000)
        {
            yield return $"Search:MostSearches is {options.MostSearches}; expected 0 (twice the processors) to 1000.";
        }

        if (options.QueryLogDays is < 1 or > 3650)
        {
            yield return $"Search:QueryLogDays is {options.QueryLogDays}; expected 1 to 3650. An empty Search:QueryLogPath switches the log off.";
        }

        if (options.RamBufferMebibytes is < 16 or > 2048)
        {
            yield return $"Search:RamBufferMebibytes is {options.RamBufferMebibytes}; expected 16 to 2048 (MiB).";
        }

        if (options.ScrubMebibytesPerSecond is < 0 or > 10_000)
        {
            yield return $"Search:ScrubMebibytesPerSecond is {options.ScrubMebibytesPerSecond}; expected 0 (not at all) to 10000 (MiB a second).";
        }

        if (options.Engine != SearchOptions.EmbeddedEngine)
        {
            yield return $"Search:Engine is \"{options.Engine}\"; expected \"{SearchOptions.EmbeddedEngine}\".";
        }
    }

    private static IEnumerable<string> NetworkFailures(SearchOptions options)
    {
        if (options.PublicUrl.Length > 0 && !IsWebAddress(options.PublicUrl))
        {
            yield return $"Search:PublicUrl is \"{options.PublicUrl}\"; expected an address such as https://tim.example.vn, without ? and #.";
        }

        if (options.PathBase is not "" and not ['/', _, ..] || options.PathBase.EndsWith('/'))
        {
            yield return $"Search:PathBase is \"{options.PathBase}\"; expected a path such as /kho, or nothing.";
        }

        foreach (string proxy in options.TrustedProxies.Where(static proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
        {
            yield return $"Search:TrustedProxies has \"{proxy}\"; expected an address such as 10.0.0.7 or a network such as 10.0.0.0/8.";
        }

        foreach (string origin in options.Cors.Origins.Where(static origin => origin != "*" && !IsOrigin(origin)))
        {
            yield return $"Search:Cors:Origins has \"{origin}\"; expected an origin such as https://www.example.vn, without a path, or *.";
        }

        if (options.RateLimit.PermitsPerSecond is < 0 or > 100_000)
        {
            yield return $"Search:RateLimit:PermitsPerSecond is {options.RateLimit.PermitsPerSecond}; expected 0 (no limit) to 100000.";
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    private static bool IsOrigin(string text) => IsWebAddress(text) && new Uri(text).GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Failures(WebhookOptions options)
    {
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromMinutes(1))
        {
            yield return $"Search:Webhooks:Timeout is {options.Timeout:c}; expected 00:00:00.100 to 00:01:00 (hours:minutes:seconds).";
        }

        if (options.FirstRetry < TimeSpan.FromMilliseconds(1) || options.FirstRetry > TimeSpan.FromHours(1))
        {
            yield return $"Search:Webhooks:FirstRetry is {options.FirstRetry:c}; expected 00:00:00.001 to 01:00:00 (hours:minutes:seconds).";
        }

        if (options.GiveUpAfter < TimeSpan.FromSeconds(1) || options.GiveUpAfter > TimeSpan.FromDays(30))
        {
            yield return $"Search:Webhooks:GiveUpAfter is {options.GiveUpAfter:c}; expected 00:00:01 to 30.00:00:00 (days.hours:minutes:seconds).";
        }
    }

    private static IEnumerable<string> Failures(SnapshotOptions options)
    {
        if (options.Path.Contains('\0'))
        {
            yield return "Search:Snapshots:Path is no path; expected that of a folder, or nothing.";
        }

        if (options.Every != TimeSpan.Zero && (options.Every < TimeSpan.FromMinutes(1) || options.Every > TimeSpan.FromDays(31)))
        {
            yield return $"Search:Snapshots:Every is {options.Every:c}; expected 00:01:00 to 31.00:00:00 (days.hours:minutes:seconds), or 0 for never.";
        }

        if (options.Keep is < 1 or > 10_000)
        {
            yield return $"Search:Snapshots:Keep is {options.Keep}; expected 1 to 10000.";
        }

        if (options.KeepDays is < 0 or > 3650)
        {
            yield return $"Search:Snapshots:KeepDays is {options.KeepDays}; expected 0 (any time) to 3650.";
        }
    }

    private static IEnumerable<string> Failures(ApiKeyOptions key, int index)
    {
        if (key.Sha256.Length != Sha256Digits || !key.Sha256.All(char.IsAsciiHexDigit))
        {
            yield return $"Search:ApiKeys:{index}:Sha256 has {key.Sha256.Length} characters; expected the SHA-256 of a key in {Sha256Digits} hexadecimal digits.";
        }

        if (key.Scopes.Count == 0)
        {
            yield return $"Search:ApiKeys:{index}:Scopes is empty; expected one or more of search, write, admin.";
        }

        foreach (string scope in key.Scopes.Where(static scope => Enum.GetValues<Scope>().All(known => known.Name() != scope)))
        {
            yield return $"Search:ApiKeys:{index}:Scopes has \"{scope}\"; expected search, write or admin.";
        }
    }
}
