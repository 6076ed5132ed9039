using System.Globalization;
using Lucene.Net.Store;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Storage;

namespace Search.Benchmarks.Peers;

/// <summary>This engine one layer below its public face: a view of the index, from which only ids of hits are read, as the other peers do.</summary>
internal abstract class EngineViewPeer : EnginePeer
{
    private MappedDirectory? _directory;
    private IndexViews? _views;
    private IndexView? _view;

    /// <summary>The view, once opened.</summary>
    protected IndexView View => _view ?? throw new InvalidOperationException("The index was not opened.");

    /// <inheritdoc/>
    public override void Open(string folder, int from, int to)
    {
        base.Open(folder, from, to);
        _directory = new MappedDirectory(new(folder), NoLockFactory.GetNoLockFactory());
        _views = new IndexViews(ReaderSource.Of(_directory), new() { Path = folder }, polls: false);
        _view = _views.Acquire();
    }

    /// <summary>Documents that are no hits are counted only where that is asked for.</summary>
    protected static ListedCounts CountsOf(Operation operation) => new() { AreExact = operation == Operation.Count };

    /// <summary>The numbers of articles.</summary>
    protected IReadOnlyList<int> NumbersOf(Engine.Ranking.Ranking ranking) => [.. ranking.Hits.Select(hit => int.Parse(View.IdOf(hit.Document), CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _view?.Dispose();
        _views?.Dispose();
        _directory?.Dispose();
        base.Dispose(disposing);
    }
}
