using Search.Ingest.Streams;

namespace Search.Ingest.Warc;

/// <summary>What a file of gzip members holds, with a way to go on behind a damaged one: web archives compress every record for itself.</summary>
/// <remarks>Compressed bytes are handed to the decompressor in pieces that end where the next member may begin. It asks for a piece only when it has
/// handed out all of the last, so at a failure it is known from where on to search.</remarks>
internal sealed class GzipMembers : ForwardStream
{
    private readonly Pieces _pieces;
    private GzipContent _content;

    public GzipMembers(Stream compressed)
    {
        _pieces = new Pieces(compressed);
        _content = new GzipContent(_pieces);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The member is damaged or cut short; go on with <see cref="TryGoOn"/>.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = _content.Read(buffer);
        _pieces.HasGivenContent |= count > 0;
        return count;
    }

    /// <summary>Says that what was read so far was complete, so that the next bytes are those of another member.</summary>
    public void BeginMember() => _pieces.IsMemberAwaited = true;

    /// <summary>Whether reading came past the member before <see cref="BeginMember"/>, so that this one was whole.</summary>
    public bool HasBegunMember => !_pieces.IsMemberAwaited || _content.IsFollowedByOther;

    /// <summary>Goes on at the next place where a member may begin.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool TryGoOn()
    {
        _content = new GzipContent(_pieces);   // the old one is left alone: it would close the pieces
        return _pieces.TryGoOn();
    }

    /// <summary>The compressed bytes, each piece from one possible beginning of a member to the next, or a part of that.</summary>
    private sealed class Pieces(Stream stream) : ForwardStream
    {
        private static readonly byte[] Magic = [0x1F, 0x8B, 8];

        private readonly byte[] _buffer = new byte[1 << 16];
        private int _pieceStart;
        private int _start;
        private int _end;
        private bool _isOver;
        private bool _isExpected;
        private bool _isSecondTry;

        /// <summary>Whether the next piece should be the beginning of a member.</summary>
        public bool IsMemberAwaited { get; set; } = true;

        /// <summary>Whether any content came out of the latest piece.</summary>
        public bool HasGivenContent { get; set; }

        public override int Read(Span<byte> buffer)
        {
            Fill();
            int length = Math.Min(PieceLength(), buffer.Length);
            _buffer.AsSpan(_start, length).CopyTo(buffer);
            (_pieceStart, _start) = (_start, _start + length);
            (_isExpected, IsMemberAwaited, HasGivenContent) = (IsMemberAwaited, false, false);
            return length;
        }

        /// <summary>Moves to the beginning that the decompressor ran into while it took it for a part of something else, or else to the next one.</summary>
        public bool TryGoOn()
        {
            _isSecondTry = !(_isSecondTry && !HasGivenContent) && !(_isExpected && HasGivenContent) && _buffer.AsSpan(_pieceStart.._start).StartsWith(Magic);
            _start = _isSecondTry ? _pieceStart : _start;
            while (true)
            {
                Fill();
                int next = _buffer.AsSpan(_start.._end).IndexOf(Magic);
                if (next >= 0)
                {
                    _start += next;
                    IsMemberAwaited = true;
                    return true;
                }

                if (_isOver)
                {
                    return false;
                }

                _start = Math.Max(_start, _end - Magic.Length + 1);
            }
        }

        private int PieceLength()
        {
            ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start.._end);
            int next = bytes.Length > 1 ? bytes[1..].IndexOf(Magic) : -1;
            return next >= 0 ? 1 + next : _isOver ? bytes.Length : Math.Max(0, bytes.Length - Magic.Length + 1);
        }

        /// <summary>Reads on when no more is left than could be the beginning of a mark.</summary>
        private void Fill()
        {
            while (!_isOver && _end - _start < Magic.Length)
            {
                _buffer.AsSpan(_start.._end).CopyTo(_buffer);
                (_pieceStart, _start, _end) = (0, 0, _end - _start);
                int count = stream.Read(_buffer.AsSpan(_end));
                _end += count;
                _isOver = count == 0;
            }
        }
    }
}
