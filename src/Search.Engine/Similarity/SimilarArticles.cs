using Search.Articles;
using Search.Engine.Articles;
using Search.Engine.Indexing;
using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Engine.Similarity;

/// <summary>Finds articles on the subject of an article: by its most telling words and pairs of words, ranked as any search.</summary>
/// <remarks>A word tells as much as it is rare in the collection and frequent in the article, most of all in its title and opening. Of a
/// similar story that was printed more than once the best is given.</remarks>
internal sealed class SimilarArticles(IndexView view, TermDictionary dictionary, RankingWeights weights)
{
    private const int MostWords = 16;
    private const int MostPairs = 16;

    /// <summary>Tokens behind the title that do what a lead does.</summary>
    private const int OpeningLength = 40;

    private const int TitleWorth = 3;
    private const int OpeningWorth = 2;

    /// <summary>A word of less worth is not looked up: it stands once, and late.</summary>
    private const int LeastWorth = 2;

    /// <summary>What an article scores at least, against the article itself.</summary>
    private const float LeastShare = 0.1f;

    /// <summary>The best articles, best first, without the article itself and its copies.</summary>
    /// <param name="document">The article's number in the view.</param>
    /// <param name="size">How many are wanted.</param>
    /// <param name="cancellation">Stops the ranking.</param>
    public IReadOnlyList<RankedDocument> Find(int document, int size, CancellationToken cancellation)
    {
        List<Evidence> evidence = EvidenceOf(view.Article(document));
        if (evidence.Count == 0)
        {
            return [];
        }

        CopyGroups groups = view.Searcher.Copies;
        int group = groups.Of(document);
        bool IsItself(RankedDocument hit) => hit.Document == document || (group != CopyGroups.None && groups.Of(hit.Document) == group);
        var ranker = new Ranker(view, weights);
        (Ranking.Ranking ranking, _) = ListedCopies.Collapse(groups, size + 1, (count, listed) =>
            ranker.Rank(evidence, MatchRule.Any, filter: null, new(view.Reader, HitOrder.Relevance, count), new() { Copies = listed }, cancellation));
        float least = ranking.Hits.Count > 0 ? LeastShare * ranking.Hits[0].Score : 0;
        return [.. ranking.Hits.Where(hit => !IsItself(hit) && hit.Score >= least).Take(size)];
    }

    private List<Evidence> EvidenceOf(Article article)
    {
        var tokens = new ArticleTokens();
        tokens.Read(article);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.SaysLittle(tokens[i]))
            {
                continue;
            }

            int worth = i < tokens.TitleCount ? TitleWorth : i < tokens.TitleCount + OpeningLength ? OpeningWorth : 1;
            string word = tokens.TermOf(tokens[i]);
            words[word] = words.GetValueOrDefault(word) + worth;
            if (i > 0 && tokens[i].Joint != ArticleTokens.Apart && !tokens.SaysLittle(tokens[i - 1]))
            {
                string pair = $"{tokens.TermOf(tokens[i - 1])} {word}";
                pairs[pair] = pairs.GetValueOrDefault(pair) + worth;
            }
        }

        return [.. MostTelling(words, dictionary.Token, MostWords, isPair: false), .. MostTelling(pairs, dictionary.Pair, MostPairs, isPair: true)];
    }

    private IEnumerable<Evidence> MostTelling(Dictionary<string, int> worths, Func<string, DictionaryTerm> find, int most, bool isPair) => worths
        .Where(each => each.Value >= LeastWorth)
        .Select(each => (Term: find(each.Key), each.Value))
        .Where(each => each.Term.DocFreq > 1)   // otherwise nobody else has it
        .Select(each => (each.Term, Weight: InverseDocumentFrequency(each.Term) * each.Value / (each.Value + weights.K1)))
        .OrderByDescending(each => each.Weight).ThenBy(each => each.Term.Canonical, StringComparer.Ordinal)
        .Take(most)
        .Select(each => new Evidence(
            each.Weight, isPair ? 0 : 1, [.. each.Term.Occurrences.Select(occurrence => new EvidencePostings.OfTerm(occurrence, isPair, 1))]));

    private float InverseDocumentFrequency(DictionaryTerm term) =>
        (float)Math.Log(1 + ((view.Reader.MaxDoc - term.DocFreq + 0.5) / (term.DocFreq + 0.5)));
}
