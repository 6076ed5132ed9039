using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.Postings;

/// <summary>The documents of a term, one by one; or by blocks, for who asks for <see cref="Blocks"/> before the first.</summary>
internal sealed class BlockDocsEnum : DocsEnum
{
    private IBits? _live;
    private int _document = -1;
    private int _place;

    /// <summary>The documents by blocks.</summary>
    public PostingsBlocks Blocks { get; } = new();

    /// <inheritdoc/>
    public override int DocID => _document;

    /// <inheritdoc/>
    public override int Freq => (int)Blocks.Frequencies[_place];

    /// <summary>Stands before the first document of a term.</summary>
    public void Open(SharedInput file, BlockPostingsState term, IBits? live)
    {
        Blocks.Open(file, term);
        (_live, _document, _place) = (live, -1, -1);
    }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_document + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            ReadOnlySpan<int> documents = Blocks.Documents;
            if (documents.Length == 0 || documents[^1] < target)
            {
                if (!Blocks.ReadFor(target))
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
    public override long GetCost() => Blocks.DocumentFrequency;
}
