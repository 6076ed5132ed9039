using System.Text;
using System.Text.Json;

namespace Search.Cli.Commands;

/// <summary>Reads what a server says is wrong.</summary>
internal static class ServerProblem
{
    private static readonly string[] Members = ["title", "detail"];

    /// <summary>Title and detail of a problem answer (RFC 9457), or the text as it came.</summary>
    public static string Describe(ReadOnlySpan<byte> body)
    {
        string text = Encoding.UTF8.GetString(body);
        try
        {
            using JsonDocument problem = JsonDocument.Parse(text);
            return string.Join(' ', Members
                .Select(name => problem.RootElement.TryGetProperty(name, out JsonElement value) ? value.ToString() : "")
                .Where(value => value.Length > 0));
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException)
        {
            return text;
        }
    }
}
