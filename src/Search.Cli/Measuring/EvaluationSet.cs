using System.Text.Json;
using Search.Answers;

namespace Search.Cli.Measuring;

/// <summary>A collection with judged queries.</summary>
/// <param name="Name">Its heading in a table.</param>
/// <param name="Corpus">Files of articles, indexed together.</param>
/// <param name="Queries">The file of the queries.</param>
/// <param name="Qrels">The file of the judgements.</param>
/// <param name="BodyOnly">Whether titles and leads are left out of the index.</param>
internal sealed record EvaluationSet(string Name, IReadOnlyList<string> Corpus, string Queries, string Qrels, bool BodyOnly)
{
    /// <summary>Reads a suite: a JSON object with <c>sets</c>, an array of objects with <c>name</c>, <c>corpus</c> (one path or several), <c>queries</c>,
    /// <c>qrels</c> and optionally <c>body_only</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">Where relative paths begin; by default the folder of the file.</param>
    /// <exception cref="InvalidDataException">It has another form, or names a file that does not exist.</exception>
    public static IReadOnlyList<EvaluationSet> ReadSuite(string path, string? folder)
    {
        string root = Path.GetFullPath(folder ?? Path.GetDirectoryName(Path.GetFullPath(path))!);   // a file has a folder
        Suite suite;
        try
        {
            suite = JsonSerializer.Deserialize<Suite>(File.ReadAllBytes(path), Strict) ?? throw new JsonException("It is null.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{path} is no suite of sets: {malformed.Message}", malformed);
        }

        return [.. suite.Sets.Select(set => new EvaluationSet(
            set.Name, [.. Paths(set.Corpus).Select(Existing)], Existing(set.Queries), Existing(set.Qrels), set.BodyOnly))];

        string Existing(string file) => Path.GetFullPath(file, root) is var full && File.Exists(full)
            ? full
            : throw new InvalidDataException($"{path} names {file}, which does not exist in {root}.");
    }

    private static readonly JsonSerializerOptions Strict = AnswerJson.Configure(new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true });

    private static IEnumerable<string> Paths(JsonElement corpus) => corpus.ValueKind switch
    {
        JsonValueKind.String => [corpus.GetString()!],   // a string has a value
        JsonValueKind.Array => corpus.EnumerateArray().SelectMany(Paths),
        _ => throw new InvalidDataException($"The corpus {corpus} is neither a path nor an array of paths."),
    };

    private sealed record Suite(IReadOnlyList<Entry> Sets);

    private sealed record Entry(string Name, JsonElement Corpus, string Queries, string Qrels, bool BodyOnly = false);
}
