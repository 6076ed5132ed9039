using Search.Benchmarks.Quality;

namespace Search.Benchmarks.Peers;

/// <summary>The queries of a measure: whole headlines and sets of queries, and words out of the headlines.</summary>
internal sealed class QueryClasses
{
    private const int LettersOfPrefix = 2;
    private const int LettersOfFuzzy = 4;

    private readonly PeerTerms _terms = new();
    private readonly int _most;

    /// <param name="most">Queries of a class, at most.</param>
    public QueryClasses(int most) => _most = most;

    /// <summary>All classes.</summary>
    /// <param name="titles">The titles of the corpus.</param>
    /// <param name="files">Sets of queries: files of JSON lines with a <c>text</c>, each called after its folder.</param>
    public IReadOnlyList<QueryClass> Of(IReadOnlyList<string> titles, IReadOnlyList<string> files)
    {
        List<(string Name, IReadOnlyList<PeerQuery> Queries)> sets = [("headlines", Whole(titles))];
        sets.AddRange(files.Select(file => (Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))!,   // a file lies in a folder
            Whole([.. JsonLinesFile.Strings(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file), "text")]))));
        IReadOnlyList<PeerQuery> two = Words(titles, 2);
        return
        [
            new("one word", Operation.Or, Words(titles, 1)),
            new("two words", Operation.Or, two),
            .. sets.Select(static set => new QueryClass($"OR {set.Name}", Operation.Or, set.Queries)),
            .. sets.Select(static set => new QueryClass($"AND {set.Name}", Operation.And, set.Queries)),
            .. sets.Select(static set => new QueryClass($"unmarked {set.Name}", Operation.Unmarked, set.Queries)),
            new("phrase of three", Operation.Phrase, Words(titles, 3)),
            new("prefix", Operation.Prefix, [.. Runs(titles, 3).Select(static run => PeerQuery.Of([.. run.Take(2), run[2][..LettersOfPrefix]]))]),
            new("fuzzy", Operation.Fuzzy, [.. Runs(titles, 1).Where(static run => run[0].Length >= LettersOfFuzzy).Select(static run => PeerQuery.Of(run))]),
            new("two words of a fifth of the time", Operation.Dated, two),
            new("two words, newest first", Operation.Newest, two),
            new("two words with facets", Operation.Facets, two),
            new("two words with snippets", Operation.Snippets, two),
            new("two words, exact count", Operation.Count, two),
        ];
    }

    /// <summary>Every n-th text as a query; a term counts once.</summary>
    private IReadOnlyList<PeerQuery> Whole(IReadOnlyList<string> texts) =>
        [.. Sample(texts).Select(text => (Text: text, Terms: _terms.Of(text))).Where(static query => query.Terms.Count > 0).Select(static query => PeerQuery.Of(query.Terms.Distinct(), query.Text))];

    private IReadOnlyList<PeerQuery> Words(IReadOnlyList<string> titles, int count) => [.. Runs(titles, count).Select(static run => PeerQuery.Of(run))];

    /// <summary>Terms side by side in a title, all of letters: those at a place that differs from title to title.</summary>
    private IEnumerable<List<string>> Runs(IReadOnlyList<string> titles, int count)
    {
        int place = 0;
        foreach (string title in Sample(titles))
        {
            List<string> terms = _terms.Of(title);
            List<List<string>> runs = [.. Enumerable.Range(0, Math.Max(0, terms.Count - count + 1)).Select(start => terms.GetRange(start, count))];
            runs.RemoveAll(static run => !run.All(static term => term.Length >= LettersOfPrefix && term.All(char.IsLetter)));
            if (runs.Count > 0)
            {
                yield return runs[place++ % runs.Count];
            }
        }
    }

    private IEnumerable<string> Sample(IReadOnlyList<string> texts)
    {
        double step = Math.Max(1, (double)texts.Count / _most);
        for (int i = 0; i < _most && (int)(i * step) < texts.Count; i++)
        {
            yield return texts[(int)(i * step)];
        }
    }
}
