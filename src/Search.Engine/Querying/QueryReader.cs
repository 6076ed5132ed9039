using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;

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
/// <param name="Pairs">The pairs of the collection that each token of the sequence forms with the next, and what each counts.</param>
internal sealed record ReadPart(
    bool IsQuoted, IReadOnlyList<Reading> Tokens, IReadOnlyList<Reading> Sequence, IReadOnlyList<IReadOnlyList<(DictionaryTerm Term, float Weight)>> Pairs);

/// <summary>Finds out which terms of the collection the tokens of a query stand for.</summary>
internal sealed class QueryReader(IndexView view, RankingWeights weights, MarksMode marks)
{
    private readonly TermDictionary _dictionary = new(view);
    private readonly long _collectionLength = ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field)));

    /// <summary>Reads all parts of a query.</summary>
    public IReadOnlyList<ReadPart> Read(ParsedQuery query)
    {
        bool hasTones = query.Parts.SelectMany(part => part.Tokens).Any(token => HasTone(token.Term));
        return [.. query.Parts.Select(part => Read(part, hasTones))];
    }

    /// <summary>What marks that were not typed mean.</summary>
    public MarksMode Marks => marks;

    /// <summary>All terms that a token may stand for, by the marks that were typed alone.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isExact">Whether it stands only for itself.</param>
    public Reading Group(QueryToken token, bool isExact) =>
        new(token, [.. Candidates(token, isExact).Terms.Where(term => term.Occurrences.Count > 0).Select(term => (term, 1f))]);

    /// <inheritdoc cref="TermDictionary.Tokens"/>
    public IReadOnlyList<(DictionaryTerm Term, float Weight)>? Expand(TermPattern pattern, int most, CancellationToken cancellation) =>
        _dictionary.Tokens(pattern, most, cancellation);

    private static bool HasTone(string term) => Syllable.TryParse(term, out Syllable syllable) && syllable.Tone != ToneMark.None;

    private ReadPart Read(QueryPart part, bool hasTones)
    {
        List<MarkRestoration.Candidates> candidates = [.. part.Tokens.Select(token => Candidates(token, part.IsQuoted))];
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

    private MarkRestoration.Candidates Candidates(QueryToken token, bool isQuoted)
    {
        bool isExact = marks == MarksMode.Exact || isQuoted || !token.Term.Any(char.IsLetter)
            || (marks == MarksMode.Auto && HasTone(token.Term));
        List<DictionaryTerm> terms = isExact ? []
            : [.. _dictionary.TokensAlike(DiacriticFolding.Fold(token.Term))
                .Where(term => marks == MarksMode.Ignore || MarkRelations.Between(token.Term, term.Canonical) != MarkRelation.None)];
        int asTyped = terms.FindIndex(term => term.Canonical == token.Term);
        if (terms.Count == 0)
        {
            terms.Add(_dictionary.Token(token.Term));
            asTyped = 0;
        }

        return new(terms, asTyped);
    }

    private Dictionary<(string First, string Second), DictionaryTerm> Pairs(MarkRestoration.Candidates first, MarkRestoration.Candidates second)
    {
        IEnumerable<DictionaryTerm> pairs = first.Terms.Count == 1 && second.Terms.Count == 1
            ? [_dictionary.Pair($"{first.Terms[0].Canonical} {second.Terms[0].Canonical}")]
            : _dictionary.PairsAlike($"{DiacriticFolding.Fold(first.Terms[0].Canonical)} {DiacriticFolding.Fold(second.Terms[0].Canonical)}");
        return pairs.Where(pair => pair.Occurrences.Count > 0).ToDictionary(pair => Split(pair.Canonical));
    }

    private static (string First, string Second) Split(string pair)
    {
        int space = pair.IndexOf(' ', StringComparison.Ordinal);
        return (pair[..space], pair[(space + 1)..]);
    }

    /// <summary>Weighs the candidates of a token: the one that was meant counts in full.</summary>
    private Reading Weigh(QueryToken token, MarkRestoration.Candidates candidates, int meant, bool hasTones)
    {
        bool isAsTyped = hasTones && meant >= 0 && meant == candidates.AsTyped;
        float other = marks == MarksMode.Ignore ? 1
            : isAsTyped ? 0   // somebody who types tones meant this word
            : hasTones ? weights.PartlyMarked : weights.Unmarked;
        return new(token, [.. candidates.Terms
            .Select((term, i) => (term, Weight: i == meant || i == candidates.AsTyped || meant < 0 ? 1 : other))
            .Where(each => each.Weight > 0 && each.term.Occurrences.Count > 0)]);
    }

    private static List<(DictionaryTerm Term, float Weight)> Weigh(
        IReadOnlyDictionary<(string First, string Second), DictionaryTerm> pairs, Reading first, Reading second) =>
        [.. pairs
            .Select(pair => (pair.Value, Weight: first.WeightOf(pair.Key.First) * second.WeightOf(pair.Key.Second)))
            .Where(pair => pair.Weight > 0)];
}
