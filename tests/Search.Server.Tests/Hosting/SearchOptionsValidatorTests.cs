using System.Globalization;
using Search.Server.Hosting;
using Search.Server.Saved.Webhooks;
using Search.Server.Snapshots;

namespace Search.Server.Tests.Hosting;

public sealed class SearchOptionsValidatorTests
{
    [Theory]
    [InlineData(nameof(WebhookOptions.Timeout), "00:00:00.099", "00:00:00.100", "00:01:00", "00:01:00.001")]
    [InlineData(nameof(WebhookOptions.FirstRetry), "00:00:00", "00:00:00.001", "01:00:00", "01:00:01")]
    [InlineData(nameof(WebhookOptions.GiveUpAfter), "00:00:00.999", "00:00:01", "30.00:00:00", "30.00:00:01")]
    public void Times_of_webhooks_have_bounds(string setting, string tooShort, string shortest, string longest, string tooLong)
    {
        foreach ((string value, bool isRight) in (IEnumerable<(string, bool)>)[(tooShort, false), (shortest, true), (longest, true), (tooLong, false)])
        {
            var options = new SearchOptions();
            typeof(WebhookOptions).GetProperty(setting)!.SetValue(options.Webhooks, TimeSpan.Parse(value, CultureInfo.InvariantCulture));

            string? failure = new SearchOptionsValidator().Validate(name: null, options).FailureMessage;

            Assert.Equal(isRight, failure is null);
            Assert.True(isRight || failure!.StartsWith($"Search:Webhooks:{setting} is ", StringComparison.Ordinal), failure);
        }
    }

    [Theory]
    [InlineData(nameof(SnapshotOptions.Every), "00:00:59.999", false)]
    [InlineData(nameof(SnapshotOptions.Every), "00:00:00", true)]
    [InlineData(nameof(SnapshotOptions.Every), "00:01:00", true)]
    [InlineData(nameof(SnapshotOptions.Every), "31.00:00:00", true)]
    [InlineData(nameof(SnapshotOptions.Every), "31.00:00:00.001", false)]
    [InlineData(nameof(SnapshotOptions.Keep), 0, false)]
    [InlineData(nameof(SnapshotOptions.Keep), 1, true)]
    [InlineData(nameof(SnapshotOptions.Keep), 10_000, true)]
    [InlineData(nameof(SnapshotOptions.Keep), 10_001, false)]
    [InlineData(nameof(SnapshotOptions.KeepDays), -1, false)]
    [InlineData(nameof(SnapshotOptions.KeepDays), 3651, false)]
    public void Settings_of_snapshots_have_bounds(string setting, object value, bool isRight)
    {
        var options = new SearchOptions();
        typeof(SnapshotOptions).GetProperty(setting)!.SetValue(options.Snapshots, value is string time ? TimeSpan.Parse(time, CultureInfo.InvariantCulture) : value);

        string? failure = new SearchOptionsValidator().Validate(name: null, options).FailureMessage;

        Assert.Equal(isRight, failure is null);
        Assert.True(isRight || failure!.StartsWith($"Search:Snapshots:{setting} is ", StringComparison.Ordinal), failure);
    }
}
