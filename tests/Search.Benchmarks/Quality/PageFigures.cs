using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Articles;

namespace Search.Benchmarks.Quality;

/// <summary>What a reader would take from a page, as figures: the texts are the newspapers'.</summary>
/// <param name="Name">The id of a fragment, or the file of a page.</param>
/// <param name="Title">The hash of the headline.</param>
/// <param name="Date">The minute, Vietnam time; empty if none is stated.</param>
/// <param name="Authors">The hash of the authors, one a line; empty if none is named.</param>
/// <param name="Length">UTF-16 code units of the body.</param>
/// <param name="First">The hash of its first sentence.</param>
/// <param name="Last">The hash of its last sentence.</param>
internal sealed record PageFigures(string Name, string Title, string Date, string Authors, int Length, string First, string Last)
{
    /// <summary>A body may differ in length by a fiftieth and still be the same but for a caption or a signature.</summary>
    private const double MostDifference = 0.02;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The expectations: headlines and dates of fragments as their records state them, all else as extracted once, looked through by eye beside the
    /// HTML, and corrected by hand.</summary>
    public static IReadOnlyDictionary<string, PageFigures> Expected { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Quality", "page-figures.tsv")).Skip(1).Select(static line => line.Split('\t'))
            .Select(static cells => new PageFigures(cells[0], cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), cells[5], cells[6]))
            .ToDictionary(static figures => figures.Name, StringComparer.Ordinal);

    /// <summary>The figures of an article.</summary>
    public static PageFigures Of(string name, Article article)
    {
        string[] sentences = [.. Sentences(article.Body)];
        return new(
            name, Hash(article.Title), article.Date?.Instant.ToOffset(Vietnam).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
            Hash(string.Join('\n', article.Authors)), article.Body.Length, Hash(sentences.FirstOrDefault("")), Hash(sentences.LastOrDefault("")));
    }

    /// <summary>Whether the bodies are of one length, nearly.</summary>
    public bool HasLengthOf(PageFigures other) => Math.Abs(Length - other.Length) <= MostDifference * other.Length;

    public override string ToString() => string.Join('\t', Name, Title, Date, Authors, Length.ToString(CultureInfo.InvariantCulture), First, Last);

    private static IEnumerable<string> Sentences(string body) =>
        body.Split('\n').SelectMany(static paragraph => paragraph.Split(". ")).Select(static sentence => sentence.Trim(' ', '.')).Where(static sentence => sentence.Length > 0);

    /// <summary>The first 32 bits of the SHA-256 of the UTF-8 form, in hexadecimal; empty for an empty text.</summary>
    private static string Hash(string text) => text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
