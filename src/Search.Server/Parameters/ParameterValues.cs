using System.Text.Json;
using Search.Answers;

namespace Search.Server.Parameters;

/// <summary>The values of one request's parameters as text, by name, from its address or from a JSON object of the same names.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    private ParameterValues()
    {
    }

    /// <summary>What could not be read as text already.</summary>
    public ParameterProblems Problems { get; } = new();

    /// <summary>The names given, in their order.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The values of a parameter, in their order; none if it was not given.</summary>
    public IReadOnlyList<string> Of(ApiParameter parameter) => _values.GetValueOrDefault(parameter.Name, []);

    /// <summary>The parameters of an address.</summary>
    public static ParameterValues FromQuery(IQueryCollection query)
    {
        var values = new ParameterValues();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues given) in query)
        {
            values._values[name] = [.. given.Select(static value => value ?? "")];
        }

        return values;
    }

    /// <summary>The fields of a form in a page that were filled in.</summary>
    public static ParameterValues FromForm(IQueryCollection query)
    {
        ParameterValues values = FromQuery(query);
        foreach (string empty in values._values.Where(static field => field.Value.All(string.IsNullOrEmpty)).Select(static field => field.Key).ToList())
        {
            values._values.Remove(empty);
        }

        return values;
    }

    /// <summary>The members of a JSON object; <c>null</c> stands for an absent one.</summary>
    /// <param name="json">Any JSON value.</param>
    /// <param name="known">The parameters that exist; their kinds say which JSON types are expected.</param>
    public static ParameterValues FromJson(JsonElement json, IReadOnlyList<ApiParameter> known)
    {
        var values = new ParameterValues();
        if (json.ValueKind != JsonValueKind.Object)
        {
            values.Problems.Add("$", new("The body is no JSON object.", "Phần thân không phải là một đối tượng JSON."));
            return values;
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            values.AddMember(NameOf(member), member.Value, known);
        }

        return values;
    }

    private void AddMember(string name, JsonElement value, IReadOnlyList<ApiParameter> known)
    {
        ApiParameter? parameter = known.FirstOrDefault(parameter => parameter.Name == name);
        if (_values.ContainsKey(name))
        {
            Problems.Add(name, new($"The parameter {name} stands more than once.", $"Tham số {name} xuất hiện nhiều lần."));
        }
        else if (parameter is null)
        {
            _values.Add(name, []);
        }
        else if (parameter is ObjectParameter container && value.ValueKind == JsonValueKind.Object)
        {
            _values.Add(name, [name]);
            foreach (JsonProperty member in value.EnumerateObject())
            {
                AddMember($"{name}.{NameOf(member)}", member.Value, container.Members);
            }
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            _values.Add(name, ReadMember(parameter, value));
        }
    }

    private List<string> ReadMember(ApiParameter parameter, JsonElement value)
    {
        var texts = new List<string>();
        IEnumerable<JsonElement> elements = parameter is ListParameter or ChoicesParameter && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        foreach (JsonElement element in elements)
        {
            if (Text(parameter, element) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                Problems.Add(parameter.Name, Unreadable(parameter, element.ValueKind));
                break;
            }
        }

        return texts;
    }

    private static Wording Unreadable(ApiParameter parameter, JsonValueKind found)
    {
        string name = parameter.Name;
        if (parameter is not (IntegerParameter or FlagParameter or ObjectParameter) && found == JsonValueKind.String)
        {
            return new(
                $"The parameter {name} is no well-formed text: it holds half a surrogate pair, or bytes that are no UTF-8.",
                $"Tham số {name} không phải văn bản hợp lệ: có nửa cặp thay thế lẻ, hoặc byte không phải UTF-8.");
        }

        string type = found.ToString().ToLowerInvariant();
        return parameter switch
        {
            IntegerParameter => new($"The parameter {name} is of the JSON type {type}; expected a number.", $"Tham số {name} có kiểu JSON {type}; cần một số."),
            FlagParameter => new(
                $"The parameter {name} is of the JSON type {type}; expected true or false.", $"Tham số {name} có kiểu JSON {type}; cần true hoặc false."),
            ObjectParameter => new($"The parameter {name} is of the JSON type {type}; expected an object.", $"Tham số {name} có kiểu JSON {type}; cần một đối tượng."),
            ListParameter or ChoicesParameter => new(
                $"The parameter {name} is, or has, a value of the JSON type {type}; expected a string or an array of strings.",
                $"Tham số {name} là, hoặc có, giá trị kiểu JSON {type}; cần một chuỗi hoặc mảng các chuỗi."),
            _ => new($"The parameter {name} is of the JSON type {type}; expected a string.", $"Tham số {name} có kiểu JSON {type}; cần một chuỗi."),
        };
    }

    private static string? Text(ApiParameter parameter, JsonElement value)
    {
        if (parameter is IntegerParameter)
        {
            return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
        }

        if (parameter is FlagParameter)
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : null;
        }

        try
        {
            return value.ValueKind == JsonValueKind.String && parameter is not ObjectParameter ? value.GetString() : null;
        }
        catch (InvalidOperationException)   // half a surrogate pair, or bytes that are no UTF-8
        {
            return null;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
