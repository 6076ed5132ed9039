using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Vietnamese.Tokens;

namespace Search.Analysis;

/// <summary>The tokens of <see cref="VietnameseTokenScanner"/> as a Lucene token stream.</summary>
/// <remarks>Terms are canonical (small letters, NFC, tone mark in place). A composite stands over its parts: they follow it at its position,
/// and its position length says how many places it spans. Offsets are UTF-16 code units of the text as read. A sentence end
/// raises the position by <see cref="SentenceGap"/> more, a line end by <see cref="ParagraphGap"/>, so that no phrase crosses them.</remarks>
public sealed class VietnameseTokenizer : Tokenizer
{
    /// <summary>Places left free between two sentences.</summary>
    public const int SentenceGap = 1;

    /// <summary>Places left free between two paragraphs.</summary>
    public const int ParagraphGap = 10;

    /// <summary>The most UTF-16 code units of a term.</summary>
    public const int LongestTerm = 255;

    private readonly VietnameseTokenScanner _scanner = new();
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _positionIncrement;
    private readonly IPositionLengthAttribute _positionLength;
    private readonly ITypeAttribute _type;
    private char[] _text = new char[4096];
    private int _length;
    private int _position;

    /// <summary>Reads a text.</summary>
    public VietnameseTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _positionIncrement = AddAttribute<IPositionIncrementAttribute>();
        _positionLength = AddAttribute<IPositionLengthAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _length = 0;
        while (m_input.Read(_text, _length, _text.Length - _length) is var read and > 0)
        {
            _length += read;
            if (_length == _text.Length)
            {
                Array.Resize(ref _text, 2 * _length);
            }
        }

        _scanner.Reset(_text.AsMemory(0, _length));
        _position = -1;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!_scanner.MoveNext())
        {
            return false;
        }

        VietnameseToken token = _scanner.Current;
        ClearAttributes();
        ReadOnlySpan<char> term = IndexedPart(_scanner.Term);
        term.CopyTo(_term.ResizeBuffer(term.Length));
        _term.Length = term.Length;
        _offset.SetOffset(CorrectOffset(token.Start), CorrectOffset(token.End));
        _positionIncrement.PositionIncrement = token.Position - _position + (_position < 0 ? 0 : GapBefore(token.Break));
        _positionLength.PositionLength = token.PositionCount;
        _type.Type = token.Type.Name();
        _position = token.Position;
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        int end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    /// <summary>The part of a scanned term that stands in the index.</summary>
    /// <remarks>A term is cut at <see cref="LongestTerm"/>: beyond it there is no word, and Lucene refuses terms over 32,766 bytes.</remarks>
    public static ReadOnlySpan<char> IndexedPart(ReadOnlySpan<char> term) =>
        term.Length <= LongestTerm ? term
        : term[..(char.IsHighSurrogate(term[LongestTerm - 1]) ? LongestTerm - 1 : LongestTerm)];

    /// <summary>The places left free before a token after a break.</summary>
    public static int GapBefore(TextBreak textBreak) => textBreak switch
    {
        TextBreak.Sentence => SentenceGap,
        TextBreak.Paragraph => ParagraphGap,
        _ => 0,
    };
}
