using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Highlighting;
using Search.Engine.Indexing;
using Search.Engine.Ranking;
using Search.Engine.Searching;
using Search.Vietnamese.Tokens;

namespace Search.Engine.Querying;

/// <summary>Turns the tree of a query into the exact set of articles that match it, and its positive words into evidence and patterns to highlight.</summary>
/// <remarks>A word matches in any of its readings by the marks that were typed, whatever stands beside it, so that a set does not depend on
/// what the collection makes likely; that only moves scores.</remarks>
internal sealed class ConstraintPlanner(IndexView view, RankingWeights weights, QueryReader reader, ParsedQuery query, CancellationToken cancellation)
{
    private readonly QueryPlanner _planner = new(view, weights, hasTones: false);
    private readonly List<HighlightPattern> _patterns = [];
    private readonly List<Proximity> _proximities = [];

    /// <summary>The readings of words with wildcards and of fuzzy words.</summary>
    private readonly Dictionary<QueryNode, Reading> _expanded = new(ReferenceEqualityComparer.Instance);
    private int _expandedTerms;

    /// <summary>Words before the next, in the order of the query.</summary>
    private int _position;

    /// <summary>Plans the tree of the query.</summary>
    /// <exception cref="QueryException">Its patterns stand for too many words of the collection.</exception>
    public SearchPlan Plan(QueryNode tree)
    {
        Query constraint = Constrain(tree, isShown: true);
        return new(new ConstraintEvidence(view, weights, reader, _expanded).Of(tree), _patterns) { Constraint = constraint, Proximities = _proximities };
    }

    /// <summary>The articles that match a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="isShown">Whether its words are to be highlighted: they are not below a negation.</param>
    private Query Constrain(QueryNode node, bool isShown) => node switch
    {
        QueryNode.And and => All(and.Operands, isShown),
        QueryNode.Not not => All([not], isShown),
        QueryNode.Or or => Any(or.Operands.Select(each => Constrain(each, isShown))),
        QueryNode.Boosted boosted => Constrain(boosted.Operand, isShown),
        QueryNode.Near or QueryNode.Phrase { Gap: > 0 } => Near(node, isShown),
        QueryNode.Value value => Value(value),
        QueryNode.Dates dates => FilterQuery.Days(dates.From, dates.To),
        _ => Any(Sequences(node).Select(sequence => Sequence(sequence, FieldsOf(node), isShown))),
    };

    private BooleanQuery All(IReadOnlyList<QueryNode> operands, bool isShown)
    {
        var all = new BooleanQuery();
        foreach (QueryNode operand in operands.Where(each => each is not QueryNode.Not))
        {
            all.Add(Constrain(operand, isShown), Occur.MUST);
        }

        if (all.Clauses.Count == 0)
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        List<Query> excluded = [.. operands.OfType<QueryNode.Not>().Select(not => Constrain(not.Operand, isShown: false))];
        if (excluded.Count > 0)
        {
            all.Add(Any(excluded), Occur.MUST_NOT);
        }

        return all;
    }

    private static Query Any(IEnumerable<Query> alternatives)
    {
        var any = new BooleanQuery();
        foreach (Query alternative in alternatives)
        {
            any.Add(alternative, Occur.SHOULD);
        }

        return any.Clauses.Count == 1 ? any.Clauses[0].Query : any;
    }

    /// <summary>Words side by side in one field.</summary>
    private Query Sequence(IReadOnlyList<Reading> words, TextFields fields, bool isShown)
    {
        if (isShown)
        {
            _patterns.Add(Pattern(words, fields));
        }

        return Sequence(words, fields);
    }

    private static Query Sequence(IReadOnlyList<Reading> words, TextFields fields)
    {
        if (words.Count == 1)
        {
            return new ConstantScoreQuery(new TermFilter(words[0], fields));
        }

        if (words.Any(word => word.All.Count == 0))
        {
            return new BooleanQuery();   // matches nothing
        }

        return Any(Enum.GetValues<TextField>().Where(field => fields.Contains(field)).Select(field =>
        {
            string name = ArticleSchema.TokenFields[(int)field];
            var phrase = new MultiPhraseQuery();
            foreach (Reading word in words)
            {
                phrase.Add([.. word.All.Select(each => new Term(name, FoldedOrder.Of(each.Term.Canonical)))]);
            }

            return new ConstantScoreQuery(phrase);
        }));
    }

    /// <summary>Words that stand near to each other: articles that have them all, looked at one by one.</summary>
    private Query Near(QueryNode node, bool isShown)
    {
        Proximity proximity = ProximityOf(node);
        if (isShown)
        {
            _proximities.Add(proximity);
            _patterns.AddRange(proximity.Leaves.Select(leaf => Pattern(leaf.Words, leaf.Fields) with { Leaf = leaf }));
        }

        return new ProximityFilter(proximity, cancellation).Behind(Anywhere(proximity));
    }

    private Proximity ProximityOf(QueryNode node) => node switch
    {
        QueryNode.Near near => new Proximity.Near(ProximityOf(near.First), ProximityOf(near.Second), near.Distance, near.IsOrdered),
        QueryNode.Or or => new Proximity.Either([.. or.Operands.Select(ProximityOf)]),
        QueryNode.Boosted boosted => ProximityOf(boosted.Operand),
        QueryNode.Phrase { Gap: > 0 } phrase => new Proximity.Window([.. Exactly(phrase).Select(word => new Proximity.Leaf([word], phrase.Fields))], phrase.Gap),
        _ => new Proximity.Either([.. Sequences(node).Select(sequence => new Proximity.Leaf(sequence, FieldsOf(node)))]),
    };

    /// <summary>The articles that have the words of a proximity, wherever they stand.</summary>
    private static Query Anywhere(Proximity proximity) => proximity switch
    {
        Proximity.Leaf leaf => Sequence(leaf.Words, leaf.Fields),
        Proximity.Either either => Any(either.Alternatives.Select(Anywhere)),
        Proximity.Near near => Everywhere([near.First, near.Second]),
        Proximity.Window window => Everywhere(window.Words),
        _ => new MatchAllDocsQuery(),
    };

    private static BooleanQuery Everywhere(IEnumerable<Proximity> operands)
    {
        var all = new BooleanQuery();
        foreach (Proximity operand in operands)
        {
            all.Add(Anywhere(operand), Occur.MUST);
        }

        return all;
    }

    private Query Value(QueryNode.Value value) => value switch
    {
        { Field: ArticleSchema.Id, HasWildcards: false } => new TermQuery(new Term(value.Field, value.Text)),
        { Field: ArticleSchema.Id } => new ConstantScoreQuery(new ValueFilter(value.Field, value.Text, cancellation)),
        { HasWildcards: true } => new ConstantScoreQuery(new ValueFilter(value.Field, ArticleSchema.CanonicalValue(value.Text), cancellation)),
        _ => FilterQuery.Value(value.Field, value.Text),
    };

    /// <summary>What a leaf of the tree may be in a text: each a sequence of words side by side.</summary>
    private List<IReadOnlyList<Reading>> Sequences(QueryNode leaf) => leaf switch
    {
        QueryNode.Word word => Alternatives(word),
        QueryNode.Sequence sequence => [[.. sequence.Words.SelectMany(word => Side(word.Tokens).Select(token => reader.Group(token, word.IsExact)))]],
        QueryNode.Phrase phrase => [[.. Exactly(phrase)]],
        QueryNode.Wildcard { Token: var token } wildcard => [[Expanded(wildcard, token, most =>
            reader.Expand(TermPattern.Of(token.Term, wildcard.IsExact ? MarksMode.Exact : reader.Marks), most, cancellation))]],
        QueryNode.Fuzzy { Typed.Tokens: [var token, ..] } fuzzy => [[Expanded(fuzzy, token, _ => reader.SpelledAlike(token.Term, cancellation))]],
        _ => throw new ArgumentException($"{leaf.GetType().Name} has no words.", nameof(leaf)),
    };

    /// <summary>A word as a whole or, side by side, its parts; a Roman numeral or its value. Several words over signs (và/hoặc) stand side by side.</summary>
    private List<IReadOnlyList<Reading>> Alternatives(QueryNode.Word word)
    {
        List<QueryToken> side = Side(word.Tokens);
        QueryToken first = word.Tokens[0];
        IEnumerable<QueryToken> wholes = first.PositionCount < side.Count && side.Count > 1 ? []
            : word.Tokens.Where((token, i) => i == 0 || (token.Type == TokenType.Roman && side.Count == 1));
        List<IReadOnlyList<Reading>> alternatives = [.. wholes.Select(token => (IReadOnlyList<Reading>)[reader.Group(token, word.IsExact)])];
        if (side.Count > 1)
        {
            alternatives.Add([.. side.Select(token => reader.Group(token, word.IsExact))]);
        }

        return alternatives;
    }

    /// <summary>The tokens that stand side by side: one at each position.</summary>
    private static List<QueryToken> Side(IReadOnlyList<QueryToken> tokens) =>
        [.. tokens.Where(token => SyllablePairFilter.FormsPairs(token.Type, token.PositionCount))];

    private IEnumerable<Reading> Exactly(QueryNode.Phrase phrase) => Side(phrase.Tokens).Select(token => reader.Group(token, isExact: true));

    /// <summary>The reading of a word that stands for many, which are counted against the limit.</summary>
    private Reading Expanded(QueryNode node, QueryToken token, Func<int, IReadOnlyList<WeightedTerm>?> expand)
    {
        int most = QueryLimits.MostTerms - _expandedTerms;
        if (expand(most) is not { } terms || terms.Count > most)
        {
            throw new QueryException(new(
                QueryErrorKind.TooManyTerms, token.Start, token.End - token.Start, query.Text[token.Start..token.End], [QueryExpectation.LessThanLimit]));
        }

        _expandedTerms += terms.Count;
        return _expanded[node] = new(token, terms, []);
    }

    private static TextFields FieldsOf(QueryNode leaf) => leaf switch
    {
        QueryNode.Word word => word.Fields,
        QueryNode.Sequence sequence => sequence.Words[0].Fields,
        QueryNode.Phrase phrase => phrase.Fields,
        QueryNode.Wildcard wildcard => wildcard.Fields,
        QueryNode.Fuzzy fuzzy => fuzzy.Typed.Fields,
        _ => TextFields.None,
    };

    private HighlightPattern Pattern(IReadOnlyList<Reading> words, TextFields fields)
    {
        int position = _position;
        _position += words.Count;
        float weight = words.Max(word => _planner.Rarity(word.All));
        return new([.. words.Select(word => word.Canonical)], position, weight) { Fields = fields };
    }
}
