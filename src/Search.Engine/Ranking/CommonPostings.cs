using Lucene.Net.Index;

namespace Search.Engine.Ranking;

/// <summary>The documents that several postings have in common, with the lowest of their frequencies.</summary>
/// <remarks>Over the pairs of a phrase (thành phố, phố hồ, hồ chí, chí minh) these are its occurrences, but for an article that has all
/// of its pairs apart from each other and the phrase nowhere; without reading positions.</remarks>
internal sealed class CommonPostings(DocsEnum[] postings) : DocsEnum
{
    private int _document = -1;

    public override int DocID => _document;

    public override int Freq => postings.Min(static each => each.Freq);

    public override int NextDoc() => Advance(_document + 1);

    public override int Advance(int target)
    {
        for (int agreeing = 0, i = 0; agreeing < postings.Length; i = (i + 1) % postings.Length)
        {
            int document = postings[i].DocID < target ? postings[i].Advance(target) : postings[i].DocID;
            if (document == NO_MORE_DOCS)
            {
                return _document = NO_MORE_DOCS;
            }

            agreeing = document > target ? 1 : agreeing + 1;
            target = document;
        }

        return _document = target;
    }

    public override long GetCost() => postings.Min(static each => each.GetCost());
}
