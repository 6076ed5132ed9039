using BenchmarkDotNet.Attributes;
using Search.Vietnamese.Typing;

namespace Search.Benchmarks.Speed;

/// <summary>The decision about a query and its decoding. One operation is one query of ten words.</summary>
[MemoryDiagnoser]
public class TypingDecoderBenchmarks
{
    private const string Meant = "giá nhà đất ở thành phố lớn đang giảm mạnh";

    private static readonly TypingDecoder Decoder = new();

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Shares =
        Meant.Split(' ').ToDictionary(word => word, _ => 0.4, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly DocumentFrequency Frequency = word => Shares.TryGetValue(word, out double share) ? share : 0;

    private string _query = "";

    /// <summary>How the same query is typed.</summary>
    [ParamsAllValues]
    public QueryForm Form { get; set; }

    /// <summary>A form of the query.</summary>
    public enum QueryForm
    {
        /// <summary>All marks: nothing to decode.</summary>
        Marked,

        /// <summary>No marks: nothing to decode.</summary>
        Unmarked,

        /// <summary>Telex keys.</summary>
        Telex,

        /// <summary>VNI keys.</summary>
        Vni,
    }

    [GlobalSetup]
    public void Verify()
    {
        (_query, string? expected) = Form switch
        {
            QueryForm.Marked => (Meant, (string?)null),
            QueryForm.Unmarked => ("gia nha dat o thanh pho lon dang giam manh", null),
            QueryForm.Telex => (Telex.Encode(Meant), Meant),
            _ => (Vni.Encode(Meant), Meant),
        };
        Results.MustBe(expected, Decode());
        Results.MustBe(expected, DecodeKnowingTheCollection());
    }

    [Benchmark(Baseline = true)]
    public string? Decode() => Decoder.DecodeQuery(_query)?.Text;

    [Benchmark]
    public string? DecodeKnowingTheCollection() => Decoder.DecodeQuery(_query, Frequency)?.Text;
}
