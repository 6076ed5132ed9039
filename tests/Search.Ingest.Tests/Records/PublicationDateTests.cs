using Search.Ingest.Records;

namespace Search.Ingest.Tests.Records;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2023-11-30", "2023-11-30")]
    [InlineData("2023-11-30T14:05:00Z", "2023-11-30T14:05:00Z")]
    [InlineData("2023-11-30 14:05", "2023-11-30T14:05:00")]
    [InlineData("2023-11-30 14:05:07.123", "2023-11-30T14:05:07")]
    [InlineData("2023-11-30 14:05:07 +07:00", "2023-11-30T14:05:07+07:00")]
    [InlineData("2023/1/3", "2023-01-03")]
    [InlineData("30/11/2023", "2023-11-30")]
    [InlineData("3/1/2023 00:00", "2023-01-03T00:00:00")]
    [InlineData("30-11-2023 9:05:01", "2023-11-30T09:05:01")]
    [InlineData("Thu, 30 Nov 2023 14:05:00 +0700", "2023-11-30T14:05:00+07:00")]
    [InlineData("Thu, 30 Nov 2023 07:05:00 GMT", "2023-11-30T07:05:00+00:00")]
    [InlineData(" 30 Nov 2023 14:05 ICT ", "2023-11-30T14:05:00+07:00")]
    [InlineData("Thu, 30 Nov 2023 14:05:00 GMT+7", "2023-11-30T14:05:00+07:00")]
    public void Dates_of_databases_and_feeds_become_ISO_8601(string given, string iso) => Assert.Equal(iso, PublicationDate.ToIso8601(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hôm qua")]
    [InlineData("31/11/2023")]
    [InlineData("2023")]
    [InlineData("Fri, 30 Nov 2023 14:05:00 +0700")]   // it was a Thursday
    public void Anything_else_is_no_date(string? given) => Assert.Null(PublicationDate.ToIso8601(given));
}
