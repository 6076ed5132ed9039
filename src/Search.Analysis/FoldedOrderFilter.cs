using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Analysis;

/// <summary>Puts terms into their <see cref="FoldedOrder"/> form.</summary>
/// <remarks>In: canonical terms. Out: the same tokens with other terms; offsets and positions are not touched.</remarks>
public sealed class FoldedOrderFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private char[] _form = new char[FoldedOrder.LongestForm(VietnameseTokenizer.LongestTerm)];

    /// <summary>Filters a stream of canonical terms.</summary>
    public FoldedOrderFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        int length = _term.Length;
        if (FoldedOrder.LongestForm(length) > _form.Length)
        {
            _form = new char[FoldedOrder.LongestForm(length)];
        }

        int written = FoldedOrder.Write(_term.Buffer.AsSpan(0, length), _form);
        if (written != length)
        {
            _term.CopyBuffer(_form, 0, written);
        }

        return true;
    }
}
