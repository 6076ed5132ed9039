using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Articles;
using Search.Engine.Acronyms;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Similarity;
using Search.Engine.Suggesting;
using TextField = Search.Engine.Articles.TextField;

namespace Search.Engine.Tests.Inverting;

/// <summary>Articles indexed by Lucene's own chain: what the engine's inversion must equal.</summary>
internal sealed class LuceneChain : IDisposable
{
    private static readonly FieldType TokensType = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static readonly FieldType TermsType = TypeOf(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType DocumentsType = TypeOf(IndexOptions.DOCS_ONLY);

    private readonly IndexWriter _writer;

    public LuceneChain(Lucene.Net.Store.Directory directory) =>
        _writer = new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null) { Similarity = new ExactLengthSimilarity() });

    public void Put(Article article) => _writer.UpdateDocument(ArticleSchema.Key(article.Id), ToDocument(article));

    public void Delete(string id) => _writer.DeleteDocuments(ArticleSchema.Key(id));

    public void Commit() => _writer.Commit();

    public void Dispose() => _writer.Dispose();

    private static Document ToDocument(Article article)
    {
        var document = new Document
        {
            new StringField(ArticleSchema.Id, article.Id, Field.Store.NO),
            new BinaryDocValuesField(ArticleSchema.Id, new BytesRef(article.Id)),
            new BinaryDocValuesField(ArticleSchema.ContentHash, ArticleSchema.HashOf(article)),
            new StoredField(ArticleSchema.Json, article.Json.ToArray()),
        };
        AddText(document, TextField.Title, article.Title);
        AddText(document, TextField.Lead, ArticleSchema.LeadOf(article));
        AddText(document, TextField.Body, article.Body);
        var tokens = new ArticleTokens();
        tokens.Read(article);
        var phrases = new ArticlePhrases();
        phrases.Read(tokens, article.Tags);
        var definitions = new AcronymDefinitions();
        definitions.Read(article);
        document.Add(new BinaryDocValuesField(ArticleSchema.Signature, new BytesRef(new ArticleSignature().Of(tokens))));
        document.Add(new Field(ArticleSchema.Phrase, new TermList(phrases.Phrases), TermsType));
        document.Add(new Field(ArticleSchema.TagPhrase, new TermList(phrases.Tags), TermsType));
        document.Add(new Field(ArticleSchema.Definition, new TermList(definitions.Terms), DocumentsType));
        if (article.Date is { } date)
        {
            long value = ArticleSchema.DateValue(date.Instant);
            document.Add(new Int64Field(ArticleSchema.Date, value, Field.Store.NO));
            document.Add(new NumericDocValuesField(ArticleSchema.Date, value));
        }

        AddValues(document, ArticleSchema.Category, article.Category is null ? [] : [article.Category]);
        AddValues(document, ArticleSchema.Source, article.Source is null ? [] : [article.Source]);
        AddValues(document, ArticleSchema.Author, article.Authors);
        AddValues(document, ArticleSchema.Tag, article.Tags);
        return document;
    }

    private static void AddText(Document document, TextField field, string text)
    {
        if (text.Length > 0)
        {
            var tokenizer = new VietnameseTokenizer(new StringReader(text));
            var pairs = new SyllablePairFilter(tokenizer);
            document.Add(new Field(ArticleSchema.TokenFields[(int)field], new FoldedOrderFilter(pairs), TokensType));
            document.Add(new Field(ArticleSchema.PairFields[(int)field], pairs.Recorded, TermsType));   // after the tokens, which record the pairs
        }
    }

    private static void AddValues(Document document, string field, IEnumerable<string> values)
    {
        foreach (CountedValue value in values.Select(CountedValue.Of).Where(value => value.Canonical.Length > 0).DistinctBy(value => value.Canonical, StringComparer.Ordinal))
        {
            string canonical = ArticleSchema.Shorten(value.Canonical);
            document.Add(new StringField(field, canonical, Field.Store.NO));
            document.Add(new SortedSetDocValuesField(field, new BytesRef(new CountedValue(canonical, ArticleSchema.Shorten(value.Written)).ToTerm())));
        }
    }

    private static FieldType TypeOf(IndexOptions options) =>
        new() { IsIndexed = true, IsTokenized = true, OmitNorms = options != IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, IndexOptions = options };

    private sealed class TermList : TokenStream
    {
        private readonly List<string> _terms;
        private readonly ICharTermAttribute _term;
        private int _next;

        public TermList(List<string> terms) => (_terms, _term) = (terms, AddAttribute<ICharTermAttribute>());

        public override bool IncrementToken()
        {
            if (_next == _terms.Count)
            {
                return false;
            }

            ClearAttributes();
            _term.SetEmpty().Append(_terms[_next++]);
            return true;
        }
    }
}
