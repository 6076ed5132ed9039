using System.Text;
using Search.Articles;

namespace Search.Engine.Tests.Inverting;

/// <summary>Articles of Vietnamese and of awkward texts.</summary>
internal sealed class RandomArticles(Random random)
{
    private static readonly string[] Words =
    [
        "đối", "đội", "doi", "đời", "ngoại", "Việt", "Nam", "VIỆT", "hoà", "hòa", "học", "sinh", "của", "là", "15/NQ-BCH", "30/11/2023", "2.0.1", "10kg", "Covid-19", "#vietnam",
        "http://báo.vn/đọc", "a@b.vn", "XVI", "LĐLĐ", "27.000", "81,2%", "zürich", "Łódź", "U23", "TP.HCM", "Đ.", "漢字", "😀", "\uD83D", "\uDE00", "ﬁ", "\u212A", "\u0130", "\u1E9E", "ａｂ",
        "a\u0301\u0323", "q\u0303x", "\u0301", "\u0001", "\u0002", "Hội đồng nhân dân (HĐND)", "...", "!", "“", "-", " - ", "&",
    ];

    private static readonly string[] Separators = [" ", " ", " ", " ", " ", ", ", ". ", "\n", "", "\u00A0", "\u200B"];

    public Article Next(string id) => new()
    {
        Id = id,
        Title = Text(8),
        Lead = random.Next(2) == 0 ? "" : Text(20),
        Body = random.Next(30) == 0 ? new string('ố', 40_000) + " đời" : Text(200),
        Date = random.Next(3) == 0 ? null : ArticleDate.TryParse($"20{random.Next(10, 30)}-0{random.Next(1, 9)}-1{random.Next(9)}", out ArticleDate date) ? date : null,
        Category = random.Next(3) == 0 ? null : Text(2),
        Source = random.Next(3) == 0 ? null : "Báo " + random.Next(3),
        Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(2))],
        Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(20) == 0 ? new string('ệ', 40_000) : Text(3))],
    };

    private string Text(int most)
    {
        var text = new StringBuilder();
        for (int i = random.Next(most + 1); i > 0; i--)
        {
            text.Append(random.Next(12) == 0 ? new string((char)random.Next(1, 0xFFFF), random.Next(1, 3)) : Words[random.Next(Words.Length)]);
            text.Append(Separators[random.Next(Separators.Length)]);
        }

        return text.ToString();
    }
}
