using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Ingest.Pages;

/// <summary>What newspapers put around an article: lists of other articles, links to them, captions.</summary>
internal static partial class PageFurniture
{
    private const int LongestCaption = 300;

    private static readonly FrozenSet<string> Headings = new[]
    {
        "Có thể bạn quan tâm", "Bạn có thể quan tâm", "Có thể bạn thích", "Nên xem", "Nên đọc", "Tin khác", "Các tin khác", "Tin tức khác",
        "Bài khác", "Các bài khác", "Tin liên quan", "Các tin liên quan", "Bài liên quan", "Bài viết liên quan", "Tin bài liên quan",
        "Đọc thêm", "Xem thêm", "Mời xem thêm", "Cùng chuyên mục", "Tin cùng chuyên mục", "Bài cùng chuyên mục", "Tin mới", "Tin mới nhất",
        "Tin mới hơn", "Tin cũ hơn", "Tin nóng", "Tin nổi bật", "Đọc nhiều", "Đọc nhiều nhất", "Tin đọc nhiều", "Xem nhiều", "Xem nhiều nhất",
        "Tin xem nhiều", "Bình luận", "Ý kiến bạn đọc", "Gửi bình luận", "Phiên bản di động", "Từ khóa", "Tags",
    }.Select(PageLine.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a line is the heading of such a list; marks, case, punctuation and a count in brackets do not matter.</summary>
    public static bool IsHeading(PageLine line) => Headings.Contains(PageLine.KeyOf(Count().Replace(line.Normalized, "")));

    /// <summary>Whether a line refers to another article: <c>Xem thêm: Chợ hoa xuân</c>, <c>&gt;&gt; Chợ hoa xuân</c>.</summary>
    public static bool IsLink(PageLine line)
    {
        bool isMarked = line.Text.StartsWith(">>", StringComparison.Ordinal) || line.Text.StartsWith('»')
            || (line.Normalized.IndexOf(':') is var colon and > 0 && Headings.Contains(PageLine.KeyOf(line.Normalized[..colon])));
        return isMarked && !line.EndsStatement;
    }

    /// <summary>Whether a line is a caption by its credit: <c>Cầu Rồng về đêm. Ảnh: Thu Hà</c>, <c>(Ảnh minh họa)</c>.</summary>
    public static bool IsCaption(PageLine line) => line.Text.Length <= LongestCaption && Credit().IsMatch(line.Normalized);

    [GeneratedRegex(@" ?\([0-9.]+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(
        """(^|[.!?"'\])-] ?|[(\[])(Ảnh|ẢNH)( (minh (họa|hoạ)|tư liệu))?( ?: ?([^.:]|\.(?=\S)){2,60})?[.)\]]*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Credit();
}
