using Search.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;

namespace Search.Engine.Exporting;

/// <summary>An article of an export.</summary>
/// <param name="Article">As stored.</param>
/// <param name="Context">Its lines of context, if they were asked for.</param>
public readonly record struct ExportedArticle(Article Article, IReadOnlyList<ContextLine> Context);

/// <summary>Every article that a request counts, by date, from one state of the archive, which is held until it is disposed. Not thread-safe.</summary>
/// <remarks>Articles are ranked in portions, each behind the last of the one before, so that the memory needed does not grow with their number.</remarks>
public sealed class ArticleExport : IDisposable
{
    private const int Portion = 8192;

    private readonly IndexView _view;
    private readonly PreparedSearch _search;
    private readonly HitOrder _order;
    private readonly int _context;
    private readonly PlaceInRanking? _after;

    private ArticleExport(IndexView view, PreparedSearch search, SearchRequest request, int context, PlaceInRanking? after)
    {
        (_view, _search, _context, _after) = (view, search, context, after);
        _order = request.Order == HitOrder.Oldest ? HitOrder.Oldest : HitOrder.Newest;
        Total = search.RankCounted(_order, count: 0, after: null).Listed;
        Generation = view.Generation;
        Cursor = new SearchCursor(Generation, Rank: 0, default).ToText(request);
    }

    /// <summary>How many articles the request counts, also those that a cursor leaves out.</summary>
    public int Total { get; }

    /// <summary>The state of the archive.</summary>
    public string Generation { get; }

    /// <summary>What resumes the export: this, a dot and the id of the last article that was received.</summary>
    public string Cursor { get; }

    /// <summary>Takes a view over and begins an export of it.</summary>
    internal static ArticleExport Begin(
        Func<string, IndexView?> kept, Func<IndexView> current, SearchRequest request, int context, SearchSettings settings, CancellationToken cancellation)
    {
        (string Generation, string LastId)? resumed = request.Cursor is { } text ? ReadCursor(text, request) : null;
        IndexView view = resumed is { } from ? kept(from.Generation) ?? throw new CursorException(CursorFault.Expired) : current();
        try
        {
            PlaceInRanking? after = resumed is { } place ? new(view.DocumentOf(place.LastId) ?? throw new CursorException(CursorFault.Malformed), 0) : null;
            return new(view, new PreparedSearch(view, request, settings, cancellation), request, context, after);
        }
        catch
        {
            view.Dispose();
            throw;
        }
    }

    /// <summary>The articles, in order, each read when it is asked for.</summary>
    public IEnumerable<ExportedArticle> Read()
    {
        var matches = new SnippetBuilder(_search.Plan.Patterns, _search.Plan.Proximities);
        PlaceInRanking? after = _after;
        while (_search.RankCounted(_order, Portion, after).Hits is { Count: > 0 } portion)
        {
            foreach (RankedDocument ranked in portion)
            {
                Article article = _view.Article(ranked.Document);
                yield return new(article, _context == 0 ? [] : ContextLine.Of(article, matches, _context));
            }

            after = new(portion[^1].Document, 0);
        }
    }

    /// <summary>The ids of the articles, in order.</summary>
    internal IEnumerable<string> ReadIds()
    {
        PlaceInRanking? after = _after;
        while (_search.RankCounted(_order, Portion, after).Hits is { Count: > 0 } portion)
        {
            foreach (RankedDocument ranked in portion)
            {
                yield return _view.IdOf(ranked.Document);
            }

            after = new(portion[^1].Document, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _view.Dispose();

    private static (string Generation, string LastId) ReadCursor(string text, SearchRequest request)
    {
        return text.Split('.', 2) is [var place, var id] && ArticleId.IsValid(id)
            ? (SearchCursor.Read(place, request).Generation, id)
            : throw new CursorException(CursorFault.Malformed);
    }
}
