using Search.Ingest.Archives;
using Search.Ingest.Feeds;
using Search.Ingest.Files;
using Search.Ingest.Pages;
using Search.Ingest.Records;
using Search.Ingest.Streams;
using Search.Ingest.Warc;

namespace Search.Ingest;

/// <summary>Reads contents with the reader of their format, archives with all that is in them.</summary>
/// <remarks>A reader cuts inputs out of the stream, one after another; parsing them is left to who calls them.</remarks>
internal sealed class InputReader(IngestOptions options)
{
    /// <summary>How deep archives may lie in one another; a <c>.tar.gz</c> is two.</summary>
    private const int MostLevels = 6;

    private const string UnknownName = "Its name tells no format that is read here.";

    private readonly PathFilter _filter = new(options);

    /// <summary>Whether a file is read if nothing is wrong with it: by its name and what was asked for.</summary>
    public bool IsRead(FoundFile file) => file.IsNamed || (FileFormats.OfName(file.RelativePath, options.Format) is { } format && _filter.Admits(file.RelativePath, IsArchive(format)));

    /// <summary>Whether a file may hold pages, so that it is worth reading to learn from them.</summary>
    public bool MayHoldPages(FoundFile file) => IsRead(file) && file.Path != FileContent.StandardInput && FormatOf(file.RelativePath) switch
    {
        FileFormat.JsonLines or FileFormat.JsonValues or FileFormat.Table => false,
        FileFormat.Feed => file.IsNamed,   // a sitemap
        _ => true,
    };

    /// <summary>The inputs of a file.</summary>
    public IEnumerable<CutInput> Read(FoundFile file)
    {
        FileFormat? format = FileFormats.OfName(file.RelativePath, options.Format);
        bool isUnasked = !file.IsNamed && !_filter.Admits(file.RelativePath, IsArchive(format));
        if (file.Problem is null && (isUnasked || !IsWanted(file)))
        {
            yield break;
        }

        if (format is null && !file.IsNamed && file.Problem is null)
        {
            yield return PassedOver(file.Path, UnknownName);
            yield break;
        }

        if ((file.Problem ?? FileContent.Problem(file.Path)) is { } problem)
        {
            yield return Rejected(file.Path, problem);
            yield break;
        }

        foreach (CutInput input in Guarded(file.Path, ReadOpened(file), level: 0))
        {
            yield return input;
        }
    }

    /// <summary>The inputs of a content, whatever its format.</summary>
    public IEnumerable<CutInput> Read(InputContent content) => Guarded(content.Name, Read(content, level: 0), level: 0);

    /// <summary>The inputs of what was found in a web archive.</summary>
    /// <param name="payload">The content.</param>
    /// <param name="format">What was declared of it.</param>
    public IEnumerable<CutInput> ReadPayload(InputContent payload, FileFormat format) => Guarded(payload.Name, Read(payload, format, level: MostLevels), MostLevels);

    /// <summary>An input that needs no parsing.</summary>
    public static CutInput Rejected(string name, string reason) => () => [new IngestedInput.Rejected(name, reason)];

    /// <inheritdoc cref="Rejected"/>
    public static CutInput PassedOver(string name, string reason) => () => [new IngestedInput.PassedOver(name, reason)];

    /// <summary>The format by a name, that of what is in it for a compressed one.</summary>
    private FileFormat? FormatOf(string name) => FileFormats.OfName(name, options.Format) is var format && format == FileFormat.Gzip ? FormatOf(FileFormats.Unpacked(name)) : format;

    private bool IsWanted(FoundFile file) => options.IsWanted is null || options.IsWanted(file.Path);

    private static bool IsArchive(FileFormat? format) => format is FileFormat.Zip or FileFormat.Tar;

    private IEnumerable<CutInput> ReadOpened(FoundFile file)
    {
        var limit = new ExpansionLimit();
        using var stream = new PeekableStream(new CountedStream(FileContent.Open(file.Path), count =>
        {
            limit.Read(count);
            options.Progress?.Add(count);
        }));
        string name = file.Path == FileContent.StandardInput ? file.RelativePath : file.Path;
        var content = new InputContent(name, file.RelativePath, file.RelativePath, stream, limit)
        {
            Folder = file.IsNamed ? Path.GetDirectoryName(Path.GetFullPath(file.Path)) : null,
            SitemapsBefore = file.SitemapsBefore,
            Address = file.Address,
        };
        foreach (CutInput input in Read(content, level: 0))
        {
            yield return input;
        }
    }

    private IEnumerable<CutInput> Read(InputContent content, int level) =>
        (FileFormats.OfName(content.FileName, options.Format) ?? FileFormats.OfContent(content.FileName, content.Stream)) is { } format
            ? Read(content, format, level)
            : [Rejected(content.Name, "The name does not tell the format; expected .txt, .html, .jsonl, .json, .csv, .tsv, .xml, .rss or .warc, each also with .gz, "
                + "or .zip, .tar or .tar.gz, or the format to be given.")];

    private IEnumerable<CutInput> Read(InputContent content, FileFormat format, int level)
    {
        IEnumerable<CutInput> inputs = format switch
        {
            FileFormat.JsonLines or FileFormat.JsonValues or FileFormat.Table when options.Boilerplate is { IsLearning: true } => [],
            FileFormat.TextPage => TextPageReader.Read(content, options),
            FileFormat.HtmlPage => ReadHtml(content),
            FileFormat.JsonLines => JsonLines.Read(content, options.Fields),
            FileFormat.JsonValues => JsonValues.Read(content, options.Fields),
            FileFormat.Table => Table.Read(content, options.Fields),
            FileFormat.Feed => FeedReader.Read(content, this),
            FileFormat.Warc => WarcReader.Read(content, this),
            _ when level >= MostLevels => [Rejected(content.Name, $"Archives lie in one another more than {MostLevels} levels deep.")],
            FileFormat.Gzip => ReadGzip(content, level),
            FileFormat.Zip => ReadArchive(content, ZipEntries.Read(content.Stream), level),
            _ => ReadArchive(content, TarEntries.Read(content.Stream), level),
        };
        return inputs.Select(input => Marked(input, FileFormats.Word(format)));
    }

    private IEnumerable<CutInput> ReadHtml(InputContent content)
    {
        byte[]? page = BoundedContent.Read(content.Stream, HtmlPage.MaxBytes);
        return [page is null
            ? Rejected(content.Name, $"The page is longer than {HtmlPage.MaxBytes} bytes ({HtmlPage.MaxBytes >> 20} MiB).")
            : () => HtmlPage.Read(page, content.Name, content.Place, content.Charset, content.Address, options)];
    }

    private IEnumerable<CutInput> ReadGzip(InputContent content, int level)
    {
        string unpacked = FileFormats.Unpacked(content.FileName);
        return FileFormats.OfName(unpacked, options.Format) == FileFormat.Warc
            ? Read(content with { FileName = unpacked }, FileFormat.Warc, level)   // its records are compressed each for itself
            : Read(content.With(content.Limit.Of(new GzipContent(content.Stream)), unpacked), level + 1);
    }

    private IEnumerable<CutInput> ReadArchive(InputContent archive, IEnumerable<ArchiveEntry> entries, int level)
    {
        foreach (ArchiveEntry entry in entries)
        {
            string name = $"{archive.Name}/{entry.Path}";
            FileFormat? format = FileFormats.OfName(entry.Path, options.Format);
            if (entry.IsStray)
            {
                yield return Rejected(name, "The path of the entry leads out of the archive; it was not read.");
            }
            else if (entry.IsHidden || !_filter.Admits(entry.Path, IsArchive(format)))
            {
                continue;
            }
            else if (format is null)
            {
                yield return PassedOver(name, UnknownName);
            }
            else if (entry.Problem is { } problem)
            {
                yield return Rejected(name, problem);
            }
            else
            {
                foreach (CutInput input in Guarded(name, ReadEntry(archive, entry, name, level), level + 1))
                {
                    yield return input;
                }
            }
        }
    }

    private IEnumerable<CutInput> ReadEntry(InputContent archive, ArchiveEntry entry, string name, int level)
    {
        using Stream stream = archive.Limit.Of(entry.Open());
        var content = new InputContent(name, $"{archive.Place}/{entry.Path}", entry.Path, new PeekableStream(stream), archive.Limit);
        foreach (CutInput input in Read(content, level + 1))
        {
            yield return input;
        }
    }

    /// <summary>Hands on the inputs of a content; if reading it fails, that is the last of them.</summary>
    /// <remarks>A decompression bomb is a matter of the whole file, not of the archive entry in which it goes off.</remarks>
    private static IEnumerable<CutInput> Guarded(string name, IEnumerable<CutInput> content, int level)
    {
        long before = 0;
        using IEnumerator<CutInput> inputs = content.GetEnumerator();
        while (true)
        {
            CutInput? input;
            try
            {
                input = inputs.MoveNext() ? inputs.Current : null;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException && (level == 0 || failure is not ExpansionException))
            {
                input = Rejected(name, FileContent.Explain(failure, before));
            }

            if (input is null)
            {
                yield break;
            }

            before++;
            yield return input;
        }
    }

    private static CutInput Marked(CutInput input, string format) => () => input().Select(each => each.Format.Length > 0 ? each : each with { Format = format });
}
