using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Search.Server.Hosting;

namespace Search.Server.Access;

/// <summary>The configured keys.</summary>
internal sealed class ApiKeys
{
    private readonly Key[] _keys;

    /// <summary>Takes the keys of valid options.</summary>
    public ApiKeys(IOptions<SearchOptions> options) =>
        _keys = [.. options.Value.ApiKeys.Select(static key => new Key(
            Convert.FromHexString(key.Sha256),
            [.. key.Scopes.Select(static scope => Enum.Parse<Scope>(scope, ignoreCase: true))]))];

    /// <summary>Whether there is no key at all.</summary>
    public bool AreNone => _keys.Length == 0;

    /// <summary>Whether any key has a scope.</summary>
    public bool Have(Scope scope) => _keys.Any(key => key.Scopes.Contains(scope));

    /// <summary>The scopes of a key that a caller sent.</summary>
    /// <returns><see langword="null"/> if there is no such key. The time taken tells nothing of the keys there are.</returns>
    public IReadOnlySet<Scope>? ScopesOf(string sent)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(sent), hash);
        Key? found = null;
        foreach (Key key in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Hash, hash) ? key : found;   // and on to the last
        }

        return found?.Scopes;
    }

    private sealed record Key(byte[] Hash, HashSet<Scope> Scopes);
}
