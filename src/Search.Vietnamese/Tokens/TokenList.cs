using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tokens;

/// <summary>A few tokens with their terms, in arrays that are used again. A term is written first, in one piece or several, then its token is added.</summary>
internal sealed class TokenList
{
    private VietnameseToken[] _tokens = new VietnameseToken[16];
    private int[] _termEnds = new int[16];
    private char[] _terms = new char[256];

    /// <summary>The characters of the terms of all tokens, and of all terms with what is written of the next.</summary>
    private int _added;
    private int _written;

    public int Count { get; private set; }

    /// <summary>What is written of the term of the next token.</summary>
    public Span<char> Written => _terms.AsSpan(_added, _written - _added);

    public VietnameseToken this[int index] => _tokens[index];

    public ReadOnlySpan<char> Term(int index)
    {
        int start = index == 0 ? 0 : _termEnds[index - 1];
        return _terms.AsSpan(start, _termEnds[index] - start);
    }

    public void Clear()
    {
        Count = 0;
        _added = 0;
        _written = 0;
    }

    /// <summary>Room for more of the term, of which <see cref="Advance"/> says how much was used.</summary>
    public Span<char> Reserve(int length)
    {
        if (_written + length > _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(2 * _terms.Length, _written + length));
        }

        return _terms.AsSpan(_written);
    }

    /// <summary>Keeps the first characters of the room reserved last, or drops the last ones written if negative.</summary>
    public void Advance(int length) => _written += length;

    public void Write(ReadOnlySpan<char> characters)
    {
        characters.CopyTo(Reserve(characters.Length));
        _written += characters.Length;
    }

    public void WriteLower(ReadOnlySpan<char> characters)
    {
        Span<char> term = Reserve(characters.Length);
        for (int i = 0; i < characters.Length; i++)
        {
            term[i] = NormalizedText.Lower(characters[i]);
        }

        _written += characters.Length;
    }

    public void DropWritten() => _written = _added;

    /// <summary>Adds the token of the term written.</summary>
    public void Add(VietnameseToken token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * Count);
            Array.Resize(ref _termEnds, 2 * Count);
        }

        _tokens[Count] = token;
        _termEnds[Count++] = _written;
        _added = _written;
    }
}
