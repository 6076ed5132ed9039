using Search.Answers;
using Search.Server.Problems;

namespace Search.Server.Parameters;

/// <summary>What is wrong with the parameters of one request, by parameter, in the order met.</summary>
internal sealed class ParameterProblems
{
    /// <summary>Enough to see what is wrong, also where a thousand names are unknown.</summary>
    private const int MostParameters = 20;

    /// <summary>UTF-16 code units of a value that a message repeats.</summary>
    private const int LongestQuotation = 60;

    private readonly Dictionary<string, IReadOnlyList<Wording>> _byName = new(StringComparer.Ordinal);

    /// <summary>Whether nothing is wrong.</summary>
    public bool AreNone => _byName.Count == 0;

    /// <summary>Everything that is wrong.</summary>
    public IEnumerable<Wording> All => _byName.Values.SelectMany(static messages => messages);

    /// <summary>Notes one.</summary>
    public void Add(string name, Wording message)
    {
        string key = Shorten(name);
        if (_byName.TryGetValue(key, out IReadOnlyList<Wording>? earlier))
        {
            _byName[key] = [.. earlier, message];
        }
        else if (_byName.Count < MostParameters)
        {
            _byName.Add(key, [message]);
        }
    }

    /// <summary>Notes that a parameter's value is not what was expected.</summary>
    public void AddUnexpected(string name, string found, Wording expected) =>
        Add(name, new(
            $"The parameter {name} is {Quote(found)}; expected {expected.English}.",
            $"Tham số {name} là {Quote(found)}; cần {expected.Vietnamese}."));

    /// <summary>Notes that a parameter does not exist.</summary>
    /// <param name="name">As it was given.</param>
    /// <param name="known">Those that exist; none if the route takes no parameters.</param>
    public void AddUnknown(string name, IReadOnlyList<ApiParameter> known)
    {
        string names = string.Join(", ", known.Select(static parameter => parameter.Name));
        Add(name, known.Count == 0
            ? new($"The parameter {Quote(name)} is unknown; this route takes none.", $"Không có tham số {Quote(name)}; đường dẫn này không nhận tham số nào.")
            : new($"The parameter {Quote(name)} is unknown; there are {names}.", $"Không có tham số {Quote(name)}; có các tham số {names}."));
    }

    /// <summary>The answer that reports them all.</summary>
    public ApiProblem ToProblem() => ApiProblem.Of(ProblemType.InvalidParameters, _byName);

    private static string Quote(string value) => $"\"{Shorten(value)}\"";

    private static string Shorten(string value) => value.Length > LongestQuotation ? value[..LongestQuotation] + "…" : value;
}
