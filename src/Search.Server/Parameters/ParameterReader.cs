using System.Globalization;

namespace Search.Server.Parameters;

/// <summary>Turns the parameters of one request into typed values and collects everything that is wrong with them.</summary>
/// <remarks>Every method returns the default where the value is absent or wrong.</remarks>
internal sealed class ParameterReader(ParameterValues values)
{
    /// <summary>What is wrong with those read so far.</summary>
    public ParameterProblems Problems => values.Problems;

    /// <summary>Notes the names that are not among the parameters of the route.</summary>
    public void RefuseUnknown(IReadOnlyList<ApiParameter> known)
    {
        IReadOnlyList<ApiParameter> all = [.. known.SelectMany(static parameter => parameter is ObjectParameter container ? [container, .. container.Members] : (ApiParameter[])[parameter])];
        foreach (string name in values.Names.Where(name => all.All(parameter => parameter.Name != name)))
        {
            Problems.AddUnknown(name, all);
        }
    }

    /// <summary>A text; empty where it is absent.</summary>
    public string Text(TextParameter parameter) => Text(parameter, parameter.MaxLength);

    /// <summary>A text that other parameters allow less length; empty where it is absent.</summary>
    public string Text(TextParameter parameter, int maxLength)
    {
        string text = Single(parameter) ?? "";
        if (text.Length > maxLength)
        {
            Problems.Add(parameter.Name, new(
                $"The parameter {parameter.Name} has {text.Length} characters (UTF-16 code units); expected at most {maxLength}.",
                $"Tham số {parameter.Name} có {text.Length} ký tự (đơn vị mã UTF-16); chỉ được tối đa {maxLength}."));
            return "";
        }

        if (parameter.IsRequired && values.Of(parameter).Count == 0)
        {
            Problems.Add(parameter.Name, new($"The parameter {parameter.Name} is missing.", $"Thiếu tham số {parameter.Name}."));
        }

        return text;
    }

    /// <summary>Texts that may be empty, each for itself.</summary>
    public IReadOnlyList<string> Texts(ListParameter parameter) => values.Of(parameter);

    /// <summary>Values of which any will do.</summary>
    public IReadOnlyList<string> List(ListParameter parameter)
    {
        IReadOnlyList<string> given = values.Of(parameter);
        if (given.Any(string.IsNullOrWhiteSpace))
        {
            Problems.AddUnexpected(parameter.Name, "", new("a value", "một giá trị"));
        }

        return given;
    }

    /// <summary>A day of the calendar, or <see langword="null"/>.</summary>
    public DateOnly? Date(DateParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        Problems.AddUnexpected(parameter.Name, text, new("a day of the calendar such as 2023-11-30", "một ngày có thật, viết như 2023-11-30"));
        return null;
    }

    /// <summary>A number in its range.</summary>
    public int Integer(IntegerParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            return parameter.Default;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= parameter.Minimum && number <= parameter.Maximum)
        {
            return number;
        }

        Problems.AddUnexpected(parameter.Name, text, new(
            $"a whole number from {parameter.Minimum} to {parameter.Maximum}", $"một số nguyên từ {parameter.Minimum} đến {parameter.Maximum}"));
        return parameter.Default;
    }

    /// <summary>Whether something is wanted.</summary>
    public bool Flag(FlagParameter parameter)
    {
        string? text = Single(parameter);
        if (text is not (null or "true" or "false"))
        {
            Problems.AddUnexpected(parameter.Name, text, new("true or false", "true hoặc false"));
        }

        return text == "true";
    }

    /// <summary>Whether an object is given, whose members are then to be read.</summary>
    public bool Has(ObjectParameter parameter) => values.Of(parameter).Count > 0;

    /// <summary>The value of a word.</summary>
    public T Choice<T>(ChoiceParameter<T> parameter)
    {
        if (Single(parameter) is { } text)
        {
            foreach ((string word, T value) in parameter.Choices)
            {
                if (word == text)
                {
                    return value;
                }
            }

            string words = string.Join(", ", parameter.Words);
            Problems.AddUnexpected(parameter.Name, text, new($"one of {words}", $"một trong {words}"));
        }

        return parameter.Choices[0].Value;
    }

    /// <summary>The values of words, each once, in their order.</summary>
    public IReadOnlyList<T> Choices<T>(ChoicesParameter<T> parameter)
    {
        var chosen = new List<T>();
        foreach (string text in values.Of(parameter).SelectMany(static given => given.Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal))
        {
            int place = parameter.Words.ToList().IndexOf(text);
            if (place >= 0)
            {
                chosen.Add(parameter.Choices[place].Value);
            }
            else
            {
                string words = string.Join(", ", parameter.Words);
                Problems.AddUnexpected(parameter.Name, text, new($"some of {words}, with commas between them", $"một vài trong {words}, cách nhau bằng dấu phẩy"));
            }
        }

        return chosen;
    }

    /// <summary>A short text that is absent or not empty.</summary>
    public string? TextIfGiven(TextParameter parameter) => values.Of(parameter).Count == 0 ? null : Text(parameter);

    private string? Single(ApiParameter parameter)
    {
        IReadOnlyList<string> given = values.Of(parameter);
        if (given.Count > 1)
        {
            Problems.Add(parameter.Name, new(
                $"The parameter {parameter.Name} is given {given.Count} times; expected once.", $"Tham số {parameter.Name} xuất hiện {given.Count} lần; chỉ được một lần."));
        }

        return given.Count == 1 ? given[0] : null;
    }
}
