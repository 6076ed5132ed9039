using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;

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
    /// <summary>Other words that mean what some of its words mean.</summary>
    public IReadOnlyList<ReadExpansion> Expansions { get; init; } = [];

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
/// <param name="marks">What marks mean.</param>
/// <param name="relaxesQuotes">Whether a quotation that does not occur as it was typed may have marks that were not typed.</param>
/// <param name="expander">Finds other words for the same; <see langword="null"/> to search for the words of the query alone.</param>
internal sealed class QueryReader(
    IndexView view, TermDictionary dictionary, MarksMode marks, bool relaxesQuotes, QueryExpander? expander)
{
    /// <summary>How often a pair counts in one article, on average, for what was meant: in a small collection one article that repeats a pair would decide it.</summary>
    private const int MostRepeats = 2;

    private readonly long _collectionLength = ArticleSchema.TokenFields.Sum(field => Math.Max(0, view.Reader.GetSumTotalTermFreq(field)));

    /// <summary>Reads all parts of a query.</summary>
    public IReadOnlyList<ReadPart> Read(ParsedQuery query) => [.. query.Parts.Select(part => Read(part, query))];

    /// <summary>What marks that were not typed mean.</summary>
    public MarksMode Marks => marks;

    /// <summary>All terms that a token may stand for, by the marks that were typed alone.</summary>
    /// <param name="token">The token.</param>
    /// <param name="isExact">Whether it stands only for itself.</param>
    public Reading Group(QueryToken token, bool isExact) =>
        new(token, [.. Candidates(token, isExact).Words.Terms.Where(term => term.Occurrences.Count > 0).Select(term => new WeightedTerm(term, 1))], []);

    /// <inheritdoc cref="TermDictionary.Tokens"/>
    public IReadOnlyList<WeightedTerm>? Expand(TermPattern pattern, int most, CancellationToken cancellation) =>
        dictionary.Tokens(pattern, most, cancellation)?.Select(term => new WeightedTerm(term, 1)).ToList();

    /// <inheritdoc cref="FuzzyWord.Terms"/>
    public IReadOnlyList<WeightedTerm> SpelledAlike(string word, CancellationToken cancellation) => FuzzyWord.Terms(word, dictionary, cancellation);

    /// <summary>What a token may stand for.</summary>
    /// <param name="Words">The words with the marks that were typed and more.</param>
    /// <param name="Variants">Their other spellings with i or y, each with the word that it is a spelling of.</param>
    private readonly record struct TokenCandidates(MarkRestoration.Candidates Words, IReadOnlyList<(DictionaryTerm Of, WeightedTerm Variant)> Variants)
    {
        public IEnumerable<string> Spellings => Words.Terms.Concat(Variants.Select(static each => each.Variant.Term)).Select(static term => term.Canonical);

        /// <summary>Those of some of its words that occur, and their other spellings.</summary>
        public IReadOnlyList<WeightedTerm> Occurring(Func<DictionaryTerm, bool> isAmong) =>
        [
            .. Words.Terms.Where(term => term.Occurrences.Count > 0 && isAmong(term)).Select(static term => new WeightedTerm(term, 1)),
            .. Variants.Where(each => isAmong(each.Of)).Select(static each => each.Variant),
        ];
    }

    private ReadPart Read(QueryPart part, ParsedQuery query)
    {
        ReadPart read = Read(part, query.HasTones, isLiteral: part.IsQuoted);
        if (part.IsQuoted)
        {
            return relaxesQuotes && marks == MarksMode.Auto && !read.Occurs ? Read(part, query.HasTones, isLiteral: false) : read;
        }

        return expander is null ? read : read with { Expansions = expander.Expand(query.Text, read.Tokens, read.Sequence) };
    }

    private ReadPart Read(QueryPart part, bool hasTones, bool isLiteral)
    {
        List<TokenCandidates> candidates = [.. part.Tokens.Select((token, i) => WithVariants(Candidates(token, isLiteral), part, i))];
        List<int> sequence = [.. Enumerable.Range(0, part.Tokens.Count).Where(i => SyllablePairFilter.FormsPairs(part.Tokens[i].Type, part.Tokens[i].PositionCount))];
        List<IReadOnlyDictionary<(string, string), DictionaryTerm>> pairs = [.. sequence.Zip(sequence.Skip(1), (first, second) => Pairs(candidates[first], candidates[second]))];
        int[] meant = MarkRestoration.BestPath(
            [.. sequence.Select(i => candidates[i].Words)],
            [.. pairs.Select(each => each.ToDictionary(pair => pair.Key, static pair => Math.Min(pair.Value.TotalTermFreq, MostRepeats * pair.Value.DocFreq)))],
            _collectionLength);
        Reading[] readings = [.. part.Tokens.Select((token, i) =>
            Weigh(token, candidates[i], sequence.IndexOf(i) is var place and >= 0 ? meant[place] : -1, hasTones))];
        List<Reading> sequenceReadings = [.. sequence.Select(i => readings[i])];
        return new(part.IsQuoted, readings, sequenceReadings,
            [.. pairs.Select((each, i) => Weigh(each, sequenceReadings[i], sequenceReadings[i + 1]))]);
    }

    private TokenCandidates Candidates(QueryToken token, bool isLiteral)
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

        return new(new(terms, asTyped), []);
    }

    /// <summary>Adds other spellings with i or y, unless words are searched as they were typed.</summary>
    private TokenCandidates WithVariants(TokenCandidates candidates, QueryPart part, int token)
    {
        bool isCapitalized = part.Tokens[token].IsCapitalized;
        bool isAmongCapitalized = (token > 0 && part.Tokens[token - 1].IsCapitalized) || (token + 1 < part.Tokens.Count && part.Tokens[token + 1].IsCapitalized);
        if (expander is null || part.IsQuoted || part.Tokens[token].Type != TokenType.Syllable)
        {
            return candidates;
        }

        float weight = IyVariant.Weight(isCapitalized, isAmongCapitalized, isQuoted: false);
        return candidates with
        {
            Variants =
            [
                .. candidates.Words.Terms
                    .Select(term => (Of: term, Spelling: IyVariant.Of(term.Canonical)))
                    .Where(each => each.Spelling is not null && !candidates.Words.Terms.Any(term => term.Canonical == each.Spelling))
                    .Select(each => (each.Of, new WeightedTerm(dictionary.Token(each.Spelling!), weight)))   // not null: just filtered
                    .Where(static each => each.Item2.Term.Occurrences.Count > 0),
            ],
        };
    }

    private Dictionary<(string First, string Second), DictionaryTerm> Pairs(TokenCandidates first, TokenCandidates second)
    {
        IEnumerable<DictionaryTerm> pairs = first.Words.Terms.Count == 1 && second.Words.Terms.Count == 1
            ? Combine(first.Spellings, second.Spellings, static spelling => spelling).Select(dictionary.Pair)
            : Combine(first.Spellings, second.Spellings, DiacriticFolding.Fold).SelectMany(dictionary.PairsAlike);
        return pairs.Where(pair => pair.Occurrences.Count > 0).ToDictionary(pair => Split(pair.Canonical));
    }

    private static IEnumerable<string> Combine(IEnumerable<string> first, IEnumerable<string> second, Func<string, string> form)
    {
        List<string> seconds = [.. second.Select(form).Distinct(StringComparer.Ordinal)];
        return first.Select(form).Distinct(StringComparer.Ordinal).SelectMany(one => seconds.Select(other => $"{one} {other}"));
    }

    private static (string First, string Second) Split(string pair)
    {
        int space = pair.IndexOf(' ', StringComparison.Ordinal);
        return (pair[..space], pair[(space + 1)..]);
    }

    /// <summary>Sets the candidates that were most likely meant apart from the rest.</summary>
    private Reading Weigh(QueryToken token, TokenCandidates candidates, int meant, bool hasTones)
    {
        IReadOnlyList<WeightedTerm> all = candidates.Occurring(static _ => true);
        if (marks == MarksMode.Ignore || meant < 0)
        {
            return new(token, all, []);
        }

        (IReadOnlyList<DictionaryTerm> words, int asTyped) = candidates.Words;
        IReadOnlyList<WeightedTerm> likely = candidates.Occurring(word => word == words[meant] || (asTyped >= 0 && word == words[asTyped]));
        bool isAsTyped = hasTones && meant == asTyped;   // somebody who types tones meant this word
        return new(token, likely, isAsTyped || likely.Count == all.Count ? [] : all) { Meant = words[meant].Canonical };
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
