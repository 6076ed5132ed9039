namespace Search.Engine.Ranking;

/// <summary>The part of a segment that is worked on at a time: so few documents that all sums stay in the processor's first cache.</summary>
internal static class Window
{
    /// <summary>Documents.</summary>
    public const int Size = 2048;

    /// <summary>Words of a bit for each document.</summary>
    public const int Words = Size / 64;

    /// <summary>How many windows a number of documents takes.</summary>
    public static int Count(int documents) => (documents + Size - 1) / Size;
}
