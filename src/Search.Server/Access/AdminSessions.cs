using System.Security.Cryptography;

namespace Search.Server.Access;

/// <summary>Who has signed in to the page of operation with a key, as readers of a page cannot send a header. In memory: a restart ends all. Thread-safe.</summary>
/// <remarks>A session is a random token and the hash of the key, so that it ends when the key is taken out of the configuration or loses its scope.</remarks>
internal sealed class AdminSessions(ApiKeys keys, TimeProvider time)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>Attempts that may fail within <see cref="AttemptPeriod"/>, whoever makes them.</summary>
    public const int MostFailures = 10;

    /// <summary>How long a failed attempt counts.</summary>
    public static readonly TimeSpan AttemptPeriod = TimeSpan.FromMinutes(1);

    /// <summary>Sessions at a time; one more ends the oldest.</summary>
    private const int Most = 100;

    private const int TokenBytes = 32;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _failures = new();

    private sealed record Session(byte[] KeyHash, DateTimeOffset Expires);

    /// <summary>Opens a session for a key with the scope <see cref="Scope.Admin"/>.</summary>
    public SignIn Open(string key)
    {
        byte[] hash = ApiKeys.HashOf(key);
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            while (_failures.TryPeek(out DateTimeOffset failed) && failed + AttemptPeriod <= now)
            {
                _failures.Dequeue();
            }

            if (_failures.Count >= MostFailures)
            {
                return new SignIn.TooMany(_failures.Peek() + AttemptPeriod - now);
            }

            IReadOnlySet<Scope>? scopes = keys.ScopesOf(hash);
            if (scopes is null || !scopes.Contains(Scope.Admin))
            {
                _failures.Enqueue(now);
                return new SignIn.Refused(IsKnown: scopes is not null);
            }

            if (_sessions.Count >= Most)
            {
                _sessions.RemoveAt(0);
            }

            string token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
            _sessions.Add(token, new(hash, now + Lifetime));
            return new SignIn.Opened(token);
        }
    }

    /// <summary>Whether a token is that of a session.</summary>
    public bool Has(string token)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue(token, out Session? session))
            {
                return false;
            }

            bool holds = session.Expires > time.GetUtcNow() && keys.ScopesOf(session.KeyHash)?.Contains(Scope.Admin) == true;
            if (!holds)
            {
                _sessions.Remove(token);   // also if the key should come back
            }

            return holds;
        }
    }

    /// <summary>Ends a session, if there is one.</summary>
    public void Close(string token)
    {
        lock (_lock)
        {
            _sessions.Remove(token);
        }
    }
}

/// <summary>What came of an attempt to sign in.</summary>
internal abstract record SignIn
{
    private SignIn()
    {
    }

    /// <summary>There is a session.</summary>
    /// <param name="Token">Its name, for its owner alone.</param>
    public sealed record Opened(string Token) : SignIn;

    /// <summary>The key is none that opens one.</summary>
    /// <param name="IsKnown">Whether it is a key for something else.</param>
    public sealed record Refused(bool IsKnown) : SignIn;

    /// <summary>So many attempts have failed that the key was not looked at.</summary>
    /// <param name="Wait">How long until it will be.</param>
    public sealed record TooMany(TimeSpan Wait) : SignIn;
}
