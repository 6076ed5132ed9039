using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Search.Vietnamese.Tokens;

namespace Search.Benchmarks.Quality;

/// <summary>The terms of a news archive and its pairs of adjacent terms within a sentence, with their frequencies.</summary>
internal sealed class NewsCounts
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<long> _frequencies = [];
    private readonly Dictionary<(int First, int Second), int> _pairs = [];

    /// <summary>All tokens.</summary>
    public long Length { get; private set; }

    /// <summary>The terms and their frequencies.</summary>
    public IEnumerable<(string Term, long Frequency)> Terms => _terms.Zip(_frequencies);

    /// <summary>Reads a <c>corpus.jsonl.gz</c>.</summary>
    public static NewsCounts Read(string path)
    {
        var counts = new NewsCounts();
        var scanner = new VietnameseTokenScanner();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument article = JsonDocument.Parse(line);
            foreach (string field in (string[])["title", "body"])
            {
                if (article.RootElement.TryGetProperty(field, out JsonElement text))
                {
                    scanner.Reset(text.GetString().AsMemory());
                    counts.Add(scanner);
                }
            }
        }

        return counts;
    }

    public long Frequency(string term) => _ids.TryGetValue(term, out int id) ? _frequencies[id] : 0;

    public long PairFrequency(string first, string second) =>
        _ids.TryGetValue(first, out int a) && _ids.TryGetValue(second, out int b) ? _pairs.GetValueOrDefault((a, b)) : 0;

    private void Add(VietnameseTokenScanner scanner)
    {
        var ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        int previous = -1;
        while (scanner.MoveNext())
        {
            if (scanner.Current.PositionCount > 1 || scanner.Current.Type == TokenType.Roman)
            {
                continue;
            }

            if (!ids.TryGetValue(scanner.Term, out int id))
            {
                id = _terms.Count;
                _terms.Add(scanner.Term.ToString());
                _frequencies.Add(0);
                ids[scanner.Term] = id;
            }

            Length++;
            _frequencies[id]++;
            if (previous >= 0 && scanner.Current.Break == TextBreak.None)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (previous, id), out _)++;
            }

            previous = id;
        }
    }
}
