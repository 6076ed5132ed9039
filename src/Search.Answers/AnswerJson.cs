using System.Text.Encodings.Web;
using System.Text.Json;

namespace Search.Answers;

/// <summary>The JSON of all answers: snake_case names, Vietnamese letters as letters.</summary>
public static class AnswerJson
{
    /// <summary>The settings, also for a host that serializes by itself.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new());

    /// <summary>Gives settings the form of all answers.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;   // safe where JSON is not pasted into HTML
        return options;
    }

    /// <summary>The JSON of an answer, in one line.</summary>
    public static string Serialize<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException("The answer is null.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"The answer cannot be read: {malformed.Message}", malformed);
        }
    }
}
