using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Ranking;

namespace Search.Engine.Querying;

/// <summary>Collects what the words of a tree say for an article that matches it: evidence that only adds to the score.</summary>
/// <remarks>Words side by side are read and planned as in the search box, pairs and all. What stands below a negation says nothing.</remarks>
/// <param name="view">The view that is searched.</param>
/// <param name="weights">The constants of the scoring model.</param>
/// <param name="reader">Reads the words.</param>
/// <param name="expanded">The words of the collection that each word with wildcards and each fuzzy word stands for.</param>
internal sealed class ConstraintEvidence(IndexView view, RankingWeights weights, QueryReader reader, IReadOnlyDictionary<QueryNode, Reading> expanded)
{
    private readonly List<Part> _parts = [];
    private readonly List<Evidence> _evidence = [];

    private sealed record Part(QueryPart Words, TextFields Fields, float Boost);

    /// <summary>The evidence of a tree.</summary>
    public IReadOnlyList<Evidence> Of(QueryNode tree)
    {
        Collect(tree, boost: 1);
        var query = new ParsedQuery("", [.. _parts.Select(part => part.Words)], []);
        IReadOnlyList<ReadPart> read = reader.Read(query);
        foreach ((Part part, ReadPart words) in _parts.Zip(read))
        {
            foreach (Evidence each in new QueryPlanner(view, weights, query.HasTones).Plan([words]).Evidence)
            {
                Add(each, part.Fields, part.Boost);
            }
        }

        return _evidence;
    }

    private void Collect(QueryNode node, float boost)
    {
        switch (node)
        {
            case QueryNode.And and:
                CollectRuns(and.Operands, boost);
                break;
            case QueryNode.Or or:
                foreach (QueryNode alternative in or.Operands)
                {
                    Collect(alternative, boost);
                }

                break;
            case QueryNode.Near near:
                Collect(near.First, boost);
                Collect(near.Second, boost);
                break;
            case QueryNode.Boosted boosted:
                Collect(boosted.Operand, boost * boosted.Factor);
                break;
            case QueryNode.Word word:
                AddWords([word], boost);
                break;
            case QueryNode.Sequence sequence:
                AddWords(sequence.Words, boost);
                break;
            case QueryNode.Phrase { Gap: 0 } phrase:
                _parts.Add(new(new(true, phrase.Tokens), phrase.Fields, boost));
                break;
            case QueryNode.Phrase phrase:
                _parts.AddRange(phrase.Tokens.Select(token => new Part(new(true, [token with { Position = 0 }]), phrase.Fields, boost)));
                break;
            case QueryNode.Wildcard wildcard:
                AddExpanded(wildcard, wildcard.Fields, boost);
                break;
            case QueryNode.Fuzzy fuzzy:
                AddExpanded(fuzzy, fuzzy.Typed.Fields, boost);
                break;
        }
    }

    /// <summary>Words side by side in the same fields are one part.</summary>
    private void CollectRuns(IReadOnlyList<QueryNode> operands, float boost)
    {
        var run = new List<QueryNode.Word>();
        foreach (QueryNode operand in operands)
        {
            if (operand is QueryNode.Word { IsExact: false } word && (run.Count == 0 || run[0].Fields == word.Fields))
            {
                run.Add(word);
                continue;
            }

            AddWords(run, boost);
            run.Clear();
            if (operand is QueryNode.Word { IsExact: false } first)
            {
                run.Add(first);
            }
            else
            {
                Collect(operand, boost);
            }
        }

        AddWords(run, boost);
    }

    private void AddWords(IReadOnlyList<QueryNode.Word> words, float boost)
    {
        if (words.Count == 0)
        {
            return;
        }

        var tokens = new List<QueryToken>();
        int position = 0;
        foreach (QueryNode.Word word in words)
        {
            tokens.AddRange(word.Tokens.Select(token => token with { Position = position + token.Position }));
            position += word.Tokens.Max(token => token.Position + token.PositionCount);
        }

        _parts.Add(new(new(words[0].IsExact, tokens), words[0].Fields, boost));
    }

    private void AddExpanded(QueryNode node, TextFields fields, float boost)
    {
        IReadOnlyList<WeightedTerm> terms = expanded[node].All;
        Add(new(new QueryPlanner(view, weights, hasTones: false).Rarity(terms), UnitWeight: 0, [.. QueryPlanner.Postings(terms, isPair: false)]), fields, boost);
    }

    private void Add(Evidence evidence, TextFields fields, float boost) => _evidence.Add(evidence with
    {
        Weight = evidence.Weight * boost,
        UnitWeight = 0,
        Postings = In(fields, evidence.Postings),
        Wider = evidence.Wider is { } wider ? wider with { Weight = wider.Weight * boost, Postings = In(fields, wider.Postings) } : null,
    });

    private static IReadOnlyList<EvidencePostings> In(TextFields fields, IReadOnlyList<EvidencePostings> postings) => [.. postings.Where(each => fields.Contains(each.Field))];
}
