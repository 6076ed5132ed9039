using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Engine.Articles;
using Search.Engine.Counting;
using Search.Engine.Indexing;
using Search.Engine.Searching;

namespace Search.Engine.Watching;

/// <summary>Finds what was written behind a place among the articles that a search lists.</summary>
/// <remarks>
/// <para>The index itself is the queue: each article has the number of the write that made it and of the last that changed it. An article made behind the place is new,
/// however often it was changed since; so nothing is missed between two calls, and nothing is kept for them but the place.</para>
/// <para>A commit may hold writes behind its <see cref="WriteSpan.Last"/> while some before these are not in it yet. They are left to the next commit, whose span has them.</para>
/// </remarks>
internal static class ChangeReader
{
    /// <summary>Reads the changes of one view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="search">What to look for.</param>
    /// <param name="after">The place.</param>
    /// <param name="withUpdates">Whether articles count that were there before.</param>
    /// <param name="most">Changes wanted.</param>
    public static ArticleChanges Read(IndexView view, PreparedSearch search, long after, bool withUpdates, int most)
    {
        long last = view.Writes.Last;
        FixedBitSet listed = search.ListedAmong(new ConstantScoreQuery(new WrittenSince(after)));
        var changes = new List<(long Number, int Document, bool IsNew)>();
        foreach (AtomicReaderContext leaf in view.Reader.Leaves)
        {
            NumericDocValues made = leaf.AtomicReader.GetNumericDocValues(ArticleSchema.Made);
            NumericDocValues written = leaf.AtomicReader.GetNumericDocValues(ArticleSchema.Written);
            foreach (int document in listed.In(leaf))
            {
                bool isNew = made.Get(document) > after;
                long number = isNew ? made.Get(document) : written.Get(document);
                if (number <= last && (isNew || withUpdates))
                {
                    changes.Add((number, leaf.DocBase + document, isNew));
                }
            }
        }

        changes.Sort();
        long position = changes.Count > most ? changes[most - 1].Number : Math.Max(after, last);
        return new([.. changes.Take(most).Select(change => new ArticleChange(view.IdOf(change.Document), change.Number, change.IsNew))], position);
    }
}
