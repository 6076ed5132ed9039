using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Vietnamese.Folding;

namespace Search.Engine.Querying;

/// <summary>Whether marks that were not typed may stand in the text.</summary>
public enum MarksMode
{
    /// <summary>A word without its marks finds all words that have them; marks that were typed must be there.</summary>
    Auto,

    /// <summary>Words are found as they were typed.</summary>
    Exact,

    /// <summary>Marks do not count at all.</summary>
    Ignore,
}

/// <summary>A part of a query with what its tokens stand for.</summary>
/// <param name="IsQuoted">Whether it is a phrase.</param>
/// <param name="Tokens">One reading for each token of the part, a composite before its parts.</param>
/// <param name="Sequence">Those that form pairs and phrases: one at each position.</param>
/// <param name="Pairs">The pairs of the collection that each token of the sequence forms with the next.</param>
internal sealed record ReadPart(bool IsQuoted, IReadOnlyList<Reading> Tokens, IReadOnlyList<Reading> Sequence, IReadOnlyList<ReadPair> Pairs)
{
    /// <summary>Whether the collection has all tokens and all pairs of them.</summary>
    public bool Occurs => Sequence.All(reading => reading.All.Count > 0) && Pairs.All(pair => pair.All.Count > 0);
}

/// <summary>The pairs of the collection that two adjacent tokens may stand for, as in <see cref="Reading"/>.</summary>
internal sealed record ReadPair(IReadOnlyList<WeightedTerm> Likely, IReadOnlyList<WeightedTerm> Group)
{
    /// <inheritdoc cref="Reading.All"/>
    public IReadOnlyList<WeightedTerm> All => Group.Count > 0 ? Group : Likely;
}

/// <summary>Finds out which terms of the collection the tokens of a query stand for.</summary>
/// <param name="view">The collection.</param>
/// <param name="dictionary">Its terms.</param>
/// <param name="weights">The constants of the model.</param>
/// <param name="marks">What marks mean.</param>
/// <param name="relaxesQuotes">Whether a quotation that does not occur as it was typed may have marks that were not typed.</param>
internal sealed class QueryReader(IndexView view, TermDictionary dictionary, RankingWeights weights, MarksMode marks, bool relaxesQuotes)
{
    private readonly long _collectionLength = ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field)));

    /// <summary>Reads all parts of a query.</summary>
    public IReadOnlyList<ReadPart> Read(ParsedQuery query) => [.. query.Parts.Select(part => Read(part, query.HasTones))];

    /// <summary>What marks that were not typed mean.</summary>
    public MarksMode Marks => marks;

    /// <summary>All terms that a token may stand for, by the marks that were typed alone.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isExact">Whether it stands only for itself.</param>
    public Reading Group(QueryToken token, bool isExact) =>
        new(token, [.. Candidates(token, isExact).Terms.Where(term => term.Occurrences.Count > 0).Select(term => new WeightedTerm(term, 1))], []);

    /// <inheritdoc cref="TermDictionary.Tokens"/>
    public IReadOnlyList<WeightedTerm>? Expand(TermPattern pattern, int most, CancellationToken cancellation) =>
        dictionary.Tokens(pattern, most, cancellation)?.Select(term => new WeightedTerm(term, 1)).ToList();

    /// <inheritdoc cref="FuzzyWord.Terms"/>
    public IReadOnlyList<WeightedTerm> SpelledAlike(string word, CancellationToken cancellation) => FuzzyWord.Terms(word, dictionary, cancellation);

    private ReadPart Read(QueryPart part, bool hasTones)
    {
        ReadPart read = Read(part, hasTones, isLiteral: part.IsQuoted);
        return part.IsQuoted && relaxesQuotes && marks == MarksMode.Auto && !read.Occurs ? Read(part, hasTones, isLiteral: false) : read;
    }

    private ReadPart Read(QueryPart part, bool hasTones, bool isLiteral)
    {
        List<MarkRestoration.Candidates> candidates = [.. part.Tokens.Select(token => Candidates(token, isLiteral))];
        List<int> sequence = [.. Enumerable.Range(0, part.Tokens.Count).Where(i => SyllablePairFilter.FormsPairs(part.Tokens[i].Type, part.Tokens[i].PositionCount))];
        List<IReadOnlyDictionary<(string, string), DictionaryTerm>> pairs = [.. sequence.Zip(sequence.Skip(1), (first, second) => Pairs(candidates[first], candidates[second]))];
        int[] meant = MarkRestoration.BestPath(
            [.. sequence.Select(i => candidates[i])],
            [.. pairs.Select(each => each.ToDictionary(pair => pair.Key, pair => pair.Value.TotalTermFreq))],
            _collectionLength,
            hasTones ? weights.AsTypedBonus : 0);
        Reading[] readings = [.. part.Tokens.Select((token, i) =>
            Weigh(token, candidates[i], sequence.IndexOf(i) is var place and >= 0 ? meant[place] : -1, hasTones))];
        List<Reading> sequenceReadings = [.. sequence.Select(i => readings[i])];
        return new(part.IsQuoted, readings, sequenceReadings,
            [.. pairs.Select((each, i) => Weigh(each, sequenceReadings[i], sequenceReadings[i + 1]))]);
    }

    private MarkRestoration.Candidates Candidates(QueryToken token, bool isLiteral)
    {
        bool isExact = marks == MarksMode.Exact || isLiteral || !token.Term.Any(char.IsLetter)
            || (marks == MarksMode.Auto && token.HasTone);
        List<DictionaryTerm> terms = isExact ? []
            : [.. dictionary.TokensAlike(DiacriticFolding.Fold(token.Term))
                .Where(term => marks == MarksMode.Ignore || MarkRelations.Between(token.Term, term.Canonical) != MarkRelation.None)];
        int asTyped = terms.FindIndex(term => term.Canonical == token.Term);
        if (terms.Count == 0)
        {
            terms.Add(dictionary.Token(token.Term));
            asTyped = 0;
        }

        return new(terms, asTyped);
    }

    private Dictionary<(string First, string Second), DictionaryTerm> Pairs(MarkRestoration.Candidates first, MarkRestoration.Candidates second)
    {
        IEnumerable<DictionaryTerm> pairs = first.Terms.Count == 1 && second.Terms.Count == 1
            ? [dictionary.Pair($"{first.Terms[0].Canonical} {second.Terms[0].Canonical}")]
            : dictionary.PairsAlike($"{DiacriticFolding.Fold(first.Terms[0].Canonical)} {DiacriticFolding.Fold(second.Terms[0].Canonical)}");
        return pairs.Where(pair => pair.Occurrences.Count > 0).ToDictionary(pair => Split(pair.Canonical));
    }

    private static (string First, string Second) Split(string pair)
    {
        int space = pair.IndexOf(' ', StringComparison.Ordinal);
        return (pair[..space], pair[(space + 1)..]);
    }

    /// <summary>Sets the candidates that were most likely meant apart from the rest.</summary>
    private Reading Weigh(QueryToken token, MarkRestoration.Candidates candidates, int meant, bool hasTones)
    {
        IReadOnlyList<WeightedTerm> all = [.. candidates.Terms.Where(term => term.Occurrences.Count > 0).Select(term => new WeightedTerm(term, 1))];
        if (marks == MarksMode.Ignore || meant < 0)
        {
            return new(token, all, []);
        }

        IReadOnlyList<WeightedTerm> likely =
            [.. all.Where(each => each.Term == candidates.Terms[meant] || (candidates.AsTyped >= 0 && each.Term == candidates.Terms[candidates.AsTyped]))];
        bool isAsTyped = hasTones && meant == candidates.AsTyped;   // somebody who types tones meant this word
        return new(token, likely, isAsTyped || likely.Count == all.Count ? [] : all);
    }

    private static ReadPair Weigh(IReadOnlyDictionary<(string First, string Second), DictionaryTerm> pairs, Reading first, Reading second)
    {
        IReadOnlyList<WeightedTerm> likely = Of(first.Likely, second.Likely);
        IReadOnlyList<WeightedTerm> all = Of(first.All, second.All);
        return new(likely, likely.Count == all.Count ? [] : all);

        IReadOnlyList<WeightedTerm> Of(IReadOnlyList<WeightedTerm> firsts, IReadOnlyList<WeightedTerm> seconds) =>
            [.. pairs
                .Select(pair => new WeightedTerm(pair.Value, WeightedTerm.Of(firsts, pair.Key.First) * WeightedTerm.Of(seconds, pair.Key.Second)))
                .Where(pair => pair.Weight > 0)];
    }
}
