using BenchmarkDotNet.Attributes;
using Search.Engine.Highlighting;

namespace Search.Benchmarks.Speed;

/// <summary>Snippets for a query of four words. One operation is one article of those that have any of them.</summary>
[MemoryDiagnoser, MedianColumn]
public class SnippetBenchmarks
{
    private const int Tokens = 200_000;

    private static readonly string[] Words = ["công", "đoàn", "nhà", "ở"];

    private readonly SnippetBuilder _builder = new([.. Words.Select(static (word, place) => new HighlightPattern([new HashSet<string>([word])], place, Weight: 1))], []);
    private readonly string[] _texts = [.. NewsTexts.WithTokens(Tokens).Where(static text => Words.Any(word => text.Contains(word, StringComparison.Ordinal)))];
    private int _next;

    /// <summary>A wrong answer has no speed.</summary>
    [GlobalSetup]
    public void Verify() => Results.MustBe(true, _texts.Any(text => _builder.Build("", text) is [{ Ranges.Count: > 0 }, ..]));

    /// <summary>One or two pieces of the next text.</summary>
    [Benchmark]
    public int Build() => _builder.Build("", _texts[_next++ % _texts.Length]).Count;
}
