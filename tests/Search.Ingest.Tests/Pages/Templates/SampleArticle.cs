using System.Globalization;

namespace Search.Ingest.Tests.Pages.Templates;

/// <summary>A piece of an article as its editor set it.</summary>
internal abstract record Part
{
    public sealed record Paragraph(string Text) : Part;

    public sealed record Subheading(string Text) : Part;

    public sealed record Photo(string Caption, string Credit) : Part;

    public sealed record Items(params string[] Texts) : Part;

    public sealed record Rows(params string[][] Cells) : Part;
}

/// <summary>An article before it is put into a page, and what a reader would copy of it.</summary>
internal sealed record SampleArticle(
    string Slug, string Title, string Lead, string Category, DateTime Date, string Author, string[] Tags, Part[] Parts)
{
    /// <summary>The text between lead and author, without the captions.</summary>
    public string Body => string.Join('\n', Parts.SelectMany(Lines));

    public string IsoDate => Date.ToString("yyyy-MM-dd'T'HH:mm':00+07:00'", CultureInfo.InvariantCulture);

    public string Weekday => ((string[])["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"])[(int)Date.DayOfWeek];

    public string At(string format) => Date.ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(Part part) => part switch
    {
        Part.Paragraph paragraph => [paragraph.Text],
        Part.Subheading subheading => [subheading.Text],
        Part.Items items => items.Texts,
        Part.Rows rows => rows.Cells.Select(static cells => string.Join('\t', cells)),
        _ => [],
    };
}
