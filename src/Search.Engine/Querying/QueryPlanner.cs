using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Words;

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

/// <summary>Turns a parsed query into evidence over the terms that the collection has.</summary>
internal sealed class QueryPlanner(IndexView view, RankingWeights weights, MarksMode marks)
{
    /// <summary>Below this many syllables, stop words are all there is to go by.</summary>
    private const int FewestSyllablesWithStops = 3;

    private readonly TermDictionary _dictionary = new(view);
    private readonly List<Evidence> _evidence = [];
    private readonly List<HighlightPattern> _patterns = [];

    /// <summary>The terms that a query token may stand for, and what each counts.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="Terms">Those that occur in the collection.</param>
    /// <param name="IsExact">Whether only the token as typed counts.</param>
    private sealed record Reading(QueryToken Token, IReadOnlyList<(DictionaryTerm Term, float Weight)> Terms, bool IsExact)
    {
        public IReadOnlySet<string> Canonical { get; } = Terms.Select(each => each.Term.Canonical).Append(Token.Term).ToHashSet(StringComparer.Ordinal);

        public float WeightOf(ReadOnlySpan<char> canonical)
        {
            foreach ((DictionaryTerm term, float weight) in Terms)
            {
                if (canonical.SequenceEqual(term.Canonical))
                {
                    return weight;
                }
            }

            return 0;
        }
    }

    /// <summary>Plans a query.</summary>
    public SearchPlan Plan(ParsedQuery query)
    {
        bool hasTones = query.Parts.SelectMany(part => part.Tokens).Any(token => HasTone(token.Term));
        List<(QueryPart Part, List<Reading> Readings)> read =
            [.. query.Parts.Select(part => (part, part.Tokens.Select(token => Read(token, part.IsQuoted, hasTones)).ToList()))];
        bool mayHaveStops = read.Where(part => !part.Part.IsQuoted).Sum(part => Units(part.Readings).Count()) >= FewestSyllablesWithStops
            && read.Any(part => part.Part.IsQuoted || Units(part.Readings).Any(unit => !IsStop(unit[0])));
        foreach ((QueryPart part, List<Reading> readings) in read)
        {
            if (part.IsQuoted)
            {
                AddPhrase(readings);
            }
            else
            {
                AddUnits(readings, mayHaveStops);
            }

            AddPairs(readings);
        }

        return new(_evidence, _patterns);
    }

    private static bool HasTone(string term) => Syllable.TryParse(term, out Syllable syllable) && syllable.Tone != ToneMark.None;

    /// <summary>The units of a part: each begins with a composite or a token outside composites; the other readings of a unit follow.</summary>
    private static IEnumerable<List<Reading>> Units(List<Reading> readings)
    {
        for (int i = 0; i < readings.Count;)
        {
            int end = readings[i].Token.Position + readings[i].Token.PositionCount;
            int next = i + 1;
            while (next < readings.Count && readings[next].Token.Position < end)
            {
                next++;
            }

            yield return readings[i..next];
            i = next;
        }
    }

    /// <summary>The tokens that form pairs and phrases: one at each position, composites left to their parts.</summary>
    private static List<Reading> Sequence(List<Reading> readings)
    {
        var sequence = new List<Reading>();
        foreach (Reading reading in readings)
        {
            QueryToken token = reading.Token;
            bool isPart = token.PositionCount == 1 && token.Type is not (TokenType.Roman or TokenType.Tag);
            if (isPart)
            {
                sequence.Add(reading);
            }
        }

        return sequence;
    }

    private Reading Read(QueryToken token, bool isQuoted, bool hasTones)
    {
        bool isExact = marks == MarksMode.Exact || isQuoted || !token.Term.Any(char.IsLetter)
            || (marks == MarksMode.Auto && HasTone(token.Term));
        if (isExact)
        {
            return Exactly(token);
        }

        List<DictionaryTerm> alike = [.. _dictionary.TokensAlike(DiacriticFolding.Fold(token.Term))
            .Where(term => marks == MarksMode.Ignore || MarkRelations.Between(token.Term, term.Canonical) != MarkRelation.None)];
        float weight = weights.Unmarked;
        if (marks == MarksMode.Ignore)
        {
            weight = 1;
        }
        else if (hasTones)
        {
            long asTyped = alike.Where(term => term.Canonical == token.Term).Sum(term => term.TotalTermFreq);
            if (asTyped > weights.RareShare * alike.Sum(term => term.TotalTermFreq))
            {
                return Exactly(token);   // somebody who types tones meant this word
            }

            weight = weights.PartlyMarked;
        }

        return new(token, [.. alike.Select(term => (term, term.Canonical == token.Term ? 1 : weight))], IsExact: false);
    }

    private Reading Exactly(QueryToken token)
    {
        DictionaryTerm term = _dictionary.Token(token.Term);
        return new(token, term.Occurrences.Count > 0 ? [(term, 1)] : [], IsExact: true);
    }

    /// <summary>A stop word, or, typed without marks, letters that mostly are one in the collection.</summary>
    private static bool IsStop(Reading reading)
    {
        if (reading.Token.Type != TokenType.Syllable)
        {
            return false;
        }

        if (reading.IsExact || reading.Terms.Count == 0)
        {
            return StopWords.Contains(reading.Token.Term);
        }

        long all = reading.Terms.Sum(each => each.Term.TotalTermFreq);
        long stops = reading.Terms.Where(each => StopWords.Contains(each.Term.Canonical)).Sum(each => each.Term.TotalTermFreq);
        return 2 * stops > all;
    }

    private void AddUnits(List<Reading> readings, bool mayHaveStops)
    {
        List<Reading>? before = null;
        foreach (List<Reading> unit in Units(readings))
        {
            bool isStop = mayHaveStops && IsStop(unit[0]);
            bool isComposite = unit[0].Token.PositionCount > 1;
            List<EvidencePostings> postings = [.. unit.TakeWhile((each, i) => i == 0 || each.Token.Type == TokenType.Roman).SelectMany(each => Postings(each.Terms, isPair: false))];
            double documentFrequency = DocumentFrequency(unit[0].Terms);
            List<Reading> parts = Sequence(unit);
            if (isComposite && parts.Count > 1)
            {
                postings.AddRange(PhrasePostings(parts));
                documentFrequency = Math.Max(documentFrequency, PhraseDocumentFrequency(parts));
            }

            float idf = InverseDocumentFrequency(documentFrequency);
            _evidence.Add(new(isStop ? weights.StopSyllable * idf : idf, isStop ? 0 : 1, postings));
            if (isStop)
            {
                AddStopPatterns(before?[0], unit[0], idf);
            }
            else
            {
                _patterns.Add(new([unit.TakeWhile((each, i) => i == 0 || each.Token.Type == TokenType.Roman).SelectMany(each => each.Canonical).ToHashSet(StringComparer.Ordinal)], unit[0].Token.Position, idf));
                if (isComposite && parts.Count > 1)
                {
                    _patterns.Add(new([.. parts.Select(part => part.Canonical)], unit[0].Token.Position, idf));
                }

                if (before is not null && mayHaveStops && IsStop(before[0]))
                {
                    _patterns.Add(new([before[0].Canonical, unit[0].Canonical], before[0].Token.Position, idf));
                }
            }

            before = unit;
        }
    }

    /// <summary>A stop word is highlighted beside the word of the query that it follows or precedes.</summary>
    private void AddStopPatterns(Reading? before, Reading stop, float idf)
    {
        if (before is not null)
        {
            _patterns.Add(new([before.Canonical, stop.Canonical], before.Token.Position, idf));
        }
    }

    private void AddPhrase(List<Reading> readings)
    {
        List<Reading> sequence = Sequence(readings);
        if (sequence.Count == 0)
        {
            return;
        }

        List<EvidencePostings> postings = sequence.Count == 1
            ? [.. Postings(sequence[0].Terms, isPair: false)]
            : [.. PhrasePostings(sequence)];
        float idf = InverseDocumentFrequency(sequence.Count == 1 ? DocumentFrequency(sequence[0].Terms) : PhraseDocumentFrequency(sequence));
        _evidence.Add(new(idf, sequence.Count, postings));
        _patterns.Add(new([.. sequence.Select(reading => reading.Canonical)], sequence[0].Token.Position, idf));
    }

    private void AddPairs(List<Reading> readings)
    {
        List<Reading> sequence = Sequence(readings);
        for (int i = 0; i + 1 < sequence.Count; i++)
        {
            List<(DictionaryTerm Term, float Weight)> pairs = Pairs(sequence[i], sequence[i + 1]);
            if (pairs.Count > 0)
            {
                _evidence.Add(new(weights.Pair * InverseDocumentFrequency(DocumentFrequency(pairs)), 0, [.. Postings(pairs, isPair: true)]));
            }
        }
    }

    private List<(DictionaryTerm Term, float Weight)> Pairs(Reading first, Reading second)
    {
        if (first.IsExact && second.IsExact)
        {
            DictionaryTerm pair = _dictionary.Pair($"{first.Token.Term} {second.Token.Term}");
            return pair.Occurrences.Count > 0 ? [(pair, 1)] : [];
        }

        var pairs = new List<(DictionaryTerm, float)>();
        foreach (DictionaryTerm pair in _dictionary.PairsAlike($"{DiacriticFolding.Fold(first.Token.Term)} {DiacriticFolding.Fold(second.Token.Term)}"))
        {
            int space = pair.Canonical.IndexOf(' ', StringComparison.Ordinal);
            float weight = first.WeightOf(pair.Canonical.AsSpan(0, space)) * second.WeightOf(pair.Canonical.AsSpan(space + 1));
            if (weight > 0)
            {
                pairs.Add((pair, weight));
            }
        }

        return pairs;
    }

    private static IEnumerable<EvidencePostings> Postings(IEnumerable<(DictionaryTerm Term, float Weight)> terms, bool isPair) =>
        terms.SelectMany(each => each.Term.Occurrences.Select(occurrence => new EvidencePostings.OfTerm(occurrence, isPair, each.Weight)));

    private IEnumerable<EvidencePostings> PhrasePostings(List<Reading> sequence)
    {
        foreach (TextField field in Enum.GetValues<TextField>())
        {
            string name = ArticleSchema.TokenFields[(int)field];
            var phrase = new MultiPhraseQuery();
            foreach (Reading reading in sequence)
            {
                Term[] terms = [.. reading.Canonical.Select(term => new Term(name, FoldedOrder.Of(term)))];
                phrase.Add(terms, reading.Token.Position - sequence[0].Token.Position);
            }

            yield return new EvidencePostings.OfPhrase(view.Searcher.CreateNormalizedWeight(phrase), field, 1);
        }
    }

    /// <summary>The frequency of a phrase is at most that of its rarest pair.</summary>
    private double PhraseDocumentFrequency(List<Reading> sequence) =>
        sequence.Zip(sequence.Skip(1)).Min(pair => DocumentFrequency(Pairs(pair.First, pair.Second)));

    /// <summary>The articles that have any of these terms, as if terms were independent; a term that counts less, counts less here.</summary>
    private double DocumentFrequency(IReadOnlyList<(DictionaryTerm Term, float Weight)> terms)
    {
        double documents = Math.Max(1, view.Reader.MaxDoc);
        return documents * (1 - terms.Aggregate(1.0, (none, each) => none * (1 - (each.Weight * each.Term.DocFreq / documents))));
    }

    private float InverseDocumentFrequency(double documentFrequency) =>
        (float)Math.Log(1 + ((view.Reader.MaxDoc - documentFrequency + 0.5) / (documentFrequency + 0.5)));
}
