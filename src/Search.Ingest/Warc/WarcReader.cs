using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>A web archive: the pages and feeds among its responses and resources.</summary>
/// <remarks>The addresses are those under which they were archived. What an archive says about itself and its requests is no input; answers that
/// are errors or redirections, pictures, scripts and repeated visits are passed over.</remarks>
internal static class WarcReader
{
    private const string Damaged = "The record is damaged or cut short; reading went on at the next one.";

    /// <summary>Cuts the records and reads what they hold.</summary>
    /// <param name="content">The archive, compressed or not.</param>
    /// <param name="reader">Reads the payloads.</param>
    /// <exception cref="IOException">The archive cannot be read on.</exception>
    public static IEnumerable<CutInput> Read(InputContent content, InputReader reader)
    {
        GzipMembers? members = content.Stream.Peek(2) is [0x1F, 0x8B] ? new GzipMembers(content.Stream) : null;
        var records = new WarcRecords(members is null ? content.Stream : content.Limit.Of(members), members);
        bool goesOn = true;
        for (int number = 1; goesOn; number++)
        {
            WarcRecord? record = null;
            bool isDamaged = false;
            try
            {
                goesOn = records.TryRead(out record);
            }
            catch (InvalidDataException)
            {
                isDamaged = true;
                goesOn = records.TryGoOn();
            }

            IEnumerable<CutInput> inputs = isDamaged ? [InputReader.Rejected($"{content.Name}#{number}", Damaged)]
                : record is null ? []
                : Inputs(record, content, number, reader);
            foreach (CutInput input in inputs)
            {
                yield return input;
            }
        }
    }

    private static IEnumerable<CutInput> Inputs(WarcRecord record, InputContent archive, int number, InputReader reader)
    {
        string uri = record.TargetUri;
        string name = $"{archive.Name}#{(uri.Length > 0 ? uri : number)}";
        bool isPage = record.Type is "response" or "resource" or "conversion";
        if (!isPage || !IsOfWeb(uri))
        {
            return record.Type is "revisit" ? [InputReader.PassedOver(name, "It is a repeated visit, with nothing new.")] : [];
        }

        if (!record.IsIntact())
        {
            return [InputReader.Rejected(name, "The content of the record is not what its digest says: it is damaged.")];
        }

        try
        {
            return Payload(record, archive, name, reader);
        }
        catch (InvalidDataException unreadable)
        {
            return [InputReader.Rejected(name, unreadable.Message)];
        }
    }

    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    private static IEnumerable<CutInput> Payload(WarcRecord record, InputContent archive, string name, InputReader reader)
    {
        HttpResponse? http = record.Type == "response" ? HttpResponse.Parse(record.Block) : null;
        if (http is { Status: not (200 or 203) })
        {
            return [InputReader.PassedOver(name, $"The HTTP status is {http.Status}.")];
        }

        var address = new Uri(record.TargetUri);
        ContentType type = ContentType.Parse(http is null ? record.Field("Content-Type") : http.Field("Content-Type"));
        Stream body = archive.Limit.Of(http is null ? new MemoryStream(record.Block.ToArray(), writable: false) : http.OpenContent());
        var payload = new InputContent(name, $"{archive.Place}#{record.TargetUri}", "", new PeekableStream(body), archive.Limit)
        {
            Charset = type.Charset,
            Address = address,
        };
        bool isForRobots = address.AbsolutePath == "/robots.txt";
        return isForRobots || type.FormatOf(payload.Stream) is not { } format ? [InputReader.PassedOver(name, isForRobots ? "It is a robots.txt." : $"The type is {type.MediaType}.")]
            : record.IsTooLong ? [InputReader.Rejected(name, $"The content is longer than {WarcRecords.MostBlockBytes} bytes (32 MiB).")]
            : record.IsTruncated || http is { IsCutShort: true } ? [InputReader.Rejected(name, "The content was cut short when it was archived.")]
            : reader.ReadPayload(payload, format);
    }

    private static bool IsOfWeb(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" or "ftp" or "file";
}
