using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Search.Server.Hosting;

namespace Search.Server.Access;

/// <summary>The configured keys. They may be exchanged while the service runs: the file of the configuration is read again when it changes.</summary>
/// <remarks>Thread-safe. A change that is wrong is named in the log, and the keys stay as they were.</remarks>
internal sealed partial class ApiKeys : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly ILogger<ApiKeys> _logger;
    private readonly IDisposable _changes;
    private volatile Key[] _keys;

    /// <summary>Takes the keys of valid options, and watches for others.</summary>
    public ApiKeys(IOptions<SearchOptions> options, IConfiguration configuration, ILogger<ApiKeys> logger)
    {
        _configuration = configuration;
        _logger = logger;
        _keys = Read(options.Value);
        _changes = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
    }

    /// <summary>Whether there is no key at all.</summary>
    public bool AreNone => _keys.Length == 0;

    /// <summary>Whether any key has a scope.</summary>
    public bool Have(Scope scope) => _keys.Any(key => key.Scopes.Contains(scope));

    /// <summary>The scopes of a key that a caller sent.</summary>
    /// <returns><see langword="null"/> if there is no such key. The time taken tells nothing of the keys there are.</returns>
    public IReadOnlySet<Scope>? ScopesOf(string sent) => ScopesOf(HashOf(sent));

    /// <summary>The scopes of a key that hashes to this.</summary>
    /// <inheritdoc cref="ScopesOf(string)" path="/returns"/>
    public IReadOnlySet<Scope>? ScopesOf(ReadOnlySpan<byte> hash) => Find(hash)?.Scopes;

    /// <summary>The name of a key that a caller sent, unique among the keys.</summary>
    /// <inheritdoc cref="ScopesOf(string)" path="/returns"/>
    public string? NameOf(string sent) => Find(HashOf(sent))?.Name;

    /// <summary>What the configuration holds in place of a key.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <inheritdoc/>
    public void Dispose() => _changes.Dispose();

    private Key? Find(ReadOnlySpan<byte> hash)
    {
        Key? found = null;
        foreach (Key key in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Hash, hash) ? key : found;   // and on to the last
        }

        return found;
    }

    private void Reload()
    {
        try
        {
            SearchOptions changed = _configuration.GetSection(SearchOptions.Section).Get<SearchOptions>() ?? new();
            if (SearchOptionsValidator.KeyFailures(changed).FirstOrDefault() is { } failure)
            {
                LogWrong(failure);
                return;
            }

            _keys = Read(changed);
            LogRead(_keys.Length);
        }
        catch (InvalidOperationException unreadable)   // a value that is none of its type
        {
            LogWrong(unreadable.Message);
        }
    }

    private static Key[] Read(SearchOptions options) => [.. options.ApiKeys.Select(static (key, index) => new Key(
        $"{index} {key.Name}",
        Convert.FromHexString(key.Sha256),
        [.. key.Scopes.Select(static scope => Enum.Parse<Scope>(scope, ignoreCase: true))]))];

    [LoggerMessage(LogLevel.Information, "The configuration was read again; there are {Keys} keys.")]
    private partial void LogRead(int keys);

    [LoggerMessage(LogLevel.Error, "The configuration has changed, and the keys stay as they were: {Failure}")]
    private partial void LogWrong(string failure);

    private sealed record Key(string Name, byte[] Hash, HashSet<Scope> Scopes);
}
