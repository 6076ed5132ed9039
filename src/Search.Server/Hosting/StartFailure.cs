using Microsoft.Extensions.Options;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Server.Saved;

namespace Search.Server.Hosting;

/// <summary>Why the service did not start, for the person who started it.</summary>
/// <param name="Sentence">What was found, and what was expected.</param>
/// <param name="ExitCode">2 for a configuration to be corrected, 1 for anything else.</param>
internal sealed record StartFailure(string Sentence, int ExitCode)
{
    /// <summary>The failure that an exception stands for.</summary>
    /// <returns><see langword="null"/> if it is a defect of the program rather than of what surrounds it.</returns>
    public static StartFailure? Of(Exception exception) => exception switch
    {
        OptionsValidationException options => new(string.Join(' ', options.Failures), 2),
        InvalidDataException { InnerException: { } malformed } configuration => new($"{configuration.Message} {malformed.Message}", 2),
        SynonymsException synonyms => new(synonyms.Message, 2),
        SavedFileException saved => new(saved.Message, 2),
        IndexException index => new(index.Message, 1),
        IOException or UnauthorizedAccessException => new(exception.Message, 1),   // a port in use, a folder that may not be written
        _ => null,
    };
}
