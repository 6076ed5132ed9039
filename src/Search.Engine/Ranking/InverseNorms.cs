using Search.Engine.Articles;
using Search.Engine.Indexing;

namespace Search.Engine.Ranking;

/// <summary>What one occurrence is worth in each text field, by the code of the field's length: the weight of the field over
/// <c>1 − b + b · length / mean length</c>.</summary>
internal sealed class InverseNorms(IndexView view, RankingWeights weights)
{
    private readonly float[][] _byField = [.. Enum.GetValues<TextField>().Select(field => Of(view.Searcher.Lengths.Means[(int)field], weights.Of(field), weights.B))];

    /// <summary>Those of a field.</summary>
    public float[] this[TextField field] => _byField[(int)field];

    private static float[] Of(float meanLength, float fieldWeight, float b) =>
        [.. FieldLengths.Decoded.ToArray().Select(length => fieldWeight / (1 - b + (b * length / meanLength)))];
}
