using System.Buffers;
using System.IO.Pipelines;

namespace Search.Server.Articles;

/// <summary>Reads a body line by line; memory is bounded by the longest line allowed, not by the body.</summary>
/// <param name="body">The body.</param>
/// <param name="longestLine">In bytes, without the line end.</param>
internal sealed class NdjsonReader(PipeReader body, int longestLine)
{
    private long _number;

    /// <summary>Reads the next line that is not blank.</summary>
    /// <returns><see langword="null"/> at the end of the body.</returns>
    public async Task<NdjsonLine?> ReadAsync(CancellationToken cancellation)
    {
        while (await ReadAnyAsync(cancellation) is { } line)
        {
            if (line.IsTooLong || !line.Content.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                return line;
            }
        }

        return null;
    }

    private async Task<NdjsonLine?> ReadAnyAsync(CancellationToken cancellation)
    {
        long skipped = 0;
        long searched = 0;   // bytes of the buffer known to hold no line end
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellation);
            ReadOnlySequence<byte> buffer = read.Buffer;
            if (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
            {
                NdjsonLine line = Line(buffer.Slice(0, end), skipped);
                body.AdvanceTo(buffer.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                NdjsonLine? last = skipped + buffer.Length > 0 ? Line(buffer, skipped) : null;
                body.AdvanceTo(buffer.End);
                return last;
            }

            if (skipped + buffer.Length > longestLine)
            {
                skipped += buffer.Length;
                searched = 0;
                body.AdvanceTo(buffer.End);
            }
            else
            {
                searched = buffer.Length;
                body.AdvanceTo(buffer.Start, buffer.End);
            }
        }
    }

    private NdjsonLine Line(ReadOnlySequence<byte> bytes, long skipped) =>
        skipped + bytes.Length > longestLine ? new(++_number, default, IsTooLong: true) : new(++_number, bytes.ToArray(), IsTooLong: false);
}

/// <summary>One line of a body.</summary>
/// <param name="Number">1-based; blank lines count.</param>
/// <param name="Content">Its bytes without the line end, in memory of their own; empty if it is too long.</param>
/// <param name="IsTooLong">Whether it was longer than allowed, and skipped.</param>
internal readonly record struct NdjsonLine(long Number, ReadOnlyMemory<byte> Content, bool IsTooLong);
