using BenchmarkDotNet.Attributes;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Search.Analysis;

namespace Search.Benchmarks.Speed;

/// <summary>The whole Lucene analysis. One operation is one token, composites and their parts counted.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn, SimpleJob(warmupCount: 3, iterationCount: 20)]
public class AnalysisBenchmarks : IDisposable
{
    private const int Tokens = 1_000_000;

    private readonly string[] _texts = NewsTexts.WithTokens(Tokens);
    private readonly VietnameseAnalyzer _analyzer = new();

    [GlobalCleanup]
    public void Dispose()
    {
        _analyzer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Tokens with their terms, offsets, positions and types.</summary>
    [Benchmark(OperationsPerInvoke = Tokens)]
    public int Analyze()
    {
        int tokens = 0;
        int length = 0;
        foreach (string text in _texts)
        {
            using TokenStream stream = _analyzer.GetTokenStream("body", text);
            var term = stream.GetAttribute<ICharTermAttribute>();
            stream.Reset();
            while (tokens < Tokens && stream.IncrementToken())
            {
                tokens++;
                length += term.Length;
            }

            stream.End();
        }

        return length;
    }
}
