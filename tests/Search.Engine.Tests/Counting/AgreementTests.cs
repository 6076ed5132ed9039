using System.Globalization;
using Search.Articles;
using Search.Engine.Counting;
using Search.Engine.Exporting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Tests.Counting;

/// <summary>Total, facets, histogram, timeline and export of random requests agree with each other and with a count by hand.</summary>
public sealed class AgreementTests : IndexTests
{
    private static readonly string[] Words = ["lúa", "gạo", "sông", "bão", "đường", "chợ", "biển"];
    private static readonly string[] Sources = ["Báo Mẫu", "báo mẫu", "Tin Hoà", "Tin Hòa", "Thời Nay"];
    private static readonly string[] Categories = ["Kinh tế", "Xã hội", "Thể thao"];
    private static readonly string[] Names = ["Lan Anh", "Hoàng Phúc", "Đỗ Mẫn"];

    private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);

    protected override async Task FillAsync()
    {
        var random = new Random(11);
        for (int batch = 0; batch < 5; batch++)
        {
            Article[] written = [.. Enumerable.Range(0, 120).Select(_ => Make(random, $"a{random.Next(400)}")).DistinctBy(article => article.Id)];
            await Engine.WriteAsync([.. written.Select(article => new ArticleWrite.Put(article))]);
            foreach (Article article in written)
            {
                _articles[article.Id] = article;
            }

            string deleted = written[random.Next(written.Length)].Id;
            await Engine.DeleteAsync(deleted);
            _articles.Remove(deleted);
        }
    }

    [Fact]
    public async Task Everything_that_counts_agrees_with_a_count_by_hand()
    {
        var random = new Random(3);
        for (int round = 0; round < 80; round++)
        {
            SearchRequest request = MakeRequest(random);
            Interval interval = (Interval)random.Next(5);
            List<Article> expected = Matching(request, request.Filter);
            SearchPage page = await Engine.SearchAsync(request with { Counts = new() { Facets = Enum.GetValues<FacetField>(), FacetSize = 1000, Interval = interval } });

            Assert.Equal(expected.Count, page.Total);
            Assert.All(page.Facets, facet => Assert.Equal(FacetByHand(request, facet.Field), Canonical(facet.Values)));
            Assert.Equal(HistogramByHand(expected, request.Filter, interval), page.Histogram.Points);
            Assert.Equal(expected.Count(article => article.Date is null), page.Histogram.Undated);
            Timeline timeline = await Engine.TimelineAsync([request, request], interval);
            Assert.All(timeline.Series, series => Assert.Equal(page.Histogram.Points, series.Points));
            Assert.Equal(page.Histogram.Undated, timeline.Undated);
            using ArticleExport export = await Engine.ExportAsync(request);
            Assert.Equal(expected.Count, export.Total);
            Assert.Equal(NewestFirst(expected), export.Read().Select(each => each.Article.Id));
            Coverage coverage = await Engine.CoverageAsync(request.Filter);
            Assert.Equal(Matching(new(), request.Filter).Count, coverage.Sources.Sum(source => source.Count));
        }
    }

    [Fact]
    public async Task Facets_show_a_value_as_most_articles_write_it()
    {
        SearchPage page = await Engine.SearchAsync(new() { Counts = new() { Facets = [FacetField.Source], FacetSize = 2 } });

        Facet facet = Assert.Single(page.Facets);
        Assert.Equal(2, facet.Values.Count);
        foreach (FacetValue value in facet.Values)
        {
            IEnumerable<string> ways = _articles.Values.Select(article => article.Source ?? "").Where(source => Fold(source) == Fold(value.Value));
            Assert.Equal(ways.GroupBy(way => way, StringComparer.Ordinal).Max(way => way.Count()), ways.Count(way => way == value.Value));
        }
    }

    [Fact]
    public async Task A_search_that_asks_for_no_counts_has_none()
    {
        SearchPage page = await Engine.SearchAsync(new() { Query = "lúa" });

        Assert.Empty(page.Facets);
        Assert.Empty(page.Histogram.Points);
        Assert.Null(page.Next);
    }

    [Theory]
    [InlineData(Interval.Day, "2023-11-30", "2023-11-30")]
    [InlineData(Interval.Week, "2023-11-30", "2023-11-27")]
    [InlineData(Interval.Week, "2023-11-27", "2023-11-27")]
    [InlineData(Interval.Month, "2023-11-30", "2023-11-01")]
    [InlineData(Interval.Quarter, "2023-11-30", "2023-10-01")]
    [InlineData(Interval.Quarter, "2024-02-29", "2024-01-01")]
    [InlineData(Interval.Year, "2023-11-30", "2023-01-01")]
    public async Task Intervals_begin_on_their_first_day(Interval interval, string date, string from)
    {
        Assert.True(ArticleDate.TryParse(date, out ArticleDate parsed));
        await Engine.PutAsync(new Article { Id = "one", Title = "duy nhất độc nhất", Date = parsed });

        SearchPage page = await Engine.SearchAsync(new() { Query = "duy nhất độc nhất", Match = MatchRule.All, Counts = new() { Interval = interval } });

        Assert.Equal(from, page.Histogram.Points.Single(point => point.Count == 1).From.ToString("O", CultureInfo.InvariantCulture));
    }

    private static Article Make(Random random, string id) => new()
    {
        Id = id,
        Title = string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Words[random.Next(Words.Length)])),
        Body = string.Join(' ', Enumerable.Range(0, random.Next(6)).Select(_ => Words[random.Next(Words.Length)])),
        Source = random.Next(6) is var source && source < Sources.Length ? Sources[source] : null,
        Category = random.Next(4) is var category && category < Categories.Length ? Categories[category] : null,
        Authors = [.. Names.Where(_ => random.Next(3) == 0)],
        Tags = [.. Words.Where(_ => random.Next(5) == 0), .. Words.Where(_ => random.Next(9) == 0).Select(word => word.ToUpperInvariant())],
        Date = random.Next(8) == 0 ? null : DateOf(random),
    };

    /// <summary>Some are a day before or behind in Vietnam.</summary>
    private static ArticleDate DateOf(Random random)
    {
        string day = new DateOnly(2022, 11, 1).AddDays(random.Next(500)).ToString("O", CultureInfo.InvariantCulture);
        string text = random.Next(3) switch { 0 => day, 1 => $"{day}T{random.Next(24):00}:30:00Z", _ => $"{day}T{random.Next(24):00}:15:00-08:00" };
        Assert.True(ArticleDate.TryParse(text, out ArticleDate date));
        return date;
    }

    private static SearchRequest MakeRequest(Random random)
    {
        DateOnly from = new DateOnly(2022, 11, 1).AddDays(random.Next(500));
        string[] query = [.. Words.OrderBy(_ => random.Next()).Take(random.Next(3))];
        return new()
        {
            Query = string.Join(' ', query),
            Match = query.Length > 0 && random.Next(3) == 0 ? MatchRule.Any : MatchRule.All,
            Page = new(0, random.Next(20)),
            Filter = new()
            {
                From = random.Next(3) == 0 ? from : null,
                To = random.Next(3) == 0 ? from.AddDays(random.Next(200)) : null,
                Sources = [.. Sources.Where(_ => random.Next(8) == 0)],
                Categories = [.. Categories.Where(_ => random.Next(8) == 0)],
                Authors = [.. Names.Where(_ => random.Next(8) == 0)],
                Tags = [.. Words.Where(_ => random.Next(14) == 0)],
            },
        };
    }

    private List<Article> Matching(SearchRequest request, ArticleFilter filter)
    {
        string[] words = request.Query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. _articles.Values.Where(article => Fulfils(article, filter) && (request.Match == MatchRule.Any ? words.Any(Has(article)) : words.All(Has(article))))];

        static Func<string, bool> Has(Article article) => $"{article.Title} {article.Body}".Split(' ').Contains;
    }

    private static bool Fulfils(Article article, ArticleFilter filter) =>
        (filter.From is not { } from || DayOf(article) >= from)
        && (filter.To is not { } to || DayOf(article) <= to)
        && Any(filter.Sources, article.Source is null ? [] : [article.Source])
        && Any(filter.Categories, article.Category is null ? [] : [article.Category])
        && Any(filter.Authors, article.Authors)
        && Any(filter.Tags, article.Tags);

    private static bool Any(IReadOnlyList<string> wanted, IReadOnlyList<string> given) =>
        wanted.Count == 0 || wanted.Select(Fold).Intersect(given.Select(Fold)).Any();

    private static DateOnly? DayOf(Article article) => article.Date is { } date ? DateOnly.FromDateTime(date.Instant.ToOffset(TimeSpan.FromHours(7)).DateTime) : null;

    private static string Fold(string value) => value.ToLowerInvariant().Replace("hoà", "hòa", StringComparison.Ordinal);

    private static SortedDictionary<string, int> Canonical(IEnumerable<FacetValue> values) =>
        new(values.ToDictionary(value => Fold(value.Value), value => value.Count), StringComparer.Ordinal);

    private SortedDictionary<string, int> FacetByHand(SearchRequest request, FacetField field)
    {
        ArticleFilter filter = request.Filter;
        ArticleFilter wider = field switch
        {
            FacetField.Category => filter with { Categories = [] },
            FacetField.Source => filter with { Sources = [] },
            FacetField.Author => filter with { Authors = [] },
            FacetField.Tag => filter with { Tags = [] },
            _ => filter with { From = null, To = null },
        };
        IEnumerable<string> values = Matching(request, wider).SelectMany(article => ValuesOf(article, field).Select(Fold).Distinct());
        return new(values.GroupBy(value => value, StringComparer.Ordinal).ToDictionary(value => value.Key, value => value.Count(), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static IEnumerable<string> ValuesOf(Article article, FacetField field) => field switch
    {
        FacetField.Category => article.Category is null ? [] : [article.Category],
        FacetField.Source => article.Source is null ? [] : [article.Source],
        FacetField.Author => article.Authors,
        FacetField.Tag => article.Tags,
        _ => DayOf(article) is { } day ? [day.ToString("yyyy", CultureInfo.InvariantCulture)] : [],
    };

    private List<IntervalCount> HistogramByHand(List<Article> matching, ArticleFilter filter, Interval interval) =>
        [.. _articles.Values.Where(article => Fulfils(article, filter)).Select(DayOf).OfType<DateOnly>().GroupBy(day => StartByHand(day, interval)).OrderBy(start => start.Key)
            .Select(start => new IntervalCount(start.Key, matching.Count(article => DayOf(article) is { } day && StartByHand(day, interval) == start.Key), start.Count()))];

    private static DateOnly StartByHand(DateOnly day, Interval interval)
    {
        DateOnly start = day;
        while (!IsFirst(start, interval))
        {
            start = start.AddDays(-1);
        }

        return start;
    }

    private static bool IsFirst(DateOnly day, Interval interval) => interval switch
    {
        Interval.Day => true,
        Interval.Week => day.DayOfWeek == DayOfWeek.Monday,
        Interval.Month => day.Day == 1,
        Interval.Quarter => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
        _ => day.DayOfYear == 1,
    };

    private static IEnumerable<string> NewestFirst(IEnumerable<Article> articles) => articles
        .OrderByDescending(article => article.Date?.Instant ?? DateTimeOffset.MinValue).ThenBy(article => article.Id, StringComparer.Ordinal).Select(article => article.Id);
}
