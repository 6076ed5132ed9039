using BenchmarkDotNet.Attributes;
using Search.Vietnamese.Collation;

namespace Search.Benchmarks.Speed;

/// <summary>Sorting 10,000 personal names of three syllables by comparison and by sort keys.</summary>
[MemoryDiagnoser]
public class CollationBenchmarks
{
    private const int Names = 10_000;

    private static readonly string[] Unsorted = MakeNames();
    private readonly string _name = "Nguyễn Thị Hòa";
    private readonly string[] _names = new string[Names];

    /// <summary>One comparison of two names that differ in a tone.</summary>
    [Benchmark]
    public int Compare() => VietnameseComparer.Text.Compare(_name, "Nguyễn Thị Hóa");

    [Benchmark]
    public string SortByComparison()
    {
        Unsorted.CopyTo(_names, 0);
        Array.Sort(_names, VietnameseComparer.Text);
        return _names[0];
    }

    [Benchmark]
    public string SortByKeys()
    {
        Unsorted.CopyTo(_names, 0);
        Array.Sort(Array.ConvertAll(_names, VietnameseComparer.Text.Key), _names);
        return _names[0];
    }

    private static string[] MakeNames()
    {
        string[] surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
        string[] others = ["Văn", "Thị", "Anh", "Bình", "Hòa", "Hoa", "Hóa", "Đức", "Dung", "Dũng", "Ánh", "Ân", "Ái", "Yến", "Tú", "Thủy", "Ngọc", "Quỳnh"];
        var random = new Random(1);
        return [.. Enumerable.Range(0, Names).Select(_ => $"{surnames[random.Next(surnames.Length)]} {others[random.Next(others.Length)]} {others[random.Next(others.Length)]}")];
    }
}
