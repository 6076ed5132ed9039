using System.Text.Json;

namespace Search.Evaluation;

/// <summary>A query with judged documents.</summary>
/// <param name="Id">Its name in the qrels.</param>
/// <param name="Text">The query string.</param>
public sealed record Topic(string Id, string Text)
{
    /// <summary>Reads a file of JSON objects with <c>id</c> and <c>text</c>, one a line.</summary>
    /// <exception cref="InvalidDataException">A line is no such object.</exception>
    public static IReadOnlyList<Topic> Read(string path)
    {
        var topics = new List<Topic>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                topics.Add(new(json.RootElement.GetProperty("id").GetString() ?? "", json.RootElement.GetProperty("text").GetString() ?? ""));
            }
            catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}:{number} is not a JSON object with id and text: {malformed.Message}", malformed);
            }
        }

        return topics;
    }
}
