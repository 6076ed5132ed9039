using Search.Answers;
using Search.Engine.Acronyms;
using Search.Engine.Searching;
using Search.Engine.Snapshots;
using Search.Server.Jobs;
using Search.Server.Observing;
using Search.Server.Parameters;
using Search.Server.Saved;
using Search.Server.Saved.Webhooks;

namespace Search.Server.Pages.Admin;

/// <summary>What the page of operation shows.</summary>
public sealed record AdminView
{
    /// <summary>What was asked for.</summary>
    public required AdminQuestion Question { get; init; }

    /// <summary>The index and the jobs.</summary>
    public required ProgressView Progress { get; init; }

    /// <summary>Whether the service takes no writes.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>The snapshots of the index, the newest first.</summary>
    public required IReadOnlyList<Snapshot> Snapshots { get; init; }

    /// <summary>Whether there is a session that can be ended.</summary>
    public required bool IsSignedIn { get; init; }

    /// <summary>The rules of the list of synonyms in use.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>What the collection says that acronyms stand for.</summary>
    public required AcronymList Acronyms { get; init; }

    /// <summary>What was asked; <see langword="null"/> if it is not written down.</summary>
    public required QueryReport? Queries { get; init; }

    /// <summary>The webhooks of saved searches.</summary>
    public required IReadOnlyList<WebhookRow> Webhooks { get; init; }
}

/// <summary>What changes on the page while a job is at work.</summary>
/// <param name="Index">What the index holds.</param>
/// <param name="NotReady">Why searches and writes are not served; <see langword="null"/> if they are.</param>
/// <param name="Jobs">The jobs since the service started, the latest first.</param>
public sealed record ProgressView(IndexStatus Index, Wording? NotReady, IReadOnlyList<JobResponse> Jobs)
{
    /// <summary>Whether one is at work.</summary>
    public bool IsBusy => Jobs.Any(static job => job.State == JobState.Running);
}

/// <summary>A webhook of a saved search.</summary>
/// <param name="Search">The name of the search.</param>
/// <param name="Link">The search on the page of search, relative to the base address.</param>
/// <param name="Host">Who hears of new articles; without the path, which is a secret with some receivers.</param>
/// <param name="Deliveries">How far the deliveries are.</param>
public sealed record WebhookRow(string Search, string Link, string Host, DeliveriesResponse Deliveries)
{
    /// <summary>The row of a search; <see langword="null"/> if it has no webhook.</summary>
    internal static WebhookRow? Of(SavedSearch search, Couriers couriers) => search.Webhook is { } webhook
        ? new(search.Name, "./" + search.ToAddressQuery(), webhook.Url.Authority, DeliveriesResponse.Of(couriers.StateOf(webhook)))
        : null;
}

/// <summary>What the page of operation is asked for.</summary>
/// <param name="Days">How far back the queries go.</param>
/// <param name="Acronym">What acronyms or their long forms have to contain; empty for all.</param>
public sealed record AdminQuestion(int Days, string Acronym)
{
    /// <summary>The choices of <see cref="Days"/>; the first is the default.</summary>
    internal static readonly ChoiceParameter<int> DaysParameter = new("days", "", [("7", 7), ("1", 1), ("30", 30)]);

    /// <summary>The parameter of <see cref="Acronym"/>.</summary>
    internal static readonly TextParameter AcronymParameter = new("acronym", "", MaxLength: 100);

    /// <summary>Reads it; what is wrong counts as not given.</summary>
    internal static AdminQuestion Read(IQueryCollection query)
    {
        var reader = new ParameterReader(ParameterValues.FromForm(query));
        return new(reader.Choice(DaysParameter), reader.Text(AcronymParameter).Trim());
    }

    /// <summary>Its address, relative to the base address of the pages.</summary>
    /// <param name="section">The id of a section of the page.</param>
    public string Link(string section) =>
        "admin" + AddressQuery.Of([(DaysParameter.Name, DaysParameter.Word(Days)), (AcronymParameter.Name, Acronym.Length == 0 ? null : Acronym)]) + "#" + section;
}
