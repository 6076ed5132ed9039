namespace Search.Engine.Querying;

/// <summary>Finds which words were most likely meant where marks were not typed, by the collection's own words and pairs.</summary>
/// <remarks>The best path through the candidates of each token under a bigram model with Dirichlet smoothing (Viterbi, 1967; Zhai and
/// Lafferty, 2004). O(tokens · candidates² ).</remarks>
internal static class MarkRestoration
{
    /// <summary>How many occurrences of a word outweigh what is known of the second word alone.</summary>
    private const double Smoothing = 100;

    /// <summary>One token's candidates.</summary>
    /// <param name="Terms">The words it may stand for; never empty.</param>
    /// <param name="AsTyped">The index of the token as typed among them, or -1.</param>
    internal readonly record struct Candidates(IReadOnlyList<DictionaryTerm> Terms, int AsTyped);

    /// <summary>The index of the most likely candidate of each token.</summary>
    /// <param name="tokens">The tokens, in order.</param>
    /// <param name="pairs">The frequency of each pair of words, for the tokens at an index and the next: <c>pairs[i][(first, second)]</c>.</param>
    /// <param name="collectionLength">All tokens of the collection.</param>
    public static int[] BestPath(
        IReadOnlyList<Candidates> tokens, IReadOnlyList<IReadOnlyDictionary<(string First, string Second), long>> pairs, long collectionLength)
    {
        var from = new int[tokens.Count][];
        double[] scores = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            IReadOnlyList<DictionaryTerm> terms = tokens[i].Terms;
            var next = new double[terms.Count];
            from[i] = new int[terms.Count];
            for (int candidate = 0; candidate < terms.Count; candidate++)
            {
                double alone = (terms[candidate].TotalTermFreq + 0.5) / (collectionLength + 1.0);
                double best = i == 0 ? Math.Log(alone) : double.NegativeInfinity;
                for (int previous = 0; previous < scores.Length; previous++)
                {
                    DictionaryTerm before = tokens[i - 1].Terms[previous];
                    long together = pairs[i - 1].GetValueOrDefault((before.Canonical, terms[candidate].Canonical));
                    double score = scores[previous] + Math.Log((together + (Smoothing * alone)) / (before.TotalTermFreq + Smoothing));
                    if (score > best)
                    {
                        best = score;
                        from[i][candidate] = previous;
                    }
                }

                next[candidate] = best;
            }

            scores = next;
        }

        var path = new int[tokens.Count];
        if (tokens.Count > 0)
        {
            path[^1] = Array.IndexOf(scores, scores.Max());
            for (int i = tokens.Count - 1; i > 0; i--)
            {
                path[i - 1] = from[i][path[i]];
            }
        }

        return path;
    }
}
