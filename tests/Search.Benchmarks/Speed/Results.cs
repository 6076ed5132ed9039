namespace Search.Benchmarks.Speed;

/// <summary>A wrong answer has no speed.</summary>
internal static class Results
{
    public static void MustBe<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"Expected \"{expected}\", got \"{actual}\".");
        }
    }
}
