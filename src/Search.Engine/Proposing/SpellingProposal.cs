using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Tokens;
using QueryReading = Search.Engine.Querying.QueryReading;

namespace Search.Engine.Proposing;

/// <summary>Another query that may have been meant.</summary>
/// <param name="Text">The query, with the marks of all its words.</param>
/// <param name="Parts">What was typed, its mistyped words read as those that were meant as well.</param>
/// <param name="Readings">These words.</param>
internal sealed record Proposal(string Text, IReadOnlyList<ReadPart> Parts, IReadOnlyList<QueryReading> Readings);

/// <summary>Finds what a mistyped query was meant to say, by the words and pairs of the collection: <i>did you mean</i>.</summary>
/// <remarks>Only words are doubted that stand in a pair which the collection does not have, and, in a short query that finds little, all
/// words. They are tried one at a time, the others standing as they were read, for two mistakes side by side are rare. Numbers, acronyms,
/// document numbers, capitalized foreign words that occur, and what is quoted are never doubted.</remarks>
/// <param name="view">The collection.</param>
/// <param name="dictionary">Its terms.</param>
/// <param name="worth">What an occurrence of a word counts that was meant instead of one typed.</param>
internal sealed class SpellingProposal(IndexView view, TermDictionary dictionary, float worth)
{
    /// <summary>Fewer articles with all words are little.</summary>
    public const int FewArticles = 3;

    /// <summary>In longer queries it says nothing that few articles have all words.</summary>
    private const int MostWordsOfShortQuery = 4;

    /// <summary>How many words may be changed in one part of a query.</summary>
    private const int MostChanges = 2;

    /// <summary>How much likelier, as a natural logarithm, a proposal must be.</summary>
    private static readonly double LeastGain = Math.Log(20);

    /// <summary>How many occurrences of a word outweigh what is known of the next word alone. The words in doubt stand in a pair that does not
    /// occur, which makes less of it enough than for whole texts: with 1,000, 71.6 in place of 75.9 % of mistyped headlines are found.</summary>
    private const double Smoothing = 100;

    private readonly QuerySpelling _spelling = new(
        new SpellingCandidates(folded => view.Searcher.Spellings.Alike(folded, dictionary)),
        new PairModel(
            (first, second) => dictionary.Pair($"{first} {second}").TotalTermFreq,
            ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field))))
        {
            Smoothing = Smoothing,
        });

    /// <summary>Another query that may have been meant.</summary>
    /// <param name="typed">The query.</param>
    /// <param name="parts">What its tokens stand for.</param>
    /// <param name="findsLittle">Whether few articles have all of them.</param>
    /// <returns><see langword="null"/> where nothing else is likely enough.</returns>
    public Proposal? Of(TypedQuery typed, IReadOnlyList<ReadPart> parts, bool findsLittle)
    {
        bool doubtsAll = findsLittle && parts.Sum(part => part.Sequence.Count) <= MostWordsOfShortQuery;
        var words = new List<QueryReading>();   // places in the text that was searched
        var read = new List<ReadPart>();
        foreach (ReadPart part in parts)
        {
            Dictionary<Reading, string> changed = part.IsQuoted ? [] : Changed(typed, part, doubtsAll);
            read.Add(changed.Count == 0 ? part : ReadAlsoAs(part, changed));
            words.AddRange(part.IsQuoted ? [] : part.Sequence
                .Select(reading => (reading.Token, IsChanged: changed.TryGetValue(reading, out string? meant), Meant: meant ?? reading.AsRead))
                .Where(each => each.Meant != each.Token.Term)
                .Select(each => new QueryReading(
                    each.IsChanged ? QueryReadingKind.Spelling : QueryReadingKind.MarksRestored,
                    QueryReadings.InCaseOf(typed.Text.AsSpan(each.Token.Start..each.Token.End), each.Meant), each.Token.Start, each.Token.End, IsReplaced: false)));
        }

        List<QueryReading> readings = [.. words.Where(word => word.Kind == QueryReadingKind.Spelling)
            .Select(word => word with { Start = typed.SentOffset(word.Start), End = typed.SentOffset(word.End) })];
        return readings.Count == 0 ? null : new(QueryReadings.ReadAs(typed.Text, words), read, readings);
    }

    /// <summary>A part whose mistyped words and their pairs stand for what was meant as well.</summary>
    private ReadPart ReadAlsoAs(ReadPart part, Dictionary<Reading, string> changed)
    {
        IEnumerable<ReadPair> pairs = part.Pairs.Select((pair, i) => changed.ContainsKey(part.Sequence[i]) || changed.ContainsKey(part.Sequence[i + 1])
            ? PairWith(pair, dictionary.Pair($"{Meant(part.Sequence[i])} {Meant(part.Sequence[i + 1])}"))
            : pair);
        return part with
        {
            Tokens = [.. part.Tokens.Select(Reread)],
            Sequence = [.. part.Sequence.Select(Reread)],
            Pairs = [.. pairs],
        };

        Reading Reread(Reading reading) => changed.TryGetValue(reading, out string? meant) && dictionary.Token(meant) is var term
            ? new(reading.Token, With(reading.Likely, term), reading.Group.Count == 0 ? [] : With(reading.Group, term))
            : reading;
        string Meant(Reading reading) => changed.GetValueOrDefault(reading) ?? reading.AsRead;
        ReadPair PairWith(ReadPair pair, DictionaryTerm meant) => new(With(pair.Likely, meant), pair.Group.Count == 0 ? [] : With(pair.Group, meant));
        IReadOnlyList<WeightedTerm> With(IReadOnlyList<WeightedTerm> terms, DictionaryTerm meant) =>
            meant.Occurrences.Count == 0 ? terms : [.. terms, new(meant, worth)];
    }

    /// <summary>The words of a part that were mistyped, and what was meant.</summary>
    private Dictionary<Reading, string> Changed(TypedQuery typed, ReadPart part, bool doubtsAll)
    {
        string[] words = [.. part.Sequence.Select(static reading => reading.AsRead)];
        bool[] mayDiffer = [.. part.Sequence.Select(reading => MayDiffer(reading, typed, part))];
        bool[] isPairMissing = [.. part.Pairs.Select(pair => pair.All.Count == 0)];
        var changed = new Dictionary<Reading, string>(ReferenceEqualityComparer.Instance);
        for (int change = 0; change < MostChanges; change++)
        {
            (int Word, string Meant, double Gain) best = (-1, "", LeastGain);
            foreach (int i in Enumerable.Range(0, words.Length).Where(i => mayDiffer[i] && (doubtsAll || IsDoubtful(i))))
            {
                if (Other(words, i) is var (meant, gain) && gain >= best.Gain)
                {
                    best = (i, meant, gain);
                }
            }

            if (best.Word < 0)
            {
                break;
            }

            changed.Add(part.Sequence[best.Word], best.Meant);
            (words[best.Word], mayDiffer[best.Word]) = (best.Meant, false);
            for (int pair = Math.Max(0, best.Word - 1); pair <= best.Word && pair < isPairMissing.Length; pair++)
            {
                isPairMissing[pair] = dictionary.Pair($"{words[pair]} {words[pair + 1]}").TotalTermFreq == 0;
            }
        }

        return changed;

        bool IsDoubtful(int i) => part.Sequence[i].All.Count == 0
            || (i > 0 && isPairMissing[i - 1] && mayDiffer[i - 1]) || (i < isPairMissing.Length && isPairMissing[i] && mayDiffer[i + 1]);
    }

    /// <summary>The likeliest other word at a place between its neighbours, if the collection has more of it there.</summary>
    private (string Meant, double Gain)? Other(string[] words, int i)
    {
        int start = Math.Max(0, i - 1);
        string[] typed = words[start..Math.Min(words.Length, i + 2)];
        return _spelling.BestOther([.. typed.Select((word, place) => new QueryWord(word, IsFixed: start + place != i))]) is { } other
            && Occurrences(other.Terms) > Occurrences(typed) ? (other.Terms[i - start], other.Gain) : null;
    }

    /// <summary>How often the pairs of some words occur; a word alone.</summary>
    private long Occurrences(IReadOnlyList<string> words) => words.Count == 1
        ? dictionary.Token(words[0]).TotalTermFreq
        : words.Zip(words.Skip(1)).Sum(pair => dictionary.Pair($"{pair.First} {pair.Second}").TotalTermFreq);

    /// <summary>Whether a token is a word by itself, and no foreign name that the collection knows.</summary>
    private static bool MayDiffer(Reading reading, TypedQuery typed, ReadPart part) => reading.Token is var token
        && (token.Type == TokenType.Syllable || (token.Type == TokenType.Word && (!char.IsUpper(typed.Text[token.Start]) || reading.All.Count == 0)))
        && !part.Tokens.Any(other => other.Token.PositionCount > 1
            && token.Position >= other.Token.Position && token.Position < other.Token.Position + other.Token.PositionCount);
}
