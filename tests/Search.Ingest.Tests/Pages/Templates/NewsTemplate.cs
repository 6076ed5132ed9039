using System.Text;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A way in which a newspaper makes a page of an article.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Render">The page of an article, which refers to some other articles.</param>
/// <param name="Encode">Its bytes.</param>
internal sealed record NewsTemplate(string Name, Func<SampleArticle, IReadOnlyList<SampleArticle>, string> Render, Func<string, byte[]> Encode)
{
    /// <summary>All six: four with which the rules were made, and two that were held back (<c>tuoi-xanh</c>, <c>song-ha</c>).</summary>
    public static IReadOnlyList<NewsTemplate> All { get; } =
    [
        new("ben-do", BenDoTemplate.Render, Encoding.UTF8.GetBytes),
        new("tuoi-xanh", TuoiXanhTemplate.Render, Encoding.UTF8.GetBytes),
        new("thoi-nay", ThoiNayTemplate.Render, static html => LegacyBytes.Of(html, "vni-windows")),
        new("dan-ta", DanTaTemplate.Render, Encoding.UTF8.GetBytes),
        new("song-ha", SongHaTemplate.Render, static html => LegacyBytes.Of(html, "tcvn3")),
        new("cong-thong-tin", CongThongTinTemplate.Render, static html => LegacyBytes.Of(html, "windows-1258")),
    ];

    public override string ToString() => Name;

    public string Html(SampleArticle article) => Render(article, [.. SampleArticles.All.Where(other => other != article)]);

    public byte[] Page(SampleArticle article) => Encode(Html(article));

    /// <summary>Text as it stands between tags and in attributes.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Pieces of HTML one after the other.</summary>
    public static string Each<T>(IEnumerable<T> values, Func<T, string> render) => string.Concat(values.Select(render));
}
