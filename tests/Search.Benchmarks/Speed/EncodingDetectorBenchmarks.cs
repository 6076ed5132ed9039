using System.Text;
using BenchmarkDotNet.Attributes;
using Search.Vietnamese.Encodings;

namespace Search.Benchmarks.Speed;

/// <summary>Detection with decoding, and repair. One operation is a text of about 4 KiB in its encoding.</summary>
[MemoryDiagnoser]
public class EncodingDetectorBenchmarks
{
    private const int Length = 4 << 10;

    private const string Paragraph =
        "Sáng nay, Ủy ban nhân dân tỉnh mở hội nghị bàn về việc làm mới con đê phía bắc. Đê dài hơn 12 km, được đắp từ năm 1978, nhiều đoạn "
        + "đã sụt lún sau các trận lũ lớn. Theo kế hoạch, việc thi công bắt đầu vào quý 2, chia làm ba đợt, để bà con kịp thu hoạch vụ xuân. "
        + "“Chúng tôi sẽ lắng nghe từng hộ”, ông Trần Văn Bình, người phụ trách, nói. Các chuyên gia thủy lợi đề nghị trồng thêm tre chắn sóng, "
        + "vì cách làm cũ ấy rẻ mà bền. Cuối buổi, đại biểu thống nhất gửi bản vẽ cho Bộ Nông nghiệp trước ngày 15/3.\n";

    private byte[] _bytes = [];
    private string _text = "";
    private string _shown = "";

    /// <summary>The encoding of the bytes.</summary>
    [Params("utf-8", "tcvn3", "vni-windows", "windows-1258")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Verify()
    {
        TextEncoding.TryFind(Name, out TextEncoding? encoding);
        Func<string, byte[]> write = encoding == TextEncoding.Utf8 ? Encoding.UTF8.GetBytes : new LegacyWriter(encoding!).Write;
        string paragraphs = string.Concat(Enumerable.Repeat(Paragraph, (int)Math.Round((double)Length / write(Paragraph).Length)));
        _bytes = write(paragraphs);
        _text = encoding!.Decode(_bytes);
        _shown = Encoding.Latin1.GetString(_bytes);
        Results.MustBe(true, string.Equals(paragraphs, _text, StringComparison.OrdinalIgnoreCase));   // TCVN3: ủy ban
        Results.MustBe(_text, Detect());
        Results.MustBe(_text, Repair());
        Results.MustBe(_text, RepairOfSoundText());
    }

    [Benchmark(Baseline = true)]
    public string? Detect() => EncodingDetector.Detect(_bytes)?.Text;

    [Benchmark]
    public string Repair() => TextRepair.Repair(_shown).Text;

    [Benchmark]
    public string RepairOfSoundText() => TextRepair.Repair(_text).Text;
}
