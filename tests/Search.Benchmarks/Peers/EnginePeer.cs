using System.Globalization;
using Search.Articles;
using Search.Engine.Counting;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Benchmarks.Peers;

/// <summary>This engine as a service uses it: three fields, pairs, readings, and the articles of the hits.</summary>
internal class EnginePeer : Peer
{
    private const int Batch = 1000;

    private SearchEngine? _engine;
    private ArticleFilter _dated = ArticleFilter.None;

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = Enum.GetValues<Operation>();

    /// <inheritdoc/>
    public override long Index(IEnumerable<PeerArticle> articles, string folder)
    {
        _engine = SearchEngine.Open(new() { Path = folder, Threads = 1, RamBufferMebibytes = 256, SuggestsAhead = false });
        foreach (PeerArticle[] batch in articles.Chunk(Batch))
        {
            _engine.Apply([.. batch.Select(article => new ArticleWrite.Put(ToArticle(article)))]);
        }

        _engine.CommitAsync().GetAwaiter().GetResult();
        return SizeOf(folder);
    }

    /// <inheritdoc/>
    public override void Open(string folder, int from, int to)
    {
        _engine = SearchEngine.Open(new() { Path = folder, ReadOnly = true, SuggestsAhead = false });
        _dated = new() { From = DayOf(from), To = DayOf(to) };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        SearchPage page = _engine!.SearchAsync(Request(operation, query)).AsTask().GetAwaiter().GetResult();   // opened
        return operation == Operation.Count ? [page.Total] : [.. page.Hits.Select(static hit => int.Parse(hit.Article.Id, CultureInfo.InvariantCulture))];
    }

    /// <summary>The article that is indexed.</summary>
    protected virtual Article ToArticle(PeerArticle article) => new()
    {
        Id = article.Number.ToString(CultureInfo.InvariantCulture),
        Title = article.Title,
        Lead = article.Lead,
        Body = article.Body,
        Category = article.Category,
        Date = new ArticleDate(DayOf(article.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new DateTimeOffset(DayOf(article.Day), default, ArticleDate.VietnamOffset)),
    };

    /// <summary>The request that an operation is for this engine.</summary>
    protected SearchRequest Request(Operation operation, PeerQuery query)
    {
        var request = new SearchRequest { Query = query.Text, Page = new(0, Hits), Highlight = false, Total = operation == Operation.Count ? TotalPrecision.Exact : TotalPrecision.Fast };
        return operation switch
        {
            Operation.And => request with { Match = MatchRule.All },
            Operation.Unmarked => request with { Query = query.Folded },
            Operation.Phrase => request with { Query = $"\"{query.Syllables}\"" },
            Operation.Prefix => request with { Query = query.Syllables + "*", Syntax = QuerySyntax.Advanced },
            Operation.Fuzzy => request with { Query = query.Syllables + "~", Syntax = QuerySyntax.Advanced },
            Operation.Dated => request with { Filter = _dated },
            Operation.Newest => request with { Order = HitOrder.Newest },
            Operation.Facets => request with { Counts = new() { Facets = [FacetField.Category] } },
            Operation.Snippets => request with { Highlight = true },
            Operation.Count => request with { Match = MatchRule.All, Page = new(0, 0) },
            _ => request,
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _engine?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static DateOnly DayOf(int day) => new(day / 10000, day / 100 % 100, day % 100);
}
