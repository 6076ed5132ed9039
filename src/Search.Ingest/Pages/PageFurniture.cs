using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Ingest.Pages;

/// <summary>What newspapers put around an article: lists of other articles, links to them, captions, the words on buttons, the imprint.</summary>
internal static partial class PageFurniture
{
    private const int LongestCaption = 300;
    private const int LongestLabel = 60;

    private static readonly FrozenSet<string> Headings = Keys(
        "Có thể bạn quan tâm", "Bạn có thể quan tâm", "Có thể bạn thích", "Nên xem", "Nên đọc", "Tin khác", "Các tin khác", "Tin tức khác",
        "Bài khác", "Các bài khác", "Bài viết khác", "Các bài viết khác", "Tin liên quan", "Các tin liên quan", "Tin tức liên quan", "Bài liên quan",
        "Bài viết liên quan", "Tin bài liên quan", "Thông tin liên quan", "Tin, bài liên quan", "Đọc thêm", "Đọc tiếp", "Xem thêm", "Mời xem thêm", "Mời đọc thêm",
        "Cùng chuyên mục", "Tin cùng chuyên mục", "Bài cùng chuyên mục", "Bài viết cùng chuyên mục", "Các tin cùng chuyên mục", "Tin cùng loại",
        "Tin cùng chủ đề", "Cùng chủ đề", "Tin mới", "Tin mới nhất", "Tin mới hơn", "Tin cũ hơn", "Các tin mới hơn", "Các tin cũ hơn", "Các tin đã đưa", "Tin đã đưa",
        "Các tin đã đăng", "Tin nóng", "Tin nổi bật", "Đọc nhiều", "Đọc nhiều nhất", "Tin đọc nhiều", "Xem nhiều", "Xem nhiều nhất", "Tin xem nhiều",
        "Đang được quan tâm", "Được quan tâm", "Được quan tâm nhất", "Tin tài trợ", "Phiên bản di động", "Từ khóa", "Tags");

    private static readonly FrozenSet<string> CommentHeadings = Keys(
        "Bình luận", "Ý kiến bạn đọc", "Ý kiến", "Ý kiến của bạn", "Ý kiến độc giả", "Gửi bình luận", "Gửi ý kiến", "Viết bình luận", "Bình luận của bạn",
        "Bình luận bạn đọc", "Bạn đọc bình luận", "Bình luận mới nhất", "Gửi phản hồi", "Phản hồi", "Thảo luận", "Chia sẻ ý kiến của bạn");

    private static readonly FrozenSet<string> Labels = Keys(
        "Chia sẻ", "Facebook", "Zalo", "Twitter", "Google", "Google+", "LinkedIn", "Telegram", "Messenger", "Email", "E-mail", "Print", "Share", "Tweet", "Pinterest",
        "Lưu", "Lưu bài", "Lưu tin", "Sao chép liên kết", "Sao chép", "Copy link", "Link gốc", "Theo dõi", "Thích", "Quan tâm", "Gửi", "In", "In bài", "In bài viết", "In trang",
        "In trang này", "In tin", "In tin này", "Bản in", "Gửi email", "Gửi mail", "Gửi bài viết", "Gửi bài", "Gửi tin", "Gửi cho bạn bè", "Gửi tin qua email", "Phản hồi", "Quay lại",
        "Trở lại", "Trở về", "Về đầu trang", "Lên đầu trang", "Đầu trang", "Trang chủ", "Quảng cáo", "Advertisement", "Ads", "Nghe đọc bài", "Nghe bài viết", "Nghe nội dung bài",
        "Đọc bài viết", "Nghe audio", "Nữ miền Bắc", "Nam miền Bắc", "Nữ miền Nam", "Nam miền Nam", "Cỡ chữ", "Xem ảnh lớn", "Phóng to", "Bấm vào ảnh để xem", "Xem theo ngày",
        "Chủ đề", "Từ khóa", "Tags", "Tag", "Thẻ", "Sự kiện", "Video", "Ảnh", "Hết", "Loading", "Đang tải", "Đánh giá bài viết", "Đánh giá", "Click để xem thêm", "Thu gọn", "Xem tiếp",
        "Tổng số điểm của bài viết là", "Đăng ký", "Đăng nhập", "Chia sẻ bài viết", "Chia sẻ Facebook", "Chia sẻ lên Facebook", "Chia sẻ qua email", "Bình luận", "Mục lục", "Like", "Mới nhất");

    /// <summary>Whether a line is the heading of such a list, or of readers' comments; marks, case, punctuation and a count in brackets do not matter.</summary>
    public static bool IsHeading(PageLine line) => Headings.Contains(HeadingKey(line)) || IsCommentHeading(line);

    /// <summary>Whether a line is the heading of readers' comments.</summary>
    public static bool IsCommentHeading(PageLine line) =>
        CommentHeadings.Contains(HeadingKey(line)) || (line.Text.Length <= 2 * LongestLabel && CommentHeading().IsMatch(line.Normalized));

    /// <summary>Whether a line holds the buttons of a reader's comment: <c>Thích · Trả lời · 2 giờ trước</c>.</summary>
    public static bool IsCommentLabel(PageLine line) => line.Text.Length <= LongestLabel && CommentLabel().IsMatch(line.Normalized);

    /// <summary>Whether a line refers to another article: <c>Xem thêm: Chợ hoa xuân</c>, <c>&gt;&gt; Chợ hoa xuân</c>.</summary>
    public static bool IsLink(PageLine line)
    {
        bool isMarked = line.Text.StartsWith(">>", StringComparison.Ordinal) || line.Text.StartsWith('»')
            || (line.Normalized.IndexOf(':') is var colon and > 0 && IsHeading(new PageLine(line.Normalized[..colon], line.BeginsBlock)));
        return isMarked && !line.EndsStatement;
    }

    /// <summary>Whether a line is a caption by its credit: <c>Cầu Rồng về đêm. Ảnh: Thu Hà</c>, <c>(Ảnh minh họa)</c>.</summary>
    public static bool IsCaption(PageLine line) => line.Text.Length <= LongestCaption && Credit().IsMatch(line.Normalized);

    /// <summary>Whether a line names who took a picture and nothing else: <c>Ảnh: Thu Hà</c>.</summary>
    public static bool IsCredit(PageLine line) => line.Text.Length <= LongestLabel && OnlyCredit().IsMatch(line.Normalized);

    /// <summary>Whether a line announces other articles: <c>Mời bạn xem thêm những bài cùng chủ đề:</c>.</summary>
    public static bool IsReference(PageLine line) => line.Text.Length <= LongestCaption && Reference().IsMatch(line.Normalized);

    /// <summary>Whether a line is the word on a button, a counter or the like: <c>Chia sẻ</c>, <c>Lượt xem: 512</c>, <c>0:00 / 3:21</c>.</summary>
    public static bool IsLabel(PageLine line) =>
        line.Text.Length <= LongestLabel && (Labels.Contains(HeadingKey(line)) || Counter().IsMatch(line.Normalized) || line.Key.Length == 0);

    /// <summary>Whether a line belongs to the imprint: who publishes, by which licence, who may copy.</summary>
    public static bool IsImprint(PageLine line) => Imprint().IsMatch(line.Normalized);

    private static string HeadingKey(PageLine line) => line.Text.Length <= LongestLabel ? PageLine.KeyOf(Count().Replace(line.Normalized, "")) : "";

    private static FrozenSet<string> Keys(params string[] lines) => lines.Select(PageLine.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@" ?\([0-9.]+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(
        """(^|[.!?"'\])-] ?|[(\[])(Ảnh|ẢNH)( (minh (họa|hoạ)|tư liệu))?( ?: ?([^.:]|\.(?=\S)){2,60})?[.)\]]*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Credit();

    /// <summary><c>Ý kiến của bạn đọc về bài viết này</c>, <c>2 bình luận</c>.</summary>
    [GeneratedRegex(
        @"^(\d+ (bình luận|ý kiến|phản hồi)|(ý kiến|bình luận|phản hồi) (của |từ )?(bạn đọc|độc giả|người đọc)( (về|cho|\().{0,60})?):?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CommentHeading();

    [GeneratedRegex(
        @"^(?=.*(trả lời|thích|phản hồi|reply|like))((trả lời|phản hồi|(bỏ )?thích|chia sẻ|báo (cáo )?vi phạm|báo xấu|reply|like|share|\d+ (giây|phút|giờ|ngày|tháng|năm) trước|[\d:/]+|[()|·•,-])\s*)+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex CommentLabel();

    [GeneratedRegex(@"^[(\[]?Ảnh( (minh (họa|hoạ)|tư liệu))?( ?:|$|[)\]])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OnlyCredit();

    [GeneratedRegex(@"\b(xem|đọc|tham khảo) thêm\b.*:$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"^((số|tổng)? ?(lượt|số) (xem|đọc|truy cập|người đọc|người xem)|đã (xem|đọc)|lượt view|views?|đang truy cập|hôm nay|bình luận|chia sẻ|thích)( ?: ?| )[\d.,]+( lượt)?$"
        + @"|^[\d.,]+ (lượt xem|lượt đọc|bình luận|lượt thích|chia sẻ|views?|comments?|shares?|likes?)$|^\d?\d:\d\d(\s?/\s?\d?\d:\d\d)?$|^\d([.,]\d+)?x$|^(cỡ chữ:?)?(\s*A\s?[+-]?)+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Counter();

    [GeneratedRegex(
        @"^(©|\(c\)|®|copyright|bản quyền (thuộc|của)|toàn bộ bản quyền|giấy phép( \S+){0,8} số|số giấy phép|gp số|cơ quan (chủ quản|quản lý)|(phó )?tổng biên tập"
        + @"|chịu trách nhiệm (nội dung|xuất bản)|trụ sở( chính)?:|(thông tin |địa chỉ )?(tòa soạn|toà soạn)|địa chỉ:|điện thoại:|đt:|hotline|đường dây nóng|email:|liên hệ quảng cáo"
        + @"|ghi rõ nguồn|thiết kế bởi|phát triển bởi)|(giữ bản quyền|cấm sao chép|ghi rõ nguồn).{0,100}$|giấy phép (thiết lập|hoạt động|xuất bản|báo chí)[^.]{0,80} số |all rights reserved",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Imprint();
}
