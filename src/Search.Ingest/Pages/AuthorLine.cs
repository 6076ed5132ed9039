using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Ingest.Pages;

/// <summary>The line that names who wrote an article.</summary>
internal static partial class AuthorLine
{
    private const int LongestLine = 80;
    private const int MostNames = 4;

    private static readonly FrozenSet<string> Roles = new[]
    {
        "Bài", "Bài viết", "Tin", "Tin bài", "Bài và ảnh", "Bài, ảnh", "Tin và ảnh", "Tin, ảnh", "Tin, bài và ảnh", "Thực hiện", "Tác giả", "Nội dung",
        "Người viết", "Ghi", "Tổng hợp", "Biên soạn",
    }.Select(PageLine.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OtherRoles = new[]
    {
        "Đồ họa", "Đồ hoạ", "Thiết kế", "Trình bày", "Kỹ thuật", "Video", "Clip", "Ảnh", "Minh họa", "Minh hoạ", "Biên tập", "Dựng phim", "Quay phim", "Thiết kế mỹ thuật", "Mỹ thuật",
    }.Select(PageLine.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the names of a line such as <c>Hoàng Phúc</c>, <c>Thu Hà - Minh Anh</c>, <c>Bài và ảnh: Thu Hà</c>,
    /// <c>Thu Hà/Báo Thử</c>, <c>Theo TTXVN</c>.</summary>
    /// <returns>The names as written; empty if the line holds anything else.</returns>
    public static IReadOnlyList<string> Names(PageLine line)
    {
        if (line.EndsSentence || line.Text.Length > LongestLine)
        {
            return [];
        }

        string credit = line.Text is ['(', .., ')'] ? line.Text[1..^1] : line.Text;
        if (Quoted().Match(credit) is { Success: true } quoted)
        {
            return [quoted.Groups["name"].Value];
        }

        credit = string.Join(' ', credit.Split(' ').Skip(WordsBefore(line.Normalized)));
        int colon = credit.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && Roles.Contains(PageLine.KeyOf(credit[..colon])))
        {
            credit = credit[(colon + 1)..].TrimStart();
        }

        credit = Remark().Replace(credit, "");
        string[] names = Separator().Split(credit);
        return names.Length <= MostNames && names.All(IsName) ? names
            : credit.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && IsName(credit[..slash].TrimEnd()) ? [credit[..slash].TrimEnd()] : [];
    }

    /// <summary>Parts the author in brackets from the end of the last paragraph: <c>… sẽ khai mạc. (T.Hà)</c>.</summary>
    public static bool TryTakeEnd(PageLine line, out string author, out string rest)
    {
        Match end = Ending().Match(line.Text);
        bool isAuthor = end.Success && IsName(end.Groups["name"].Value);
        (author, rest) = isAuthor ? (end.Groups["name"].Value, line.Text[..end.Index]) : ("", line.Text);
        return isAuthor;
    }

    /// <summary>Whether a line says that it names authors: <c>Tác giả: Thu Hà</c>.</summary>
    public static bool IsLabelled(PageLine line) =>
        line.Text.Length <= LongestLine && line.Normalized.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && Roles.Contains(PageLine.KeyOf(line.Normalized[..colon]));

    /// <summary>Whether a line names who did something else than write: <c>Đồ họa: Thu Hà</c>, <c>Video: Minh Anh</c>.</summary>
    public static bool IsOtherCredit(PageLine line) =>
        line.Text.Length <= LongestLine && line.Normalized.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && OtherRoles.Contains(PageLine.KeyOf(line.Normalized[..colon]))
        && Separator().Split(line.Text[(line.Text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).All(IsName);

    /// <summary>How many words lead to the name: <c>bởi</c>, <c>Đăng bởi</c>.</summary>
    private static int WordsBefore(string line) =>
        line.StartsWith("bởi ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? 1
        : line.StartsWith("đăng bởi ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("viết bởi ", StringComparison.OrdinalIgnoreCase) ? 2 : 0;

    private static bool IsName(string name) => Name().IsMatch(name) || Initials().IsMatch(name);

    // Letters may be followed by marks of their own: the text may be in NFD.

    /// <summary>Who is quoted: <c>Theo …</c>, <c>Nguồn: …</c>, six words at most.</summary>
    [GeneratedRegex(@"^(Theo|Ngu\p{L}\p{M}*n) ?:? (?<name>\p{Lu}[^ .,:;]*( [^ .,:;]+){0,5}|[\w-]+(\.[a-z]{2,4}){1,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    /// <summary>A remark behind the names: <c>(TTXVN)</c>, <c>(thực hiện)</c>, <c>thực hiện</c>.</summary>
    [GeneratedRegex(@" *\([^()]*\)$| +(th\p{L}\p{M}*c hi\p{L}\p{M}*n|ghi|t\p{L}\p{M}*ng h\p{L}\p{M}*p|l\p{L}\p{M}*c d\p{L}\p{M}*ch|d\p{L}\p{M}*ch)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    /// <summary>Brackets behind the end of a sentence.</summary>
    [GeneratedRegex(@"(?<=[.!?…""”'’]) ?\((?<name>[^()]{2,40})\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    /// <summary>A dash, comma, slash or ampersand, or <c>và</c>.</summary>
    [GeneratedRegex(@" *[,;/&] *| +[-–—] +| +v[àa]\p{M}? +", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    /// <summary>Two to five words, each with a capital; a title may stand before them.</summary>
    [GeneratedRegex(@"^((Lu\p{L}\p{M}*t s\p{L}\p{M}*|Nh\p{L}\p{M}* b\p{L}\p{M}*o|B\p{L}\p{M}*c s\p{L}\p{M}*|Ti\p{L}\p{M}*n s\p{L}\p{M}*|LS|TS|ThS|PGS|GS|BS|KTS)\.? ?(TS\.? )?)?\p{Lu}[\p{L}\p{M}.’'-]*( \p{Lu}[\p{L}\p{M}.’'-]*){1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    /// <summary><c>PV</c>, <c>TTXVN</c>, <c>H.P</c>, <c>T.Hà</c>.</summary>
    [GeneratedRegex(@"^(\p{Lu}{2,8}|(\p{Lu}[\p{L}\p{M}]{0,2}\.)+\p{Lu}[\p{L}\p{M}]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();
}
