using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>The documents of a term, one by one.</summary>
internal sealed class BlockDocsEnum : DocsEnum
{
    private readonly PostingsBlocks _blocks = new();
    private IBits? _live;
    private int _document = -1;
    private int _place;

    /// <inheritdoc/>
    public override int DocID => _document;

    /// <inheritdoc/>
    public override int Freq => (int)_blocks.Frequencies[_place];

    /// <summary>Stands before the first document of a term.</summary>
    public void Open(BlockPostingsState term, IBits? live)
    {
        _blocks.Open(term);
        (_live, _document, _place) = (live, -1, -1);
    }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_document + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            ReadOnlySpan<int> documents = _blocks.Documents;
            if (documents.Length == 0 || documents[^1] < target)
            {
                if (!_blocks.ReadFor(target))
                {
                    return _document = NO_MORE_DOCS;
                }

                _place = -1;
                continue;
            }

            do
            {
                _place++;
            }
            while (documents[_place] < target);

            if (_live is null || _live.Get(documents[_place]))
            {
                return _document = documents[_place];
            }

            target = documents[_place] + 1;
        }
    }

    /// <inheritdoc/>
    public override long GetCost() => _blocks.DocumentFrequency;
}
