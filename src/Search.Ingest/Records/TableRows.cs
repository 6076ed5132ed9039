using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Search.Articles;
using Search.Vietnamese.Encodings;

namespace Search.Ingest.Records;

/// <summary>One row of a table.</summary>
/// <param name="Line">The 1-based line in which it begins.</param>
/// <param name="Fields">Its fields in UTF-8, without their quotation marks; too few, if the row is malformed.</param>
/// <param name="Encoding">What it was converted from, where it alone was no UTF-8; else <see langword="null"/>.</param>
internal sealed record TableRow(long Line, byte[][] Fields, string? Encoding = null);

/// <summary>Cuts a stream into rows and fields, with no more than one row in memory.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly Stack<Piece> _pieces = [];
    private readonly char? _separator;
    private CsvMalformedReason? _malformed;

    /// <summary>Begins with the header.</summary>
    /// <param name="stream">UTF-8. Stays open.</param>
    /// <param name="separator">What parts the fields; <see langword="null"/> to be found out.</param>
    public TableRows(Stream stream, char? separator)
    {
        CsvReader rows = CsvReader.Create(stream, Options(separator, hasHeader: true), leaveOpen: true);
        _pieces.Push(new Piece(rows, LinesBefore: 0));
        try
        {
            Header = [.. rows.Headers];
        }
        catch (CsvFormatException)
        {
            Header = [];   // longer than an article may be
        }

        _separator = Header.Count > 0 ? rows.Separator : separator;
    }

    /// <summary>The names of the columns; none for what is no table.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Takes the next row.</summary>
    /// <param name="row">It, in memory of its own.</param>
    /// <param name="problem">Why it cannot be used, a sentence, or <see langword="null"/>.</param>
    /// <returns><see langword="false"/> at the end.</returns>
    public bool TryRead([NotNullWhen(true)] out TableRow? row, out string? problem)
    {
        (row, problem) = (null, null);
        while (row is null && _pieces.TryPeek(out Piece? piece))
        {
            _malformed = null;
            try
            {
                if (piece.Rows.Read())
                {
                    (row, problem) = Take(piece);
                }
                else
                {
                    Drop();
                }
            }
            catch (CsvFormatException tooLong)
            {
                row = new TableRow(piece.LinesBefore + tooLong.LineNumber, []);
                problem = $"The row is longer than {ArticleJson.MaxBytes} bytes (5 MiB): a quotation mark may not be closed. The rest of the file was not read.";
                Drop();
            }
        }

        return row is not null;
    }

    public void Dispose()
    {
        while (_pieces.Count > 0)
        {
            Drop();
        }
    }

    private CsvReaderOptions Options(char? separator, bool hasHeader) => new()
    {
        Separator = separator,
        HasHeader = hasHeader,
        MaxRecordSize = ArticleJson.MaxBytes,
        TrackLineNumbers = true,
        OnMalformedRecord = record => _malformed = record.Reason,
    };

    private (TableRow Row, string? Problem) Take(Piece piece)
    {
        CsvReader rows = piece.Rows;
        long line = piece.LinesBefore + rows.LineNumber;
        ReadOnlySpan<byte> raw = rows.RawRecord;
        if (_malformed is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote && raw.IndexOf((byte)'\n') is var end and >= 0)
        {
            byte[] rest = raw[(end + 1)..].ToArray();
            _pieces.Push(new Piece(CsvReader.Create(rest, Options(_separator, hasHeader: false)), line));
            return (new TableRow(line, []), "The quotation marks of the row do not match.");
        }

        DetectedText? detected = Utf8.IsValid(raw) ? null : EncodingDetector.Detect(raw);
        byte[][] fields = new byte[rows.FieldCount][];
        for (int i = 0; i < fields.Length; i++)
        {
            ReadOnlySpan<byte> field = rows.GetSpan(i);
            fields[i] = detected is null ? field.ToArray() : Encoding.UTF8.GetBytes(detected.Encoding.Decode(field));
        }

        return (new TableRow(line, fields, detected?.Encoding.Name), null);
    }

    private void Drop() => _pieces.Pop().Rows.Dispose();

    /// <summary>Rows to be read before those that were begun earlier: the stream, and on it what a malformed row had swallowed.</summary>
    private sealed record Piece(CsvReader Rows, long LinesBefore);
}
