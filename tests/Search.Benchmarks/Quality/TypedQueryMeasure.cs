using Search.Vietnamese.Tokens;
using Search.Vietnamese.Typing;

namespace Search.Benchmarks.Quality;

/// <summary>How many real queries, typed without an input method, are read as they were meant.</summary>
internal static class TypedQueryMeasure
{
    private const int Examples = 12;

    private static readonly string[] Sets =
        ["news-baomoi-2017/headline-queries.jsonl", "news-tags-24h/queries.jsonl", "news-clusters-mds/queries.jsonl", "websearch-vi/queries.jsonl", "legal-alqac22/queries.jsonl"];

    private static readonly (string Name, Func<string, TypingHabit, string> Encode)[] Methods =
        [("Telex", (text, habit) => Telex.Encode(text, habit)), ("VNI", (text, habit) => Vni.Encode(text, habit))];

    public static void Run(string folder, TextWriter output)
    {
        CollectionFrequencies frequencies = CollectionFrequencies.Count(folder, "news-baomoi-2017");
        var decoder = new TypingDecoder();
        (string Name, Func<string, DecodedQuery?> Decode)[] decoders =
            [("By the rules alone", decoder.DecodeQuery), ($"Knowing {frequencies.Articles} articles", text => decoder.DecodeQuery(text, frequencies.Of))];
        foreach ((string name, Func<string, DecodedQuery?> decode) in decoders)
        {
            output.WriteLine(name);
            foreach (string set in Sets)
            {
                string[] queries = [.. JsonLinesFile.Strings(folder, set, "text").Where(query => Telex.Encode(query) != query)];
                foreach (var method in Methods)
                {
                    foreach (TypingHabit habit in Enum.GetValues<TypingHabit>())
                    {
                        Report($"{set} {method.Name} {habit}", queries, query => method.Encode(query, habit), decode, output);
                    }

                    Report($"{set} {method.Name} small letters", queries, query => method.Encode(query, TypingHabit.ToneLast).ToLowerInvariant(), decode, output);
                }
            }
        }
    }

    private static void Report(string name, string[] queries, Func<string, string> typed, Func<string, DecodedQuery?> decode, TextWriter output)
    {
        int right = 0;
        int words = 0;
        var wrong = new List<string>();
        foreach (string query in queries)
        {
            string keys = typed(query);
            string[] meant = Terms(query);
            string[] read = Terms(decode(keys)?.Text ?? keys);
            string[] wrongHere = [.. meant.Except(read)];
            words += meant.Length;
            right += meant.SequenceEqual(read) ? 1 : 0;
            wrong.AddRange(wrongHere.Length == 0 && !meant.SequenceEqual(read) ? [.. read.Except(meant)] : wrongHere);
        }

        output.WriteLine($"  {name}: {right} of {queries.Length} queries, {(double)right / queries.Length:P2}; {wrong.Count} of {words} words wrong");
        output.WriteLine($"    {string.Join(", ", wrong.GroupBy(word => word).OrderByDescending(group => group.Count()).Take(Examples).Select(group => $"{group.Key} ({group.Count()})"))}");
    }

    private static string[] Terms(string text)
    {
        var scanner = new VietnameseTokenScanner();
        var terms = new List<string>();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            if (scanner.Current.Type is TokenType.Syllable or TokenType.Word or TokenType.Acronym)
            {
                terms.Add(scanner.Term.ToString());
            }
        }

        return [.. terms];
    }
}
