using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Search.Benchmarks.Peers;

/// <summary>Plain Lucene.Net: one field, BM25, the text stored.</summary>
internal sealed class LuceneNetPeer : Peer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Number = "number";
    private const string Day = "day";
    private const string Category = "category";
    private const string Text = "text";

    private static readonly BM25Similarity Similarity = new();

    private readonly bool _folds;
    private readonly Analyzer _analyzer;
    private IndexSearcher? _searcher;
    private Filter? _dated;

    /// <param name="folds">Whether it indexes the text as published through <see cref="StandardAnalyzer"/>'s chain and <see cref="ASCIIFoldingFilter"/>; otherwise the
    /// canonical syllables as they are.</param>
    public LuceneNetPeer(bool folds)
    {
        _folds = folds;
        _analyzer = folds ? Analyzer.NewAnonymous(CreateFolding) : new WhitespaceAnalyzer(Version);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations =>
        [.. Enum.GetValues<Operation>().Where(operation => operation != Operation.Snippets && (_folds || operation != Operation.Unmarked))];   // there is no highlighter for it

    /// <inheritdoc/>
    public override long Index(IEnumerable<PeerArticle> articles, string folder)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, _analyzer) { RAMBufferSizeMB = 256, Similarity = Similarity }))
        {
            foreach (PeerArticle article in articles)
            {
                writer.AddDocument(
                [
                    new NumericDocValuesField(Number, article.Number),
                    new NumericDocValuesField(Day, article.Day),
                    new Int32Field(Day, article.Day, Field.Store.NO),
                    new SortedDocValuesField(Category, new BytesRef(article.Category)),
                    new TextField(Text, _folds ? article.Text : article.Syllables, Field.Store.YES),
                ]);
            }

            writer.Commit();
        }

        return SizeOf(folder);
    }

    /// <inheritdoc/>
    public override void Open(string folder, int from, int to)
    {
        _searcher = new IndexSearcher(DirectoryReader.Open(FSDirectory.Open(folder))) { Similarity = Similarity };
        _dated = NumericRangeFilter.NewInt32Range(Day, from, to, minInclusive: true, maxInclusive: true);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        IndexSearcher searcher = _searcher!;   // opened
        Query parsed = QueryOf(operation, (_folds ? query.Folded : query.Syllables).Split(' '));
        switch (operation)
        {
            case Operation.Count:
                var counter = new TotalHitCountCollector();
                searcher.Search(parsed, counter);
                return [counter.TotalHits];
            case Operation.Facets:
                TopScoreDocCollector top = TopScoreDocCollector.Create(Hits, docsScoredInOrder: true);
                var categories = new CategoryCounter();
                searcher.Search(parsed, MultiCollector.Wrap(top, categories));
                categories.AddUp();
                return NumbersOf(top.GetTopDocs());
            case Operation.Newest:
                return NumbersOf(searcher.Search(parsed, Hits, new Sort(new SortField(Day, SortFieldType.INT32, reverse: true))));
            case Operation.Dated:
                return NumbersOf(searcher.Search(parsed, _dated, Hits));
            default:
                return NumbersOf(searcher.Search(parsed, Hits));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _searcher?.IndexReader.Dispose();
        _analyzer.Dispose();
    }

    private static TokenStreamComponents CreateFolding(string field, TextReader reader)
    {
        var source = new StandardTokenizer(Version, reader);
        return new(source, new ASCIIFoldingFilter(new LowerCaseFilter(Version, new StandardFilter(Version, source))));
    }

    private static Query QueryOf(Operation operation, string[] terms)
    {
        if (operation == Operation.Fuzzy)
        {
            return new FuzzyQuery(new Term(Text, terms[0]), maxEdits: 1);
        }

        if (operation == Operation.Phrase)
        {
            var phrase = new PhraseQuery();
            foreach (string term in terms)
            {
                phrase.Add(new Term(Text, term));
            }

            return phrase;
        }

        var all = new BooleanQuery();
        Occur occur = operation is Operation.And or Operation.Count or Operation.Prefix ? Occur.MUST : Occur.SHOULD;
        for (int i = 0; i < terms.Length; i++)
        {
            var term = new Term(Text, terms[i]);
            all.Add(operation == Operation.Prefix && i == terms.Length - 1 ? new PrefixQuery(term) : new TermQuery(term), occur);
        }

        return all;
    }

    private IReadOnlyList<int> NumbersOf(TopDocs top)
    {
        IndexReader reader = _searcher!.IndexReader;   // opened
        return [.. top.ScoreDocs.Select(hit =>
        {
            AtomicReaderContext leaf = reader.Leaves[ReaderUtil.SubIndex(hit.Doc, reader.Leaves)];
            return (int)leaf.AtomicReader.GetNumericDocValues(Number).Get(hit.Doc - leaf.DocBase);
        })];
    }

    /// <summary>Counts what is found by section.</summary>
    private sealed class CategoryCounter : ICollector
    {
        private readonly Dictionary<string, int> _counts = [];
        private SortedDocValues? _values;
        private int[] _ordinals = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void Collect(int document) => _ordinals[_values!.GetOrd(document)]++;   // every document has one

        public void SetNextReader(AtomicReaderContext context)
        {
            AddUp();
            _values = context.AtomicReader.GetSortedDocValues(Category);
            _ordinals = new int[_values.ValueCount];
        }

        public void AddUp()
        {
            var value = new BytesRef();
            for (int ordinal = 0; ordinal < _ordinals.Length; ordinal++)
            {
                _values!.LookupOrd(ordinal, value);   // it made the ordinals
                string name = value.Utf8ToString();
                _counts[name] = _counts.GetValueOrDefault(name) + _ordinals[ordinal];
            }

            _ordinals = [];
        }
    }
}
