using System.Text.Json.Serialization;

namespace Search.Server.Problems;

/// <summary>A problem object (RFC 9457).</summary>
/// <param name="Type">The address that documents the kind of problem; see `/problems`.</param>
/// <param name="Title">The same for every problem of the kind.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was found, what was expected. English, or Vietnamese by `Accept-Language: vi`.</param>
/// <param name="Errors">By parameter or field, what is wrong with it; absent where no one is at fault.</param>
public sealed record ProblemResponse(
    string Type, string Title, int Status, string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null)
{
    /// <summary>Of an invalid query, the kind of error.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    /// <summary>Of an invalid query, the 0-based offset of what is wrong, in UTF-16 code units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Start { get; init; }

    /// <summary>Of an invalid query, the UTF-16 code units concerned; 0 at its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }

    /// <summary>Of an invalid query, what stands there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Found { get; init; }

    /// <summary>Of an invalid query, what could stand there instead, in words; any of it will do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Expected { get; init; }
}
