namespace Search.Engine.Ranking;

/// <summary>Scores as they are added up: whole numbers of a 4,096th, so that the sum is the same in whatever order evidence is looked at.</summary>
internal static class FixedScore
{
    /// <summary>The parts of 1. A float holds a sum exactly up to 4,096.</summary>
    private const float Parts = 4096;

    /// <summary>What evidence gives that occurs so often: <c>weight · tf · (k1 + 1) / (k1 + tf)</c>.</summary>
    public static int Of(float weight, float k1, float termFrequency) => (int)((weight * (k1 + 1) * termFrequency / (k1 + termFrequency) * Parts) + 0.5f);

    /// <summary>What it gives at most if it occurs no more than so often, errors of rounding included.</summary>
    public static int Most(float weight, float k1, float termFrequency) => (int)(weight * (k1 + 1) * termFrequency / (k1 + termFrequency) * Parts * 1.0001f) + 1;

    /// <summary>The sum of two bounds, or the greatest number.</summary>
    public static int Sum(int bound, int other) => (int)Math.Min((long)bound + other, int.MaxValue);

    /// <summary>A score as it is shown.</summary>
    public static float ToSingle(int score) => score / Parts;

    /// <summary>What a score must have at least to be shown as so much.</summary>
    public static double FromSingle(double score) => score * Parts;
}
