using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Querying;
using Search.Engine.Reindexing;
using Search.Engine.Watching;

namespace Search.Engine.Indexing;

/// <summary>The index as of one commit, until disposed. Used by one thread at a time.</summary>
internal sealed class IndexView : IDisposable
{
    private bool _isDisposed;
    private TermDictionary? _dictionary;

    /// <summary>Takes over a searcher whose reader was acquired for this view.</summary>
    public IndexView(ViewSearcher searcher) => Searcher = searcher;

    public ViewSearcher Searcher { get; }

    /// <summary>The terms of the view, while it is not disposed.</summary>
    public TermDictionary Dictionary => _dictionary ??= Searcher.TakeDictionary();

    public DirectoryReader Reader => (DirectoryReader)Searcher.IndexReader;

    public IDictionary<string, string> CommitData => Reader.IndexCommit.UserData;

    public string Generation => CommitStamp.Generation(CommitData);

    /// <summary>The writes that the view surely has; there may be some behind them.</summary>
    public WriteSpan Writes => CommitStamp.Writes(CommitData);

    /// <summary>The stored article of a document number of this view.</summary>
    /// <exception cref="IndexDamagedException">It cannot be read, or is not as it was written.</exception>
    public Article Article(int document)
    {
        AtomicReaderContext leaf = Reader.Leaves[ReaderUtil.SubIndex(document, Reader.Leaves)];
        return StoredArticles.ReadArticle(leaf.AtomicReader, document - leaf.DocBase, IdOf(document), leaf.AtomicReader.GetBinaryDocValues(ArticleSchema.ContentHash));
    }

    /// <summary>The article with an id, or <see langword="null"/>.</summary>
    public Article? Find(string id) => DocumentOf(id) is { } document ? Article(document) : null;

    /// <summary>The document number of the article with an id, or <see langword="null"/>.</summary>
    public int? DocumentOf(string id) => Locate(id) is { } found ? found.Leaf.DocBase + found.Document : null;

    /// <summary>The content of the article with an id, or <see langword="null"/>.</summary>
    public ArticleVersion? VersionOf(string id)
    {
        if (Locate(id) is not { } found)
        {
            return null;
        }

        AtomicReader reader = found.Leaf.AtomicReader;
        var hash = new BytesRef();
        reader.GetBinaryDocValues(ArticleSchema.ContentHash).Get(found.Document, hash);
        return new(
            BytesRef.DeepCopyOf(hash), reader.GetNumericDocValues(ArticleSchema.Made).Get(found.Document), reader.GetNumericDocValues(ArticleSchema.Written).Get(found.Document));
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            if (_dictionary is not null)
            {
                Searcher.Return(_dictionary);
            }

            Searcher.IndexReader.DecRef();
        }
    }

    /// <summary>The id of the article of a document number of this view.</summary>
    public string IdOf(int document)
    {
        AtomicReaderContext leaf = Reader.Leaves[ReaderUtil.SubIndex(document, Reader.Leaves)];
        var id = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(ArticleSchema.Id).Get(document - leaf.DocBase, id);
        return id.Utf8ToString();
    }

    private (AtomicReaderContext Leaf, int Document)? Locate(string id) => Searcher.Locate(new BytesRef(id));
}
