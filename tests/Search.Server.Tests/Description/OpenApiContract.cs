using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Search.Server.Tests.Description;

/// <summary>What the OpenAPI document promises of answers.</summary>
/// <param name="document">The document.</param>
internal sealed partial class OpenApiContract(JsonObject document)
{
    private readonly ConcurrentDictionary<string, Task<JsonSchema>> _schemas = new(StringComparer.Ordinal);

    /// <summary>Whether the document describes a path at all.</summary>
    public bool Describes(string path, string method) => Operation(path, method) is not null;

    /// <summary>Fails unless an answer has a status, a media type and a body that the document promises.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="method">Its method.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="mediaType">Its media type; <see langword="null"/> for none.</param>
    /// <param name="body">Its body; <see langword="null"/> if it is not to be looked at.</param>
    public async Task CheckAsync(string path, string method, int status, string? mediaType, string? body)
    {
        string what = $"{method} {path} answered {status} {mediaType}";
        JsonNode operation = Operation(path, method) ?? throw new InvalidOperationException($"{method} {path} is not in the OpenAPI document.");
        JsonNode? response = operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(response is not null, $"{what}, a status that the OpenAPI document does not name.");
        if (mediaType is null)
        {
            return;
        }

        JsonNode? content = response["content"]?[mediaType];
        Assert.True(content is not null, $"{what}, a media type that the OpenAPI document does not name.");
        if (body is null || content["schema"] is not { } schema || !mediaType.Contains("json", StringComparison.Ordinal))
        {
            return;
        }

        JsonSchema parsed = await _schemas.GetOrAdd(schema.ToJsonString(), ParseAsync);
        IEnumerable<string> values = mediaType.EndsWith("ndjson", StringComparison.Ordinal) ? body.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [body];
        foreach (string value in values)
        {
            ICollection<ValidationError> errors = parsed.Validate(value);
            Assert.True(errors.Count == 0, $"{what}, which the OpenAPI document describes otherwise: {string.Join("; ", errors)}\n{value}");
        }
    }

    private JsonNode? Operation(string path, string method) =>
        (from described in document["paths"]!.AsObject()
         where Template().IsMatch(described.Key) ? Regex.IsMatch(path, $"^{Template().Replace(described.Key, "[^/]+")}$") : described.Key == path
         orderby described.Key.Contains('{', StringComparison.Ordinal)   // a literal path comes before a pattern
         select described.Value![method.ToLowerInvariant()]).FirstOrDefault();

    /// <summary>Schemas of OpenAPI 3.1 are JSON Schema; only the components stand elsewhere.</summary>
    private Task<JsonSchema> ParseAsync(string schema)
    {
        var alone = new JsonObject
        {
            ["allOf"] = new JsonArray(JsonNode.Parse(schema)),
            ["definitions"] = document["components"]!["schemas"]!.DeepClone(),
        };
        return JsonSchema.FromJsonAsync(alone.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    [GeneratedRegex("""\{[^}]+\}""")]
    private static partial Regex Template();
}
