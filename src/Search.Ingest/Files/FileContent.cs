namespace Search.Ingest.Files;

/// <summary>The bytes of a file.</summary>
internal static class FileContent
{
    /// <summary>The path that stands for the standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Why a file is not to be opened; <see langword="null"/> if nothing speaks against it.</summary>
    /// <remarks>Pipes, devices and sockets have the length 0. Only what has a length is opened, so that nothing can hang.</remarks>
    public static string? Problem(string path)
    {
        if (path == StandardInput)
        {
            return null;
        }

        if (!Path.Exists(path))
        {
            return "The path does not exist.";
        }

        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is { } target)
            {
                file = new FileInfo(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path);
                if (!file.Exists)
                {
                    return $"The symbolic link leads to {target}, which does not exist.";
                }
            }

            return file.Length == 0 ? "The file is empty, or it is no regular file." : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Explain(failure, inputsBefore: 0);
        }
    }

    /// <summary>Opens a file that has no <see cref="Problem"/>, to be read once from its start.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Stream Open(string path) => path == StandardInput
        ? Console.OpenStandardInput()
        : new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });

    /// <summary>A failure while reading as a sentence for the report.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="inputsBefore">How many inputs of the file had been read.</param>
    public static string Explain(Exception failure, long inputsBefore)
    {
        string reason = failure switch
        {
            InvalidDataException => "The compressed data is damaged or cut short.",
            UnauthorizedAccessException => "The file may not be read: access is denied.",
            InputException => failure.Message,
            _ => $"Reading failed: {failure.Message}",
        };
        return inputsBefore == 0 ? reason : $"{reason} Inputs read before that place: {inputsBefore}.";
    }
}
