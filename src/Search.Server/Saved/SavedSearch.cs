using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Server.Parameters;
using Search.Server.Searching;

namespace Search.Server.Saved;

/// <summary>A search that is kept under a name, as it lies in the file.</summary>
/// <param name="Name">Its name, which is a part of addresses.</param>
/// <param name="Q">The query.</param>
/// <param name="Syntax">The language of the query.</param>
/// <param name="Match">Which articles it lists.</param>
/// <param name="Marks">What marks mean that were not typed.</param>
/// <param name="From">The first day, or null.</param>
/// <param name="To">The last day, or null.</param>
/// <param name="Category">Sections, of which any will do; none for all. The same of the others.</param>
/// <param name="Source">Newspapers or sites.</param>
/// <param name="Author">Authors.</param>
/// <param name="Tag">Tags.</param>
/// <param name="Webhook">Who hears of what it finds, or null.</param>
internal sealed record SavedSearch(
    string Name, string Q, QuerySyntax Syntax, MatchRule Match, MarksMode Marks, DateOnly? From, DateOnly? To, IReadOnlyList<string> Category,
    IReadOnlyList<string> Source, IReadOnlyList<string> Author, IReadOnlyList<string> Tag, Webhook? Webhook)
{
    /// <summary>What a name may be.</summary>
    public const string NamePattern = "^[A-Za-z0-9._~-]{1,100}\\z";

    /// <summary>Keeps what a request searches for.</summary>
    public static SavedSearch Of(string name, SearchRequest request, Webhook? webhook) => new(
        name, request.Query, request.Syntax, request.Match, request.Marks, request.Filter.From, request.Filter.To, request.Filter.Categories,
        request.Filter.Sources, request.Filter.Authors, request.Filter.Tags, webhook);

    /// <summary>What it searches for.</summary>
    public SearchRequest ToRequest() => new()
    {
        Query = Q,
        Syntax = Syntax,
        Match = Match,
        Marks = Marks,
        Filter = new() { From = From, To = To, Categories = Category, Sources = Source, Authors = Author, Tags = Tag },
    };

    /// <summary>What searches for the same in the address of the page of search, with its question mark.</summary>
    public string ToAddressQuery() => AddressQuery.Of(SearchParameters.Write(ToRequest()));
}

/// <summary>Who hears of new articles that a saved search lists.</summary>
/// <param name="Id">Its own name, never used again: what is kept for it goes by this, whatever else of it changes.</param>
/// <param name="Url">Where deliveries are posted.</param>
/// <param name="Secret">What signs them; null for no signature. Shown to nobody.</param>
/// <param name="Updates">Whether changed articles are delivered, too.</param>
/// <param name="Since">The last write of the archive when it was set: it hears of what is written behind.</param>
internal sealed record Webhook(string Id, Uri Url, string? Secret, bool Updates, long Since);
