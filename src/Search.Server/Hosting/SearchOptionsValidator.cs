using Microsoft.Extensions.Options;
using Search.Server.Access;

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
        List<string> failures = [.. Failures(options), .. options.ApiKeys.SelectMany(Failures)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(SearchOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.IndexPath) || options.IndexPath.Contains('\0'))
        {
            yield return "Search:IndexPath is empty; expected the path of a folder.";
        }

        if (options.QueryTimeout < ShortestTimeout || options.QueryTimeout > LongestTimeout)
        {
            yield return $"Search:QueryTimeout is {options.QueryTimeout:c}; expected 00:00:00.010 to 00:05:00 (hours:minutes:seconds).";
        }

        if (options.MostExports is < 1 or > 100)
        {
            yield return $"Search:MostExports is {options.MostExports}; expected 1 to 100.";
        }

        if (options.RamBufferMebibytes is < 16 or > 2048)
        {
            yield return $"Search:RamBufferMebibytes is {options.RamBufferMebibytes}; expected 16 to 2048 (MiB).";
        }

        if (options.Engine != SearchOptions.EmbeddedEngine)
        {
            yield return $"Search:Engine is \"{options.Engine}\"; expected \"{SearchOptions.EmbeddedEngine}\".";
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
