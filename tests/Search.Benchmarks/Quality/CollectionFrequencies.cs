using System.Text.Json;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Quality;

/// <summary>In how many articles of a collection each of its words occurs, as a search index would answer.</summary>
internal sealed class CollectionFrequencies
{
    private readonly Dictionary<string, Entry> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private CollectionFrequencies() => _bySpan = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed class Entry
    {
        public int Articles { get; set; }

        public int LastArticle { get; set; }
    }

    public int Articles { get; private set; }

    /// <summary>Counts the terms of titles and bodies.</summary>
    public static CollectionFrequencies Count(string folder, string set)
    {
        var frequencies = new CollectionFrequencies();
        var scanner = new VietnameseTokenScanner();
        foreach (JsonElement article in JsonLinesFile.Read(folder, $"{set}/corpus.jsonl.gz"))
        {
            frequencies.Articles++;
            frequencies.Add(scanner, article.GetProperty("title").GetString() ?? "");
            frequencies.Add(scanner, article.GetProperty("body").GetString() ?? "");
        }

        return frequencies;
    }

    /// <summary>The number of articles with this word.</summary>
    public double Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out Entry? entry) ? (double)entry.Articles / Articles : 0;

    private void Add(VietnameseTokenScanner scanner, string text)
    {
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            if (!_bySpan.TryGetValue(scanner.Term, out Entry? entry))
            {
                _bySpan[scanner.Term] = entry = new Entry();
            }

            if (entry.LastArticle != Articles)
            {
                entry.LastArticle = Articles;
                entry.Articles++;
            }
        }
    }
}
