using System.Globalization;
using Search.Answers;
using Search.Engine.Counting;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Parameters;
using Search.Server.Searching;

namespace Search.Server.Pages;

/// <summary>What the search page shows.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Found">What was found; <see langword="null"/> if the request was wrong.</param>
/// <param name="Problems">What was wrong with it.</param>
public sealed record SearchView(SearchRequest Request, SearchPage? Found, IReadOnlyList<Wording> Problems)
{
    /// <summary>Hits of a page.</summary>
    public const int PageSize = 10;

    /// <summary>Page numbers on either side of the current one.</summary>
    private const int Neighbours = 2;

    /// <summary>The last page that can be asked for.</summary>
    private static readonly int LastReachable = (SearchParameters.Offset.Maximum / PageSize) + 1;

    /// <summary>The 1-based number of the page.</summary>
    public int PageNumber => (Request.Page.Offset / PageSize) + 1;

    /// <summary>The number of pages that can be asked for.</summary>
    public int PageCount => Found is null ? 0 : Math.Min(((Found.TotalRelaxed - 1) / PageSize) + 1, LastReachable);

    /// <summary>The page numbers to offer, ascending, among them the first and the last.</summary>
    public IEnumerable<int> PageNumbers => Enumerable.Range(1, PageCount)
        .Where(number => number == 1 || number == PageCount || Math.Abs(number - PageNumber) <= Neighbours);

    /// <summary>Whether anything but the query was asked for.</summary>
    public bool IsRefined => Request.Order != HitOrder.Relevance || Request.Match != MatchRule.Auto || Request.Filter != ArticleFilter.None;

    /// <summary>The values by which the hits are narrowed, each with the name of its parameter and the request without it.</summary>
    public IEnumerable<(Wording Label, string Value, SearchRequest Without)> Conditions
    {
        get
        {
            ArticleFilter filter = Request.Filter;
            return
            [
                .. filter.Categories.Select(value => (Label(FacetField.Category), value, With(filter with { Categories = Without(filter.Categories, value) }))),
                .. filter.Sources.Select(value => (Label(FacetField.Source), value, With(filter with { Sources = Without(filter.Sources, value) }))),
                .. filter.Authors.Select(value => (Label(FacetField.Author), value, With(filter with { Authors = Without(filter.Authors, value) }))),
                .. filter.Tags.Select(value => (Label(FacetField.Tag), value, With(filter with { Tags = Without(filter.Tags, value) }))),
            ];
        }
    }

    /// <summary>The request on its first page with other conditions.</summary>
    public SearchRequest With(ArticleFilter filter) => Request with { Filter = filter, Page = new(0, PageSize) };

    /// <summary>Whether there is something that the results can be narrowed to.</summary>
    public bool HasFacets => Found is { Hits.Count: > 0 } found && found.Facets.Any(static facet => facet.Values.Count > 0);

    /// <summary>The address of the results as a feed.</summary>
    public string Feed => "rss" + Link(Request with { Order = HitOrder.Relevance, Page = new(0, PageSize) })["./".Length..];

    /// <summary>What readers call a field.</summary>
    public static Wording Label(FacetField field) => field switch
    {
        FacetField.Category => new("Section", "Chuyên mục"),
        FacetField.Source => new("Source", "Nguồn"),
        FacetField.Author => new("Author", "Tác giả"),
        FacetField.Tag => new("Tag", "Thẻ"),
        _ => new("Year", "Năm"),
    };

    /// <summary>The request narrowed to a value of a facet, or no more if it is already.</summary>
    public SearchRequest Toggle(FacetField field, string value, out bool isChosen) => With(Toggled(Request.Filter, field, value, out isChosen));

    /// <summary>A filter narrowed to a value of a facet, or no more if it is already.</summary>
    public static ArticleFilter Toggled(ArticleFilter filter, FacetField field, string value, out bool isChosen)
    {
        if (field == FacetField.Year)
        {
            int year = int.Parse(value, CultureInfo.InvariantCulture);
            (DateOnly first, DateOnly last) = (new(year, 1, 1), new(year, 12, 31));
            isChosen = filter.From == first && filter.To == last;
            return isChosen ? filter with { From = null, To = null } : filter with { From = first, To = last };
        }

        IReadOnlyList<string> chosen = field switch
        {
            FacetField.Category => filter.Categories,
            FacetField.Source => filter.Sources,
            FacetField.Author => filter.Authors,
            _ => filter.Tags,
        };
        isChosen = chosen.Contains(value, StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<string> changed = isChosen ? [.. chosen.Where(other => !other.Equals(value, StringComparison.OrdinalIgnoreCase))] : [.. chosen, value];
        return field switch
        {
            FacetField.Category => filter with { Categories = changed },
            FacetField.Source => filter with { Sources = changed },
            FacetField.Author => filter with { Authors = changed },
            _ => filter with { Tags = changed },
        };
    }

    /// <summary>The address of another page of the same request.</summary>
    public string LinkToPage(int number) => Link(Request with { Page = new((number - 1) * PageSize, PageSize) });

    /// <summary>The address of a request, relative to the base address of the pages.</summary>
    public static string Link(SearchRequest request)
    {
        int page = (request.Page.Offset / PageSize) + 1;
        return "./" + AddressQuery.Of(
            [.. SearchParameters.Write(request), (SearchPageEndpoint.PageNumber.Name, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))]);
    }

    private static List<string> Without(IReadOnlyList<string> values, string value) => [.. values.Where(other => other != value)];
}
