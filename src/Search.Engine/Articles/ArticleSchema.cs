using System.Security.Cryptography;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Search.Analysis;
using Search.Articles;
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

    /// <summary>The text fields, in the order of <see cref="TextField"/>.</summary>
    public static IReadOnlyList<string> TokenFields { get; } = ["title", "lead", "body"];

    /// <summary>The pairs of each text field.</summary>
    public static IReadOnlyList<string> PairFields { get; } = ["title_pairs", "lead_pairs", "body_pairs"];

    /// <summary>The indexed fields that are no texts.</summary>
    public static IReadOnlyList<string> TermFields { get; } = [Id, Phrase, TagPhrase, Definition, Date, Category, Source, Author, Tag];

    /// <summary>The fields whose values are counted: each as <see cref="CountedValue.ToTerm"/> in doc values.</summary>
    public static IReadOnlyList<string> CountedFields { get; } = [Category, Source, Author, Tag];

    /// <summary>All fields as Lucene describes them. Only texts have norms, and only tokens have positions.</summary>
    public static FieldInfos FieldInfos { get; } = new(
    [
        .. TokenFields.Select((name, place) => FieldOf(name, place, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)),
        .. PairFields.Select((name, place) => FieldOf(name, TokenFields.Count + place, IndexOptions.DOCS_AND_FREQS)),
        FieldOf(Id, 6, IndexOptions.DOCS_ONLY, DocValuesType.BINARY),
        FieldOf(ContentHash, 7, IndexOptions.NONE, DocValuesType.BINARY),
        FieldOf(Json, 8, IndexOptions.NONE),
        FieldOf(Signature, 9, IndexOptions.NONE, DocValuesType.BINARY),
        FieldOf(Phrase, 10, IndexOptions.DOCS_AND_FREQS),
        FieldOf(TagPhrase, 11, IndexOptions.DOCS_AND_FREQS),
        FieldOf(Definition, 12, IndexOptions.DOCS_ONLY),
        FieldOf(Date, 13, IndexOptions.DOCS_ONLY, DocValuesType.NUMERIC),
        FieldOf(Made, 14, IndexOptions.NONE, DocValuesType.NUMERIC),
        FieldOf(Written, 15, IndexOptions.NONE, DocValuesType.NUMERIC),
        .. CountedFields.Select(static (name, place) => FieldOf(name, 16 + place, IndexOptions.DOCS_ONLY, DocValuesType.SORTED_SET)),
    ]);

    /// <summary>The term that finds the one document of an article.</summary>
    public static Term Key(string id) => new(Id, id);

    /// <summary>The form in which categories, sources, authors and tags are compared: canonical, small letters, single spaces.</summary>
    public static string CanonicalValue(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TonePlacement.Canonical(word)));

    /// <summary>The first 16 bytes of the SHA-256 of the article's JSON: equal for an article that did not change.</summary>
    public static BytesRef HashOf(Article article) => new(SHA256.HashData(article.Json.Span)[..16]);

    /// <summary>The value that dates are ordered and filtered by: milliseconds since 1970, UTC.</summary>
    public static long DateValue(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    /// <summary>The terms of a date, of falling precision: what Lucene's range queries over numbers read.</summary>
    public static IEnumerable<string> DateTerms(long value)
    {
        var term = new BytesRef(NumericUtils.BUF_SIZE_INT64);
        for (int shift = 0; shift < 64; shift += NumericUtils.PRECISION_STEP_DEFAULT)
        {
            NumericUtils.Int64ToPrefixCodedBytes(value, shift, term);
            yield return term.Utf8ToString();
        }
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

    /// <summary>Lucene refuses terms over 32,766 bytes; values this long differ before that.</summary>
    public static string Shorten(string value) => value.Length <= 1000 ? value : value[..1000];

    private static FieldInfo FieldOf(string name, int number, IndexOptions options, DocValuesType values = DocValuesType.NONE)
    {
        bool hasPositions = options == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        return new(
            name, options != IndexOptions.NONE, number, storeTermVector: false, omitNorms: !hasPositions, storePayloads: false, options, values,
            hasPositions ? DocValuesType.NUMERIC : DocValuesType.NONE, attributes: null);
    }
}
