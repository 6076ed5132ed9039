using System.Collections.Frozen;
using System.Globalization;
using Search.Engine.Articles;

namespace Search.Engine.Querying;

/// <summary>What may stand before a colon in a query.</summary>
/// <param name="Name">The first of its names.</param>
internal abstract record QueryField(string Name)
{
    /// <summary>All text fields: where words are searched that have no field.</summary>
    public static readonly QueryField AllText = new Text("", TextFields.All);

    private static readonly FrozenDictionary<string, QueryField> ByName = new (QueryField Field, string[] Names)[]
    {
        (new Text("title", TextFields.Title), ["title", "tiêuđề", "tieude"]),
        (new Text("lead", TextFields.Lead), ["lead", "sapo", "mởđầu", "modau"]),
        (new Text("body", TextFields.Body), ["body", "nộidung", "noidung"]),
        (new Value(ArticleSchema.Category), ["category", "chuyênmục", "chuyenmuc"]),
        (new Value(ArticleSchema.Source), ["source", "nguồn", "nguon"]),
        (new Value(ArticleSchema.Author), ["author", "tácgiả", "tacgia"]),
        (new Value(ArticleSchema.Tag), ["tag", "thẻ", "the"]),
        (new Value(ArticleSchema.Id), ["id", "mã", "ma"]),
        (new Day(), ["date", "ngày", "ngay"]),
    }.SelectMany(each => each.Names.Select(name => KeyValuePair.Create(name, each.Field))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Text that is searched by words.</summary>
    internal sealed record Text(string Name, TextFields Fields) : QueryField(Name)
    {
        /// <summary>The field of some text fields: one of them, or all.</summary>
        public static string NameOf(TextFields fields) => fields == TextFields.All ? "" : fields.ToString().ToLowerInvariant();
    }

    /// <summary>Values that are compared as a whole.</summary>
    internal sealed record Value(string Name) : QueryField(Name);

    /// <summary>The date of publication.</summary>
    internal sealed record Day() : QueryField("date");

    /// <summary>The field with a name, or <see langword="null"/>.</summary>
    /// <param name="name">Normalized, in either case; its words joined by <c>-</c>, <c>_</c> or nothing.</param>
    public static QueryField? Named(ReadOnlySpan<char> name) =>
        ByName.GetValueOrDefault(name.ToString().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal));

    /// <summary>The characters of the name that a text begins with, if a colon follows it; else 0.</summary>
    /// <remarks><c>https://…</c> is no field.</remarks>
    public static int LengthOfName(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || (length > 0 && (text[length] is '-' or '_' || char.GetUnicodeCategory(text[length]) == UnicodeCategory.NonSpacingMark))))
        {
            length++;
        }

        return length < text.Length && text[length] == ':' && !text[length..].StartsWith("://", StringComparison.Ordinal) ? length : 0;
    }
}
