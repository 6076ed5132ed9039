using BenchmarkDotNet.Attributes;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Unicode;

namespace Search.Benchmarks.Speed;

/// <summary>Tokenization with canonical terms. One operation is one token, composites and their parts counted (in news, 4.5 UTF-16 code units of text).</summary>
[MemoryDiagnoser, MinColumn, MedianColumn, SimpleJob(warmupCount: 3, iterationCount: 20)]
public class TokenizerBenchmarks
{
    private const int Tokens = 1_000_000;

    private readonly string[] _texts = NewsTexts.WithTokens(Tokens);
    private readonly NormalizedText _normalized = new();
    private readonly VietnameseTokenScanner _scanner = new();

    /// <summary>The first of the two steps alone.</summary>
    [Benchmark(OperationsPerInvoke = Tokens)]
    public int Normalize()
    {
        int length = 0;
        foreach (string text in _texts)
        {
            _normalized.Set(text);
            length += _normalized.Length;
        }

        return length;
    }

    /// <summary>Both steps: tokens with their terms.</summary>
    [Benchmark(OperationsPerInvoke = Tokens)]
    public int Scan()
    {
        int tokens = 0;
        int length = 0;
        foreach (string text in _texts)
        {
            _scanner.Reset(text.AsMemory());
            while (tokens < Tokens && _scanner.MoveNext())
            {
                tokens++;
                length += _scanner.Term.Length;
            }
        }

        return length;
    }
}
