using Search.Articles;
using Search.Ingest.Files;
using Search.Ingest.Pages;
using Search.Ingest.Records;

namespace Search.Ingest;

/// <summary>Files and folders, read as a stream of articles.</summary>
public static class ArticleSource
{
    /// <summary>Reads everything under the given paths, one input after another.</summary>
    /// <remarks>
    /// <para>Folders are read recursively, their files in ordinal order of the path relative to the folder. Hidden files and folders are
    /// passed over. A symbolic link to a folder is followed where it was given itself, and reported where it was met inside a folder.</para>
    /// <para>Nothing that is wrong with an input stops the rest: it becomes a <see cref="IngestedInput.Rejected"/>. What was read of a
    /// file before it turned out to be damaged counts.</para>
    /// <para>Memory is bounded by the longest article, 5 MiB (<see cref="ArticleJson.MaxBytes"/>), not by the size of a file.</para>
    /// <para>Articles without an id get <see cref="Identity.DerivedId"/>: of the address if they have one; else of the path relative
    /// to the folder given (of a file given: its name), followed by <c>#</c> and the number of the line or value.</para>
    /// <para>Pages, text and HTML, are read twice: what repeats across the pages of a site is no part of its articles.</para>
    /// </remarks>
    /// <param name="paths">Files and folders, in the order to be read.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="cancellation">Looked at before every input.</param>
    /// <returns>A lazy sequence: files are opened as it is enumerated, and anew at every enumeration.</returns>
    /// <exception cref="OperationCanceledException">While enumerating, when cancelled.</exception>
    public static IEnumerable<IngestedInput> Read(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        return ReadAll(paths, options, cancellation);
    }

    private static IEnumerable<IngestedInput> ReadAll(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        options = options with { Boilerplate = Learn(paths, options, cancellation) };
        foreach (FoundFile file in paths.SelectMany(FileWalk.Files))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IngestedInput input in Guarded(file, options))
            {
                yield return input;
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Reads all pages for what repeats across those of one site.</summary>
    private static SiteBoilerplate Learn(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        var boilerplate = new SiteBoilerplate();
        foreach (FoundFile file in paths.SelectMany(FileWalk.Files).Where(file => FileFormats.OfName(file.Path, options.Format) is FileFormat.TextPage or FileFormat.HtmlPage))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (IngestedInput _ in Guarded(file, options with { Boilerplate = boilerplate }))
            {
                // What is wrong with a page is said when it is read for its article.
            }
        }

        boilerplate.EndLearning();
        return boilerplate;
    }

    private static IEnumerable<IngestedInput> ReadFile(FoundFile file, IngestOptions options)
    {
        FileFormat? format = FileFormats.OfName(file.Path, options.Format);
        if (format is null && !file.IsNamed && file.Problem is null)
        {
            yield break;
        }

        if ((file.Problem ?? FileContent.Problem(file.Path)) is { } problem)
        {
            yield return new IngestedInput.Rejected(file.Path, problem);
            yield break;
        }

        IEnumerable<IngestedInput> inputs = (format ?? FileFormats.OfContent(file.Path)) switch
        {
            FileFormat.TextPage => TextPageReader.Read(file, options),
            FileFormat.HtmlPage => HtmlPage.Read(file, options),
            FileFormat.JsonLines => JsonLines.Read(file),
            FileFormat.JsonValues => JsonValues.Read(file),
            _ => [new IngestedInput.Rejected(file.Path, "The name does not tell the format; "
                + "expected .txt, .jsonl, .ndjson or .json, each also with .gz, or the format to be given.")],
        };
        foreach (IngestedInput input in inputs)
        {
            yield return input;
        }
    }

    /// <summary>Hands on the inputs of a file; if reading it fails, that is the last of them.</summary>
    private static IEnumerable<IngestedInput> Guarded(FoundFile file, IngestOptions options)
    {
        long articles = 0;
        using IEnumerator<IngestedInput> inputs = ReadFile(file, options).GetEnumerator();
        while (true)
        {
            IngestedInput? input;
            try
            {
                input = inputs.MoveNext() ? inputs.Current : null;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                input = new IngestedInput.Rejected(file.Path, FileContent.Explain(failure, articles));
            }

            if (input is null)
            {
                yield break;
            }

            articles += input is IngestedInput.Accepted ? 1 : 0;
            yield return input;
        }
    }
}
