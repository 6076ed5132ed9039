using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Vietnamese.Folding;

namespace Search.Analysis;

/// <summary>Follows every token that has marks with its form without marks at the same position, so that <c>da nang</c> finds <c>Đà Nẵng</c>,
/// and a query with marks still finds only what has them.</summary>
/// <remarks>For the index side only. In: canonical terms. Out: the same, and after each with marks one more, with a position increment of 0;
/// offsets, position length and type are those of the token itself.</remarks>
public sealed class FoldedFormFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _positionIncrement;
    private State? _marked;

    /// <summary>Filters a stream of canonical terms.</summary>
    public FoldedFormFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _positionIncrement = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _marked = null;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_marked is not null)
        {
            RestoreState(_marked);   // the consumer may have changed the token
            _marked = null;
            _term.Length = DiacriticFolding.Fold(_term.Buffer.AsSpan(0, _term.Length));
            _positionIncrement.PositionIncrement = 0;
            return true;
        }

        if (!m_input.IncrementToken())
        {
            return false;
        }

        _marked = DiacriticFolding.HasDiacritics(_term.Buffer.AsSpan(0, _term.Length)) ? CaptureState() : null;
        return true;
    }
}
