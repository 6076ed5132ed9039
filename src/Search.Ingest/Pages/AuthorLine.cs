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
        "Bài", "Bài viết", "Tin", "Tin bài", "Bài và ảnh", "Bài, ảnh", "Tin và ảnh", "Tin, ảnh", "Tin, bài và ảnh", "Thực hiện", "Tác giả",
        "Người viết", "Ghi", "Tổng hợp", "Biên soạn",
    }.Select(PageLine.KeyOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads the names of a line such as <c>Hoàng Phúc</c>, <c>Thu Hà - Minh Anh</c>, <c>Bài và ảnh: Thu Hà</c>,
    /// <c>Theo TTXVN</c>.</summary>
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

        int colon = credit.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && Roles.Contains(PageLine.KeyOf(credit[..colon])))
        {
            credit = credit[(colon + 1)..].TrimStart();
        }

        string[] names = Separator().Split(Remark().Replace(credit, ""));
        return names.Length <= MostNames && names.All(static name => Name().IsMatch(name) || Initials().IsMatch(name)) ? names : [];
    }

    // Letters may be followed by marks of their own: the text may be in NFD.

    /// <summary>Who is quoted: <c>Theo …</c>, <c>Nguồn: …</c>, six words at most.</summary>
    [GeneratedRegex(@"^(Theo|Ngu\p{L}\p{M}*n) ?:? (?<name>\p{Lu}[^ .,:;]*( [^ .,:;]+){0,5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    /// <summary>A remark behind the names: <c>(TTXVN)</c>, <c>(thực hiện)</c>.</summary>
    [GeneratedRegex(@" *\([^()]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    /// <summary>A dash, comma, slash or ampersand, or <c>và</c>.</summary>
    [GeneratedRegex(@" *[,;/&] *| +[-–—] +| +v[àa]\p{M}? +", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    /// <summary>Two to five words, each with a capital.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}.’'-]*( \p{Lu}[\p{L}\p{M}.’'-]*){1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    /// <summary><c>PV</c>, <c>TTXVN</c>, <c>H.P</c>, <c>T.Hà</c>.</summary>
    [GeneratedRegex(@"^(\p{Lu}{2,8}|(\p{Lu}\p{M}*\.)+\p{Lu}[\p{L}\p{M}]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();
}
