using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Search.Answers;
using Search.Server.Hosting;

namespace Search.Server.Saved;

/// <summary>The folder of what the service keeps besides the index: JSON files, each replaced as a whole.</summary>
internal sealed class SavedFolder(IOptions<SearchOptions> options, IHostEnvironment environment)
{
    private static readonly JsonSerializerOptions Json = AnswerJson.Configure(new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    });

    private readonly string _path = ServerPaths.Resolve(
        options.Value.SavedPath.Length > 0 ? options.Value.SavedPath : Path.TrimEndingDirectorySeparator(options.Value.IndexPath) + "-saved", environment.ContentRootPath);

    /// <summary>Reads a file; <see langword="null"/> if there is none.</summary>
    /// <exception cref="SavedFileException">It is not what it should be.</exception>
    public T? Read<T>(string name)
        where T : class
    {
        string path = Path.Combine(_path, name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new JsonException("It holds null.") : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SavedFileException($"{path} cannot be read: {unreadable.Message} Restore it from a backup, or remove it to begin without what it holds.", unreadable);
        }
    }

    /// <summary>Writes a file; durable when it returns.</summary>
    public void Write<T>(string name, T content) => DurableFile.Write(Path.Combine(_path, name), JsonSerializer.SerializeToUtf8Bytes(content, Json));

    /// <summary>Removes a file, if there is one.</summary>
    public void Delete(string name)
    {
        if (Directory.Exists(_path))
        {
            File.Delete(Path.Combine(_path, name));
        }
    }

    /// <summary>The names of the files that fit a pattern with <c>*</c>.</summary>
    public IReadOnlyList<string> Names(string pattern) =>
        Directory.Exists(_path) ? [.. Directory.EnumerateFiles(_path, pattern).Select(Path.GetFileName).OfType<string>()] : [];
}

/// <summary>A file of what the service keeps is damaged; the message is a full sentence for the operator.</summary>
internal sealed class SavedFileException(string message, Exception inner) : Exception(message, inner);
