using System.Diagnostics.CodeAnalysis;

namespace Search.Ingest;

/// <summary>Which field of an input is which field of the article: <c>title=headline,body=content.text</c>.</summary>
/// <remarks>In JSON a name with dots reaches into objects. What is not mapped keeps its name; a field whose name another one takes is kept
/// under that name with <c>_2</c> behind it. In tables, and in JSON where a field is mapped, numbers are accepted as text, dates in the forms of
/// <see cref="Pages.VietnameseDate"/>, and HTML, of which plain text is made.</remarks>
public sealed class FieldMapping
{
    private static readonly string[] Fields = ["id", "title", "lead", "body", "date", "author", "authors", "tags", "category", "source", "url"];

    private readonly Dictionary<string, string> _names;

    private FieldMapping(Dictionary<string, string> names) => _names = names;

    /// <summary>Every field has its own name.</summary>
    public static FieldMapping None { get; } = new([]);

    /// <summary>Whether nothing is mapped.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>The mapped fields of the article, each with its name in the input.</summary>
    internal IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>Reads a mapping: <c>field=name</c>, several parted by commas.</summary>
    /// <param name="text">The mapping.</param>
    /// <param name="mapping">It, or <see langword="null"/>.</param>
    /// <param name="problem">What is wrong with it, a sentence, or <see langword="null"/>.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldMapping? mapping, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (mapping, problem) = (null, null);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in text.Split(','))
        {
            string[] parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            problem ??= parts is not [var field, { Length: > 0 } name] ? $"\"{pair}\" is no mapping; expected field=name, such as title=headline."
                : !Fields.Contains(field) ? $"\"{field}\" is no field of an article; expected one of {string.Join(", ", Fields)}."
                : !names.TryAdd(field, name) ? $"\"{field}\" is mapped twice."
                : null;
        }

        mapping = problem is null ? new FieldMapping(names) : null;
        return mapping is not null;
    }

    /// <summary>Whether a name is that of a field of articles.</summary>
    internal static bool IsField(string name) => Fields.Contains(name);
}
