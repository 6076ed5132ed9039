using System.Text;
using System.Text.Json;

namespace Search.Articles;

/// <summary>The values of the known fields of one JSON object, not yet checked beyond their types.</summary>
/// <remarks>A field that is absent or <c>null</c> is <see langword="null"/> or empty. Unknown fields are passed over.</remarks>
internal sealed class ArticleFields
{
    /// <summary>Enough to see what is wrong, also where a million elements are.</summary>
    private const int MostProblems = 20;

    private readonly HashSet<string> _met = [];
    private bool _isTooDeep;

    public string? Id { get; private set; }

    public string? Title { get; private set; }

    public string? Lead { get; private set; }

    public string? Body { get; private set; }

    public string? Date { get; private set; }

    public List<string> Authors { get; } = [];

    public List<string> Tags { get; } = [];

    public string? Category { get; private set; }

    public string? Source { get; private set; }

    public string? Url { get; private set; }

    public List<ArticleProblem> Problems { get; } = [];

    /// <summary>Collects the fields of an object.</summary>
    /// <param name="json">Valid UTF-8.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ArticleFields Read(ReadOnlySpan<byte> json)
    {
        var fields = new ArticleFields();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ArticleJson.MaxDepth + 1 });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            fields.Add("", $"The JSON is {Kind(reader.TokenType)}; expected an object.");
            return fields;
        }

        while (!fields._isTooDeep && reader.Read())   // also past the end of the object, where anything but white space throws
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = Text(ref reader);
                reader.Read();
                fields.ReadValue(name, ref reader);
            }
        }

        return fields;
    }

    /// <summary>Notes a problem, unless there are plenty.</summary>
    public void Add(string field, string message)
    {
        if (Problems.Count < MostProblems)
        {
            Problems.Add(new ArticleProblem(field, message));
        }
    }

    private void ReadValue(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "id": Id = SingleString(name, ref reader); break;
            case "title": Title = SingleString(name, ref reader); break;
            case "lead": Lead = SingleString(name, ref reader); break;
            case "body": Body = SingleString(name, ref reader); break;
            case "date": Date = SingleString(name, ref reader); break;
            case "category": Category = SingleString(name, ref reader); break;
            case "source": Source = SingleString(name, ref reader); break;
            case "url": Url = SingleString(name, ref reader); break;
            case "author" or "authors": AddStrings(Authors, name, ref reader); break;
            case "tags": AddStrings(Tags, name, ref reader); break;
            default: Skip(ref reader); return;
        }

        if (!_met.Add(name))
        {
            Add(name, $"The field \"{name}\" stands more than once.");
        }
    }

    /// <summary>Adds one string, or all of an array; blank ones say nothing and are left out.</summary>
    private void AddStrings(List<string> values, string name, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            AddUnlessBlank(values, SingleString(name, ref reader, "a string or an array of strings"));
            return;
        }

        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray && !_isTooDeep; i++)
        {
            AddUnlessBlank(values, SingleString(name, ref reader, "a string", i));
        }
    }

    private static void AddUnlessBlank(List<string> values, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            values.Add(value);
        }
    }

    private string? SingleString(string name, ref Utf8JsonReader reader, string expected = "a string", int? element = null)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Text(ref reader);
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            string which = element is null ? $"The field \"{name}\"" : $"Element {element} of the field \"{name}\"";
            Add(name, $"{which} is {Kind(reader.TokenType)}; expected {expected}.");
            Skip(ref reader);
        }

        return null;
    }

    /// <summary>Passes over a value, unless it goes too deep to go on.</summary>
    private void Skip(ref Utf8JsonReader reader)
    {
        int outside = reader.CurrentDepth;
        while (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > outside)
        {
            if (reader.CurrentDepth >= ArticleJson.MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                _isTooDeep = true;
                Add("", $"The JSON nests objects and arrays more than {ArticleJson.MaxDepth} levels deep.");
                return;
            }

            reader.Read();
        }
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? JsonString.Unescape(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    private static string Kind(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
