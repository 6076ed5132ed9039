using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Vietnamese.Tokens;

namespace Search.Analysis;

/// <summary>Passes tokens through and records the pairs that adjacent ones form, for a second field of the same text.</summary>
/// <remarks>
/// <para>Most Vietnamese words are two syllables, so pairs are the strongest evidence there is. They are indexed as terms
/// (<c>đối ngoại</c>) without positions. A pair joins tokens at adjacent positions, also inside a composite; none crosses a sentence.</para>
/// <para>Consume this stream, then <see cref="Recorded"/>: the text is analyzed once for both fields. Terms must be canonical here; <see cref="Recorded"/>
/// holds them in <see cref="FoldedOrder"/>.</para>
/// </remarks>
public sealed class SyllablePairFilter : TokenFilter
{
    /// <summary>Types of tokens that stand over others even where they span one place: #vietnam, http://漢.</summary>
    private static readonly FrozenSet<string> SingleComposites =
        Enum.GetValues<TokenType>().Where(IsSingleComposite).Select(type => type.Name()).ToFrozenSet(StringComparer.Ordinal);

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _positionIncrement;
    private readonly IPositionLengthAttribute _positionLength;
    private readonly ITypeAttribute _type;
    private readonly PairStream _pairs = new();

    /// <summary>The last token that may begin a pair, with a space behind it.</summary>
    private readonly char[] _first = new char[VietnameseTokenizer.LongestTerm + 1];
    private readonly char[] _pair = new char[(2 * VietnameseTokenizer.LongestTerm) + 1];
    private int _firstLength;
    private int _position;
    private int _firstPosition;

    /// <summary>Records the pairs of a stream.</summary>
    public SyllablePairFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _positionIncrement = AddAttribute<IPositionIncrementAttribute>();
        _positionLength = AddAttribute<IPositionLengthAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <summary>The pairs of the text that was consumed last.</summary>
    public TokenStream Recorded => _pairs;

    /// <summary>Whether a token forms pairs and phrases with its neighbours.</summary>
    /// <remarks>Composites are left to their parts; the value of a Roman numeral stands where its letters do.</remarks>
    /// <param name="type">What the token is.</param>
    /// <param name="positionCount">The places it spans.</param>
    public static bool FormsPairs(TokenType type, int positionCount) => positionCount == 1 && !IsSingleComposite(type);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _pairs.Clear();
        _firstLength = 0;
        _position = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        _position += _positionIncrement.PositionIncrement;
        if (_positionLength.PositionLength == 1 && !SingleComposites.Contains(_type.Type))
        {
            Record(_term.Buffer.AsSpan(0, Math.Min(_term.Length, VietnameseTokenizer.LongestTerm)));
        }

        return true;
    }


    private static bool IsSingleComposite(TokenType type) => type is TokenType.Roman or TokenType.Tag or TokenType.Url;

    private void Record(ReadOnlySpan<char> term)
    {
        if (_firstLength > 0 && _position == _firstPosition + 1)
        {
            _first.AsSpan(0, _firstLength).CopyTo(_pair);
            term.CopyTo(_pair.AsSpan(_firstLength));
            _pairs.Add(_pair.AsSpan(0, _firstLength + term.Length));
        }

        term.CopyTo(_first);
        _first[term.Length] = ' ';
        _firstLength = term.Length + 1;
        _firstPosition = _position;
    }

    /// <summary>Pairs kept in one buffer until they are read.</summary>
    private sealed class PairStream : TokenStream
    {
        private readonly ICharTermAttribute _term;
        private char[] _chars = new char[8192];
        private int[] _ends = new int[1024];
        private int _count;
        private int _next;

        public PairStream() => _term = AddAttribute<ICharTermAttribute>();

        public void Clear() => _count = 0;

        public void Add(ReadOnlySpan<char> pair)
        {
            int start = _count == 0 ? 0 : _ends[_count - 1];
            if (start + FoldedOrder.LongestForm(pair.Length) > _chars.Length)
            {
                Array.Resize(ref _chars, 2 * _chars.Length);
            }

            if (_count == _ends.Length)
            {
                Array.Resize(ref _ends, 2 * _count);
            }

            _ends[_count++] = start + FoldedOrder.Write(pair, _chars.AsSpan(start));
        }

        public override void Reset()
        {
            base.Reset();
            _next = 0;
        }

        public override bool IncrementToken()
        {
            if (_next == _count)
            {
                return false;
            }

            ClearAttributes();
            int start = _next == 0 ? 0 : _ends[_next - 1];
            _term.CopyBuffer(_chars, start, _ends[_next++] - start);
            return true;
        }
    }
}
