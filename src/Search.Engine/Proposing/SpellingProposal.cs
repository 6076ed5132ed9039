using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Vietnamese.Spelling;
using Search.Vietnamese.Tokens;
using QueryReading = Search.Engine.Querying.QueryReading;

namespace Search.Engine.Proposing;

/// <summary>Finds what a mistyped query was meant to say, by the words and pairs of the collection: <i>did you mean</i>.</summary>
/// <remarks>Only words are doubted that stand in a pair which the collection does not have, and, in a short query that finds little, all
/// words. They are tried one at a time, the others standing as they were read, for two mistakes side by side are rare. Numbers, acronyms,
/// document numbers, capitalized foreign words and what is quoted are never doubted.</remarks>
/// <param name="view">The collection.</param>
/// <param name="dictionary">Its terms.</param>
internal sealed class SpellingProposal(IndexView view, TermDictionary dictionary)
{
    /// <summary>Fewer articles with all words are little.</summary>
    private const int FewArticles = 3;

    /// <summary>In longer queries it says nothing that few articles have all words.</summary>
    private const int MostWordsOfShortQuery = 4;

    /// <summary>How many words may be changed in one part of a query.</summary>
    private const int MostChanges = 2;

    /// <summary>How much likelier, as a natural logarithm, a proposal must be.</summary>
    private static readonly double LeastGain = Math.Log(20);

    private readonly QuerySpelling _spelling = new(
        new SpellingCandidates(folded => view.Searcher.Spellings.Alike(folded, dictionary)),
        new PairModel(
            (first, second) => dictionary.Pair($"{first} {second}").TotalTermFreq,
            ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field)))));

    /// <summary>Another query that may have been meant, with the marks of all its words.</summary>
    /// <param name="typed">The query.</param>
    /// <param name="parts">What its tokens stand for.</param>
    /// <param name="matchingAll">How many articles have all of them.</param>
    /// <returns><see langword="null"/> where nothing else is likely enough.</returns>
    public string? Of(TypedQuery typed, IReadOnlyList<ReadPart> parts, int matchingAll)
    {
        bool doubtsAll = matchingAll < FewArticles && parts.Sum(part => part.Sequence.Count) <= MostWordsOfShortQuery;
        var words = new List<QueryReading>();
        bool isChanged = false;
        foreach (ReadPart part in parts.Where(part => !part.IsQuoted))
        {
            string[] meant = Meant(typed, part, doubtsAll, out bool differs);
            isChanged |= differs;
            words.AddRange(part.Sequence.Zip(meant)
                .Where(each => each.First.Token.Term != each.Second)
                .Select(each => new QueryReading(
                    QueryReadingKind.MarksRestored,
                    QueryReadings.InCaseOf(typed.Text.AsSpan(each.First.Token.Start..each.First.Token.End), each.Second),
                    each.First.Token.Start, each.First.Token.End, IsReplaced: false)));
        }

        return isChanged ? QueryReadings.ReadAs(typed.Text, words) : null;
    }

    /// <summary>The words of a part as they were meant.</summary>
    private string[] Meant(TypedQuery typed, ReadPart part, bool doubtsAll, out bool differs)
    {
        string[] words = [.. part.Sequence.Select(AsRead)];
        bool[] mayDiffer = [.. part.Sequence.Select(reading => MayDiffer(reading.Token, typed, part))];
        bool[] isPairMissing = [.. part.Pairs.Select(pair => pair.All.Count == 0)];
        differs = false;
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

            (differs, words[best.Word], mayDiffer[best.Word]) = (true, best.Meant, false);
            for (int pair = Math.Max(0, best.Word - 1); pair <= best.Word && pair < isPairMissing.Length; pair++)
            {
                isPairMissing[pair] = dictionary.Pair($"{words[pair]} {words[pair + 1]}").TotalTermFreq == 0;
            }
        }

        return words;

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

    /// <summary>The word that a token was read as: the most frequent of the likely ones.</summary>
    private static string AsRead(Reading reading) =>
        reading.Likely.Count == 0 ? reading.Token.Term : reading.Likely.MaxBy(each => each.Term.TotalTermFreq).Term.Canonical;

    private static bool MayDiffer(QueryToken token, TypedQuery typed, ReadPart part) =>
        (token.Type == TokenType.Syllable || (token.Type == TokenType.Word && !char.IsUpper(typed.Text[token.Start])))
        && !part.Tokens.Any(other => other.Token.PositionCount > 1
            && token.Position >= other.Token.Position && token.Position < other.Token.Position + other.Token.PositionCount);
}
