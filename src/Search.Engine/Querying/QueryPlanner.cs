using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Words;

namespace Search.Engine.Querying;

/// <summary>Turns the readings of a query into evidence, and into patterns to highlight.</summary>
/// <remarks>Units are single tokens, composites and quoted phrases; stop words are none unless there is nothing else. Pairs of adjacent
/// tokens add to the score.</remarks>
internal sealed class QueryPlanner(IndexView view, RankingWeights weights, bool hasTones)
{
    /// <summary>In shorter queries every word counts in full.</summary>
    private const int FewestUnitsWithStops = 3;

    private readonly List<Evidence> _evidence = [];
    private readonly List<HighlightPattern> _patterns = [];
    private readonly List<NearWord> _near = [];

    /// <summary>What all words that may be meant count beside the likely ones.</summary>
    private float Group => hasTones ? weights.PartlyMarked : weights.Unmarked;

    /// <summary>Plans a query.</summary>
    public SearchPlan Plan(IReadOnlyList<ReadPart> parts)
    {
        List<Unit> units = [.. parts.SelectMany(Units)];
        bool hasStops = units.Count >= FewestUnitsWithStops && units.Any(unit => !IsStop(unit));
        for (int i = 0; i < units.Count; i++)
        {
            Add(units[i], hasStops && IsStop(units[i]));
            if (hasStops && i > 0 && units[i - 1].Part == units[i].Part && (IsStop(units[i]) || IsStop(units[i - 1])))
            {
                AddStopPattern(units[i - 1], units[i]);
            }
        }

        foreach (ReadPart part in parts)
        {
            for (int i = 0; i < part.Pairs.Count; i++)
            {
                (QueryToken first, QueryToken second) = (part.Sequence[i].Token, part.Sequence[i + 1].Token);
                List<EvidencePostings> others = [.. part.Expansions.Where(each => each.Covers(first.Position, second.Position + 1)).SelectMany(static each => each.Postings)];
                AddPair(part.Pairs[i], others, [first, second]);
            }

            _patterns.AddRange(part.Expansions.Select(each => new HighlightPattern(
                [.. each.Expansion.Words.Select(static word => new HashSet<string>(StringComparer.Ordinal) { word })], each.Expansion.Start, InverseDocumentFrequency(each.DocFreq))));
        }

        return new(_evidence, _patterns) { Near = _near };
    }

    /// <summary>How much it says that an article has any of these terms: the inverse document frequency.</summary>
    public float Rarity(IReadOnlyList<WeightedTerm> terms) => InverseDocumentFrequency(DocumentFrequency(terms));

    /// <summary>The postings of terms.</summary>
    public static IEnumerable<EvidencePostings> Postings(IEnumerable<WeightedTerm> terms, bool isPair) =>
        terms.SelectMany(each => each.Term.Occurrences.Select(occurrence => new EvidencePostings.OfTerm(occurrence, isPair, each.Weight)));

    /// <summary>What an article must have.</summary>
    /// <param name="Part">The part of the query it stands in.</param>
    /// <param name="Alternatives">Tokens of which any will do: a word or composite, and the value of a Roman numeral.</param>
    /// <param name="Sequence">Tokens that will do side by side: a phrase, the parts of a composite; empty for a single token.</param>
    private sealed record Unit(ReadPart Part, IReadOnlyList<Reading> Alternatives, IReadOnlyList<Reading> Sequence)
    {
        /// <summary>It as the origin of evidence.</summary>
        public EvidenceOrigin Origin(EvidenceKind kind) => new(kind, Alternatives.Count > 0 ? [Alternatives[0].Token] : [.. Sequence.Select(reading => reading.Token)]);

        public int Position => (Alternatives.Count > 0 ? Alternatives : Sequence)[0].Token.Position;

        public int EndPosition => Alternatives.Count > 0 ? Position + Alternatives[0].Token.PositionCount : Sequence[^1].Token.Position + 1;

        /// <summary>Other words that mean this, and perhaps its neighbours.</summary>
        public IEnumerable<ReadExpansion> Expansions => Part.Expansions.Where(each => each.Covers(Position, EndPosition));
    }

    private static IEnumerable<Unit> Units(ReadPart part)
    {
        if (part.IsQuoted)
        {
            bool isPhrase = part.Sequence.Count > 1;
            yield return new(part, isPhrase ? [] : part.Sequence, isPhrase ? part.Sequence : []);
            yield break;
        }

        for (int i = 0; i < part.Tokens.Count;)
        {
            int end = part.Tokens[i].Token.Position + part.Tokens[i].Token.PositionCount;
            List<Reading> group = [.. part.Tokens.Skip(i).TakeWhile(reading => reading.Token.Position < end)];
            List<Reading> sequence = [.. part.Sequence.Where(group.Contains)];
            yield return new(
                part,
                [.. group.Where((reading, place) => place == 0 || (reading.Token.Type == TokenType.Roman && sequence.Count == 1))],
                sequence.Count > 1 ? sequence : []);
            i += group.Count;
        }
    }

    /// <summary>A stop word, or, typed without marks, letters that mostly are one in the collection.</summary>
    private static bool IsStop(Unit unit)
    {
        if (unit.Part.IsQuoted || unit.Alternatives is not [{ Token.Type: TokenType.Syllable } reading])
        {
            return false;
        }

        if (reading.IsExact)
        {
            return StopWords.Contains(reading.Token.Term);
        }

        double all = reading.Likely.Sum(each => each.Weight * each.Term.TotalTermFreq);
        double stops = reading.Likely.Where(each => StopWords.Contains(each.Term.Canonical)).Sum(each => each.Weight * each.Term.TotalTermFreq);
        return 2 * stops > all;
    }

    private void Add(Unit unit, bool isStop)
    {
        List<WeightedTerm> likely = [.. unit.Alternatives.SelectMany(reading => reading.Likely)];
        List<WeightedTerm> group = [.. unit.Alternatives.SelectMany(reading => reading.Group)];
        double documentFrequency = Math.Max(
            unit.Alternatives.Count == 0 ? 0 : DocumentFrequency(unit.Alternatives[0].Likely),
            unit.Sequence.Count == 0 ? 0 : PhraseDocumentFrequency(unit));
        documentFrequency = unit.Expansions.Where(each => each.Expansion.End - each.Expansion.Start == unit.EndPosition - unit.Position)
            .Select(static each => (double)each.DocFreq).Append(documentFrequency).Max();   // another name is as rare as the more frequent of the two
        float idf = InverseDocumentFrequency(documentFrequency);
        float worth = isStop ? weights.StopSyllable : 1;
        int unitWeight = isStop ? 0 : unit.Part.IsQuoted ? Math.Max(1, unit.Sequence.Count) : 1;
        List<EvidencePostings> others = [.. unit.Expansions.SelectMany(static each => each.Postings)];
        _evidence.Add(new(worth * idf, unitWeight, [.. Postings(likely, isPair: false), .. Phrase(unit.Sequence), .. others])
        {
            Origin = unit.Origin(unit.Part.IsQuoted ? EvidenceKind.Phrase : EvidenceKind.Word),
            Wider = group.Count == 0 ? null
                : new(worth * Group * InverseDocumentFrequency(DocumentFrequency(group)), PostingsBeside(likely, group, isPair: false), unit.Origin(EvidenceKind.Letters)),
        });

        if (isStop)
        {
            return;
        }

        if (unit.Alternatives.Count > 0)
        {
            _near.Add(new(unit.Alternatives[0].Token, idf, group.Count > 0 ? group : likely));
            _patterns.Add(new([unit.Alternatives.SelectMany(reading => reading.Canonical).ToHashSet(StringComparer.Ordinal)], unit.Position, idf));
        }

        if (unit.Sequence.Count > 0)
        {
            _patterns.Add(new([.. unit.Sequence.Select(reading => reading.Canonical)], unit.Position, idf));
        }
    }

    private void AddPair(ReadPair pair, IReadOnlyList<EvidencePostings> others, IReadOnlyList<QueryToken> tokens)
    {
        if (pair.All.Count == 0)
        {
            return;
        }

        float likely = pair.Likely.Count > 0 ? weights.Pair * Rarity(pair.Likely) : 0;
        _evidence.Add(new(likely, 0, [.. Postings(pair.Likely, isPair: true), .. others])
        {
            Origin = new(EvidenceKind.Pair, tokens),
            Wider = pair.Group.Count == 0 ? null
                : new(weights.Pair * Group * Rarity(pair.Group), PostingsBeside(pair.Likely, pair.Group, isPair: true), new(EvidenceKind.PairLetters, tokens)),
        });
    }

    /// <summary>The postings of the terms of a group that are not among the likely ones.</summary>
    private static IReadOnlyList<EvidencePostings> PostingsBeside(IReadOnlyList<WeightedTerm> likely, IReadOnlyList<WeightedTerm> group, bool isPair) =>
        [.. Postings(group.Where(each => !likely.Any(other => other.Term == each.Term)), isPair)];

    /// <summary>A stop word is highlighted only beside its neighbour in the query.</summary>
    private void AddStopPattern(Unit first, Unit second)
    {
        if (first.Alternatives.Count > 0 && second.Alternatives.Count > 0)
        {
            _patterns.Add(new([first.Alternatives[0].Canonical, second.Alternatives[0].Canonical], first.Position, 0));
        }
    }

    private IEnumerable<EvidencePostings> Phrase(IReadOnlyList<Reading> sequence)
    {
        if (sequence.Count == 0)
        {
            yield break;
        }

        foreach (TextField field in Enum.GetValues<TextField>())
        {
            string name = ArticleSchema.TokenFields[(int)field];
            var phrase = new MultiPhraseQuery();
            foreach (Reading reading in sequence)
            {
                phrase.Add([.. reading.Canonical.Select(term => new Term(name, FoldedOrder.Of(term)))], reading.Token.Position - sequence[0].Token.Position);
            }

            yield return new EvidencePostings.OfPhrase(view.Searcher.CreateNormalizedWeight(phrase), field, 1);
        }
    }

    /// <summary>A phrase is in no more articles than its rarest pair.</summary>
    private double PhraseDocumentFrequency(Unit unit)
    {
        int first = unit.Part.Sequence.ToList().IndexOf(unit.Sequence[0]);
        return unit.Part.Pairs.Skip(first).Take(unit.Sequence.Count - 1).Min(pair => DocumentFrequency(pair.All));
    }

    /// <summary>The articles that have any of these terms, as if terms were independent; a term that counts less, counts less here.</summary>
    private double DocumentFrequency(IReadOnlyList<WeightedTerm> terms)
    {
        double documents = Math.Max(1, view.Reader.MaxDoc);
        return documents * (1 - terms.Aggregate(1.0, (none, each) => none * (1 - (each.Weight * each.Term.DocFreq / documents))));
    }

    private float InverseDocumentFrequency(double documentFrequency) =>
        (float)Math.Log(1 + ((view.Reader.MaxDoc - documentFrequency + 0.5) / (documentFrequency + 0.5)));
}
