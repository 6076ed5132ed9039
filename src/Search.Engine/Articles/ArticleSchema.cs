using System.Security.Cryptography;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Articles;
using Search.Engine.Indexing;
using Search.Vietnamese.Syllables;

namespace Search.Engine.Articles;

/// <summary>How an article lies in the index: the only place that knows field names.</summary>
/// <remarks>
/// <para>Each text field is indexed twice: its tokens with positions, and the pairs of adjacent tokens without. Terms are in
/// <see cref="FoldedOrder"/>. Norms hold the exact length in tokens. Offsets are not indexed: snippets come from the stored text by the
/// same analysis.</para>
/// <para>The only stored field is the article's whole JSON, from which any later schema can be built.</para>
/// </remarks>
internal static class ArticleSchema
{
    /// <summary>Raised when fields change.</summary>
    public const string Version = "6";

    /// <summary>Raised when the same text would give other terms.</summary>
    public const string AnalyzerVersion = "vi-1";

    public const string Id = "id";
    public const string Json = "json";
    public const string ContentHash = "hash";
    public const string Date = "date";

    /// <summary>The number of the write that made the article.</summary>
    public const string Made = "made";

    /// <summary>The number of the last write.</summary>
    public const string Written = "written";

    public const string Category = "category";
    public const string Source = "source";
    public const string Author = "author";
    public const string Tag = "tag";

    /// <summary>The phrases that an article repeats, each as a <see cref="Suggesting.PhraseTerm"/>.</summary>
    public const string Phrase = "phrase";

    /// <summary>Its tags in the same form.</summary>
    public const string TagPhrase = "tag_phrase";

    /// <summary>What tells copies of an article, a <see cref="Similarity.ArticleSignature"/>.</summary>
    public const string Signature = "signature";

    /// <summary>What the article says that its acronyms stand for, each as a <see cref="Acronyms.DefinitionTerm"/>.</summary>
    public const string Definition = "definition";

    /// <summary>UTF-16 code units of a lead, at most.</summary>
    private const int LongestOpening = 1000;

    private static readonly FieldType TokensType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    });

    private static readonly FieldType TermsType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    });

    private static readonly FieldType DocumentsType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    /// <summary>The text fields, in the order of <see cref="TextField"/>.</summary>
    public static IReadOnlyList<string> TokenFields { get; } = ["title", "lead", "body"];

    /// <summary>The pairs of each text field.</summary>
    public static IReadOnlyList<string> PairFields { get; } = ["title_pairs", "lead_pairs", "body_pairs"];

    /// <summary>The term that finds the one document of an article.</summary>
    public static Term Key(string id) => new(Id, id);

    /// <summary>The form in which categories, sources, authors and tags are compared: canonical, small letters, single spaces.</summary>
    public static string CanonicalValue(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TonePlacement.Canonical(word)));

    /// <summary>The first 16 bytes of the SHA-256 of the article's JSON: equal for an article that did not change.</summary>
    public static BytesRef HashOf(Article article) => new(SHA256.HashData(article.Json.Span)[..16]);

    /// <summary>The value that dates are ordered and filtered by: milliseconds since 1970, UTC.</summary>
    public static long DateValue(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>The Lucene document of an article. The streams belong to the document until it is indexed.</summary>
    public static Document ToDocument(Article article, ArticleVersion version, ArticleStreams streams)
    {
        ReadOnlyMemory<byte> json = article.Json;
        byte[] stored = json.ToArray();
        var document = new Document
        {
            new StringField(Id, article.Id, Field.Store.NO),
            new BinaryDocValuesField(Id, new BytesRef(article.Id)),
            new BinaryDocValuesField(ContentHash, version.Hash),
            new NumericDocValuesField(Made, version.Made),
            new NumericDocValuesField(Written, version.Written),
            new StoredField(Json, stored),
        };
        AddText(document, TextField.Title, article.Title, streams.Fields);
        AddText(document, TextField.Lead, LeadOf(article), streams.Fields);
        AddText(document, TextField.Body, article.Body, streams.Fields);
        streams.Tokens.Read(article);
        streams.Phrases.Set(streams.Tokens, article.Tags);
        document.Add(new BinaryDocValuesField(Signature, new BytesRef(streams.Signature.Of(streams.Tokens))));
        document.Add(new Field(Phrase, streams.Phrases.Phrases, TermsType));
        document.Add(new Field(TagPhrase, streams.Phrases.Tags, TermsType));
        streams.Definitions.Read(article);
        document.Add(new Field(Definition, streams.Definitions.Terms, DocumentsType));
        if (article.Date is { } date)
        {
            long value = DateValue(date.Instant);
            document.Add(new Int64Field(Date, value, Field.Store.NO));
            document.Add(new NumericDocValuesField(Date, value));
        }

        AddValues(document, Category, article.Category is null ? [] : [article.Category]);
        AddValues(document, Source, article.Source is null ? [] : [article.Source]);
        AddValues(document, Author, article.Authors);
        AddValues(document, Tag, article.Tags);
        return document;
    }

    /// <summary>The lead that is indexed: where an article has none, the first paragraph of a text that has more of them, which in a
    /// newspaper does what a lead does; empty where that is too long for one.</summary>
    internal static string LeadOf(Article article)
    {
        if (article.Lead.Length > 0)
        {
            return article.Lead;
        }

        string text = article.Body.TrimStart();
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && end <= LongestOpening && text.Length >= 2 * end ? text[..end] : "";
    }

    private static void AddText(Document document, TextField field, string text, TextFieldStreams[] streams)
    {
        if (text.Length > 0)
        {
            TextFieldStreams own = streams[(int)field];
            document.Add(new Field(TokenFields[(int)field], own.Tokens(text), TokensType));
            document.Add(new Field(PairFields[(int)field], own.Pairs, TermsType));   // after the tokens, which record the pairs
        }
    }

    private static void AddValues(Document document, string field, IEnumerable<string> values)
    {
        foreach (CountedValue value in values.Select(CountedValue.Of).Where(value => value.Canonical.Length > 0).DistinctBy(value => value.Canonical, StringComparer.Ordinal))
        {
            document.Add(new StringField(field, Shorten(value.Canonical), Field.Store.NO));
            document.Add(new SortedSetDocValuesField(field, new BytesRef(new CountedValue(Shorten(value.Canonical), Shorten(value.Written)).ToTerm())));
        }
    }

    /// <summary>Lucene refuses terms over 32,766 bytes; values this long differ before that.</summary>
    public static string Shorten(string value) => value.Length <= 1000 ? value : value[..1000];

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
