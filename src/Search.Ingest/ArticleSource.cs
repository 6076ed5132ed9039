using Search.Articles;
using Search.Ingest.Files;
using Search.Ingest.Pages;

namespace Search.Ingest;

/// <summary>Files and folders, read as a stream of articles.</summary>
public static class ArticleSource
{
    /// <summary>Inputs in memory for each thread that parses them.</summary>
    private const int InputsPerThread = 8;

    /// <summary>Reads everything under the given paths, one input after another.</summary>
    /// <remarks>
    /// <para>Folders are read recursively, their files in ordinal order of the path relative to the folder. Hidden files and folders are
    /// passed over. A symbolic link to a folder is followed where it was given itself, and reported where it was met inside a folder.
    /// The path <c>-</c> is the standard input.</para>
    /// <para>Archives (<c>.gz</c>, <c>.zip</c>, <c>.tar</c>, <c>.tgz</c>) are read like folders, also in one another. Nothing is written to disk.</para>
    /// <para>Nothing that is wrong with an input stops the rest: it becomes a <see cref="IngestedInput.Rejected"/>. What was read of a
    /// file before it turned out to be damaged counts.</para>
    /// <para>Memory is bounded by the longest article, 5 MiB (<see cref="ArticleJson.MaxBytes"/>), for each input that is parsed at a time,
    /// not by the size of a file; a zip inside another archive may take 64 MiB, the list of a large zip 128 MiB of it.</para>
    /// <para>Articles without an id get <see cref="Identity.DerivedId"/>: of the address if they have one; else of the path relative
    /// to the folder given (of a file given: its name), followed by <c>#</c> and the number of the line or value.</para>
    /// <para>Pages, text and HTML, are read twice: what repeats across the pages of a site is no part of its articles. (Not those of the standard input.)</para>
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

    /// <summary>The bytes of the files under the given paths, as they lie.</summary>
    /// <param name="paths">As for <see cref="Read"/>.</param>
    /// <param name="options">As for <see cref="Read"/>.</param>
    /// <param name="cancellation">Looked at before every file.</param>
    /// <returns>An estimate: files may come and go, and only those whose names are of interest count; <see langword="null"/> if it cannot be told.</returns>
    public static long? Measure(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        var reader = new InputReader(options);
        long bytes = 0;
        foreach (FoundFile file in paths.SelectMany(FileWalk.Files))
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Path == FileContent.StandardInput)
            {
                return null;
            }

            bytes += reader.IsRead(file) && FileContent.Problem(file.Path) is null ? new FileInfo(file.Path).Length : 0;
        }

        return bytes;
    }

    private static IEnumerable<IngestedInput> ReadAll(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        var reader = new InputReader(options with { Boilerplate = Learn(paths, options, cancellation) });
        IEnumerable<CutInput> inputs = paths.SelectMany(FileWalk.Files).SelectMany(reader.Read);
        foreach (IngestedInput input in Parsed(inputs, options.Threads).SelectMany(static parsed => parsed))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return input;
        }
    }

    /// <summary>Reads all pages for what repeats across those of one site.</summary>
    private static SiteBoilerplate Learn(IEnumerable<string> paths, IngestOptions options, CancellationToken cancellation)
    {
        var boilerplate = new SiteBoilerplate();
        var reader = new InputReader(options with { Boilerplate = boilerplate, Progress = null, IsWanted = null });
        IEnumerable<FoundFile> files = paths.SelectMany(FileWalk.Files).Where(reader.MayHoldPages);
        bool isWanted = options.IsWanted is not { } asked || files.Any(file => asked(file.Path));
        IEnumerable<CutInput> inputs = isWanted ? files.SelectMany(reader.Read) : [];
        foreach (IngestedInput _ in Parsed(inputs, options.Threads).SelectMany(static parsed => parsed))
        {
            cancellation.ThrowIfCancellationRequested();   // what is wrong with a page is said when it is read for its article
        }

        boilerplate.EndLearning();
        return boilerplate;
    }

    /// <summary>Parses inputs while the next ones are cut, and hands them on in their order.</summary>
    private static IEnumerable<IEnumerable<IngestedInput>> Parsed(IEnumerable<CutInput> inputs, int threads)
    {
        if (threads == 1)
        {
            foreach (CutInput input in inputs)
            {
                yield return input();
            }

            yield break;
        }

        var parsers = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        var parsing = new Queue<Task<List<IngestedInput>>>();
        foreach (CutInput input in inputs)
        {
            parsing.Enqueue(parsers.StartNew(() => input().ToList()));
            if (parsing.Count >= InputsPerThread * threads)
            {
                yield return parsing.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (parsing.TryDequeue(out Task<List<IngestedInput>>? last))
        {
            yield return last.GetAwaiter().GetResult();
        }
    }
}
