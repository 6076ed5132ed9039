using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Engine.Articles;

/// <summary>Terms that are not found by analysis, as a token stream. Reused from article to article.</summary>
internal sealed class TermListStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly List<string> _terms = [];
    private int _next;

    public TermListStream() => _term = AddAttribute<ICharTermAttribute>();

    public int Count => _terms.Count;

    public void Clear() => _terms.Clear();

    public void Add(string term) => _terms.Add(term);

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_terms[_next++]);
        return true;
    }
}
