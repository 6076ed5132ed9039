using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Vietnamese.Folding;

namespace Search.Engine.Suggesting;

/// <summary>Finds titles that have what was typed: those that begin with it, then those that have it at the border of a word, newest first.</summary>
/// <remarks>Looked up by the pairs of adjacent words that titles are indexed with, so nothing is kept in memory and nothing is stale.</remarks>
internal sealed class TitleCompletions(IndexView view, TermDictionary terms)
{
    /// <summary>A single word must have so many letters: the beginnings of fewer are in too many titles to say anything.</summary>
    private const int FewestLetters = 3;

    /// <summary>Newest titles read in search of those that begin with what was typed, for each one wanted.</summary>
    private const int ReadForEach = 2;

    /// <summary>The best titles.</summary>
    public IEnumerable<Suggestion> Find(TypedText typed, int size) => size <= 0 ? [] : Newest(Candidates(typed), ReadForEach * size)
        .Select(document => Of(view.Article(document), typed))
        .Where(found => found.Suggestion is not null)
        .OrderByDescending(found => found.IsAtStart)   // stable: otherwise the newest first
        .Select(found => found.Suggestion!)            // not null by the condition
        .Take(size);

    private static (Suggestion? Suggestion, bool IsAtStart) Of(Article article, TypedText typed)
    {
        IReadOnlyList<TextRange> ranges = typed.RangesIn(article.Title, out bool isAtStart);
        Suggestion? suggestion = ranges.Count == 0 ? null : new()
        {
            Text = article.Title,
            Ranges = ranges,
            Kind = SuggestionKind.Title,
            Count = 1,
            ArticleId = article.Id,
            Url = article.Url,
        };
        return (suggestion, isAtStart);
    }

    /// <summary>The documents whose title has every pair that was typed, perhaps not side by side.</summary>
    private IEnumerable<int> Candidates(TypedText typed)
    {
        List<List<DictionaryTerm>> groups = [.. Groups(typed)];
        return groups.Count == 0 || groups.Any(group => group.Count == 0)
            ? []
            : view.Reader.Leaves.SelectMany(leaf => In(leaf, groups, isPair: typed.Words.Count > 0).Select(document => leaf.DocBase + document));
    }

    private IEnumerable<List<DictionaryTerm>> Groups(TypedText typed)
    {
        if (typed.Words.Count == 0)
        {
            if (typed.Beginning.Length >= FewestLetters)
            {
                yield return [.. terms.TokensBeginningWith(typed.Folded).Where(term => MarkedPrefix.Begins(term.Canonical, typed.Beginning))];
            }

            yield break;
        }

        for (int i = 1; i < typed.Words.Count; i++)
        {
            (string first, string second) = (typed.Words[i - 1], typed.Words[i]);
            yield return [.. terms.PairsAlike(DiacriticFolding.Fold($"{first} {second}"))
                .Where(pair => Split(pair) is var (a, b) && TypedText.IsWord(first, a) && TypedText.IsWord(second, b))];
        }

        string last = typed.Words[^1];
        yield return [.. terms.PairsBeginningWith(DiacriticFolding.Fold($"{last} {typed.Beginning}"))
            .Where(pair => Split(pair) is var (a, b) && TypedText.IsWord(last, a) && MarkedPrefix.Begins(b, typed.Beginning))];
    }

    private static (string First, string Second) Split(DictionaryTerm pair)
    {
        int space = pair.Canonical.IndexOf(' ', StringComparison.Ordinal);
        return (pair.Canonical[..space], pair.Canonical[(space + 1)..]);
    }

    /// <summary>The documents of a segment that have a term of every group.</summary>
    private static List<int> In(AtomicReaderContext leaf, List<List<DictionaryTerm>> groups, bool isPair)
    {
        List<List<TermOccurrence>> here = [.. groups.Select(group => group
            .SelectMany(term => term.Occurrences).Where(each => each.Leaf == leaf.Ord && each.Field == TextField.Title).ToList())];
        if (here.Exists(group => group.Count == 0))
        {
            return [];
        }

        TermsEnum terms = leaf.AtomicReader.GetTerms((isPair ? ArticleSchema.PairFields : ArticleSchema.TokenFields)[(int)TextField.Title]).GetEnumerator();
        List<(DocsEnum[] Postings, long Cost)> opened = [.. here
            .Select(group => group.Select(each => Open(terms, each, leaf.AtomicReader.LiveDocs)).ToArray())
            .Select(postings => (postings, postings.Sum(each => each.GetCost()))).OrderBy(group => group.Item2)];
        var common = new List<int>();
        foreach (DocsEnum postings in opened[0].Postings)
        {
            while (postings.NextDoc() is var document and not DocIdSetIterator.NO_MORE_DOCS)
            {
                common.Add(document);
            }
        }

        common.Sort();
        foreach ((DocsEnum[] group, _) in opened.Skip(1))
        {
            common = [.. common.Where(document => Array.Exists(group, postings =>
                document == (postings.DocID < document ? postings.Advance(document) : postings.DocID)))];
        }

        return common;
    }

    private static DocsEnum Open(TermsEnum terms, TermOccurrence occurrence, IBits? live)
    {
        terms.SeekExact(occurrence.Form, occurrence.State);
        return terms.Docs(live, null, DocsFlags.NONE);
    }

    private List<int> Newest(IEnumerable<int> documents, int count)
    {
        var oldestFirst = new PriorityQueue<int, long>();
        NumericDocValues? dates = MultiDocValues.GetNumericValues(view.Reader, ArticleSchema.Date);
        IBits? dated = MultiDocValues.GetDocsWithField(view.Reader, ArticleSchema.Date);
        foreach (int document in documents.Distinct())
        {
            long date = dates is not null && dated is not null && dated.Get(document) ? dates.Get(document) : long.MinValue;
            if (oldestFirst.Count < count)
            {
                oldestFirst.Enqueue(document, date);
            }
            else
            {
                oldestFirst.EnqueueDequeue(document, date);
            }
        }

        var newest = new List<int>(oldestFirst.Count);
        while (oldestFirst.TryDequeue(out int document, out _))
        {
            newest.Add(document);
        }

        newest.Reverse();
        return newest;
    }
}
