using Search.Analysis;
using Search.Engine.Articles;
using Search.Engine.Querying;
using Search.Engine.Ranking;
using Search.Vietnamese.Folding;

namespace Search.Engine.Explaining;

/// <summary>Says of single hits what gave their scores, by the evidence and the formula that they were ranked by.</summary>
/// <param name="ranker">What ranked them.</param>
/// <param name="nearness">What ordered the first ones anew.</param>
/// <param name="evidence">By what.</param>
/// <param name="typed">The query.</param>
/// <param name="readings">What was understood otherwise than it was sent.</param>
internal sealed class Explainer(Ranker ranker, Nearness nearness, IReadOnlyList<Evidence> evidence, TypedQuery typed, IReadOnlyList<QueryReading> readings)
{
    /// <summary>Less is an error of rounding.</summary>
    private const float LeastLift = 0.0001f;

    /// <summary>Explains the score of a document of the view.</summary>
    public HitExplanation Explain(RankedDocument document)
    {
        List<ExplainedPart> parts = [.. ranker.Explain(evidence, document.Document).Select(Explain)];
        if (document.Score - document.Nearness - parts.Sum(static part => part.Score) is var lift && lift > LeastLift * document.Score)
        {
            parts.Add(new("", EvidenceKind.Recency, lift, lift, []));
        }

        return new([.. parts, .. document.Nearness > 0 ? nearness.Explain(document.Document).Select(Explain) : []]);
    }

    private ExplainedPart Explain(NearScore score) =>
        new($"{Sent(score.First)} … {Sent(score.Second)}", EvidenceKind.Near, score.Score, score.Most, []) { Occurrences = score.Occurrences };

    private string Sent(QueryToken token) => typed.Sent[typed.SentOffset(token.Start)..typed.SentOffset(token.End)];

    private ExplainedPart Explain(EvidenceScore score)
    {
        EvidenceOrigin? origin = score.Origin;
        List<ExplainedMatch> matches = [.. score.Found
            .Select(found => (Text: TextOf(found.Postings, origin), found.Postings.Field, found.Occurrences))
            .GroupBy(found => (found.Text, found.Field), found => found.Occurrences)
            .Select(found => new ExplainedMatch(found.Key.Text, ArticleSchema.TokenFields[(int)found.Key.Field], found.Sum(), ReadingOf(found.Key.Text, origin)))];
        string text = SentText(origin) ?? string.Join(", ", matches.Select(match => match.Text).Distinct());
        return new(text, origin?.Kind ?? EvidenceKind.Word, score.Score, score.Most, matches);
    }

    /// <summary>The part as it was sent, where keys were decoded.</summary>
    private string? SentText(EvidenceOrigin? origin) =>
        origin is not null && typed.SentOffset(origin.Tokens[0].Start) is var start && typed.SentOffset(origin.Tokens[^1].End) is var end && start < end
            ? typed.Sent[start..end] : null;

    private static string TextOf(EvidencePostings postings, EvidenceOrigin? origin) => postings switch
    {
        EvidencePostings.OfTerm term => FoldedOrder.Read(term.Occurrence.Form.Utf8ToString()),
        EvidencePostings.OfPairs phrase => phrase.Text,
        _ => string.Join(' ', origin?.Tokens.Select(token => token.Term) ?? []),
    };

    /// <summary>How the tokens were read as what was found.</summary>
    private QueryReadingKind? ReadingOf(string found, EvidenceOrigin? origin)
    {
        if (origin is null)
        {
            return null;
        }

        string asked = string.Join(' ', origin.Tokens.Select(token => token.Term));
        int start = typed.SentOffset(origin.Tokens[0].Start);
        int end = typed.SentOffset(origin.Tokens[^1].End);
        IEnumerable<QueryReading> here = readings.Where(reading => reading.Start < end && reading.End > start);
        return found == asked ? FirstOf(here.Where(reading => reading.IsReplaced))
            : DiacriticFolding.Fold(found) == DiacriticFolding.Fold(asked) ? FirstOf(here.Where(reading => reading.Kind == QueryReadingKind.Spelling)) ?? QueryReadingKind.MarksRestored
            : FirstOf(here.Where(reading => !reading.IsReplaced && reading.Kind != QueryReadingKind.MarksRestored));
    }

    private static QueryReadingKind? FirstOf(IEnumerable<QueryReading> readings) => readings.Select(reading => (QueryReadingKind?)reading.Kind).FirstOrDefault();
}
