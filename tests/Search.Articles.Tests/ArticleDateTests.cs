using System.Globalization;

namespace Search.Articles.Tests;

public sealed class ArticleDateTests
{
    [Theory]
    [InlineData("2023-11-30", "2023-11-30T00:00:00.0000000+07:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000+07:00")]
    [InlineData("2023-11-30T14:05", "2023-11-30T14:05:00.0000000+07:00")]
    [InlineData("2023-11-30T14:05:09", "2023-11-30T14:05:09.0000000+07:00")]
    [InlineData("2023-11-30T14:05:09.25", "2023-11-30T14:05:09.2500000+07:00")]
    [InlineData("2023-11-30T14:05:09,5", "2023-11-30T14:05:09.5000000+07:00")]
    [InlineData("2023-11-30T14:05Z", "2023-11-30T14:05:00.0000000+00:00")]
    [InlineData("2023-11-30T14:05:09-05:30", "2023-11-30T14:05:09.0000000-05:30")]
    [InlineData("2023-11-30T14:05:09+0700", "2023-11-30T14:05:09.0000000+07:00")]
    [InlineData("2023-11-30T14:05:09+07", "2023-11-30T14:05:09.0000000+07:00")]
    [InlineData("2023-11-30T14:05:09.123456789Z", "2023-11-30T14:05:09.1234567+00:00")]
    [InlineData("2023-11-30T14:05:09+14:00", "2023-11-30T14:05:09.0000000+14:00")]
    [InlineData("0001-01-01T07:00", "0001-01-01T07:00:00.0000000+07:00")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000+00:00")]
    public void An_iso_8601_date_stands_for_an_instant_and_keeps_its_text(string text, string instant)
    {
        Assert.True(ArticleDate.TryParse(text, out ArticleDate date));

        Assert.Equal(instant, date.Instant.ToString("o", CultureInfo.InvariantCulture));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30/11/2023")]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-1-1")]
    [InlineData("20231130")]
    [InlineData(" 2023-11-30")]
    [InlineData("2023-11-30\n")]
    [InlineData("2023-11-30 14:05")]
    [InlineData("2023-11-30T")]
    [InlineData("2023-11-30T24:00")]
    [InlineData("2023-11-30T14:60")]
    [InlineData("2023-11-30+07:00")]
    [InlineData("2023-11-30T14:05+14:01")]
    [InlineData("2023-11-30T14:05+07:60")]
    [InlineData("２０２３-11-30")]
    [InlineData("hôm qua")]
    public void Anything_else_is_no_date(string? text) => Assert.False(ArticleDate.TryParse(text, out _));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T06:59")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void A_date_whose_instant_lies_outside_the_calendar_is_no_date(string text) => Assert.False(ArticleDate.TryParse(text, out _));
}
