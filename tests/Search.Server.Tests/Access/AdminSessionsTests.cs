using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Search.Server.Access;
using Search.Server.Hosting;

namespace Search.Server.Tests.Access;

public sealed class AdminSessionsTests
{
    private readonly SetTime _time = new();
    private readonly AdminSessions _sessions;

    public AdminSessionsTests()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().Build();
        var options = new SearchOptions();
        foreach ((string secret, string scope) in ((string, string)[])[("đúng", "admin"), ("ghi", "write")])
        {
            var key = new ApiKeyOptions { Sha256 = Convert.ToHexString(ApiKeys.HashOf(secret)) };
            key.Scopes.Add(scope);
            options.ApiKeys.Add(key);
        }

        _sessions = new(new ApiKeys(Options.Create(options), configuration, NullLogger<ApiKeys>.Instance), _time);
    }

    [Fact]
    public void A_session_ends_after_eight_hours()
    {
        string token = Open();
        _time.Now += AdminSessions.Lifetime - TimeSpan.FromSeconds(1);
        Assert.True(_sessions.Has(token));
        _time.Now += TimeSpan.FromSeconds(1);
        Assert.False(_sessions.Has(token));
    }

    [Fact]
    public void Of_many_sessions_the_oldest_ends()
    {
        string first = Open();
        string second = Open();
        for (int i = 0; i < 99; i++)
        {
            Open();
        }

        Assert.False(_sessions.Has(first));
        Assert.True(_sessions.Has(second));
    }

    [Fact]
    public void After_ten_failures_within_a_minute_no_key_is_looked_at()
    {
        for (int i = 0; i < AdminSessions.MostFailures; i++)
        {
            Assert.Equal(new SignIn.Refused(IsKnown: i % 2 == 0), _sessions.Open(i % 2 == 0 ? "ghi" : "sai"));
            _time.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(new SignIn.TooMany(TimeSpan.FromSeconds(50)), _sessions.Open("đúng"));
        _time.Now += TimeSpan.FromSeconds(50);
        Assert.IsType<SignIn.Opened>(_sessions.Open("đúng"));
        Assert.IsType<SignIn.Refused>(_sessions.Open("sai"));
        Assert.IsType<SignIn.TooMany>(_sessions.Open("sai"));
    }

    private string Open() => Assert.IsType<SignIn.Opened>(_sessions.Open("đúng")).Token;

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
