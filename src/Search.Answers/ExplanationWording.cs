using System.Globalization;
using Search.Engine.Explaining;
using Search.Engine.Querying;
using Search.Engine.Ranking;

namespace Search.Answers;

/// <summary>Says to people what a part of a query gave to the score of a hit.</summary>
public static class ExplanationWording
{
    private static readonly CultureInfo WithDecimalComma = new("") { NumberFormat = { NumberDecimalSeparator = "," } };

    /// <summary>What was found where, how it was understood and what it gave, in one sentence.</summary>
    public static Wording Of(ExplainedPart part)
    {
        if (part.Kind == EvidenceKind.Recency)
        {
            return new(
                string.Create(CultureInfo.InvariantCulture, $"The article is new: gave {part.Score:0.00}."),
                string.Create(WithDecimalComma, $"Bài còn mới: được {part.Score:0.00} điểm."));
        }

        Wording kind = Kind(part.Kind);
        List<Wording> matches = part.Kind == EvidenceKind.Near
            ? [new(Times(part.Occurrences), $"{part.Occurrences} lần")]
            : [.. part.Matches.GroupBy(match => (match.Text, match.Reading)).Select(found => Of(found.Key.Text, found.Key.Reading, [.. found]))];
        return new(
            $"{kind.English} “{part.Typed}”: {string.Join("; ", matches.Select(match => match.English))}. "
                + string.Create(CultureInfo.InvariantCulture, $"Gave {part.Score:0.00} of at most {part.Most:0.00}."),
            $"{kind.Vietnamese} “{part.Typed}”: {string.Join("; ", matches.Select(match => match.Vietnamese))}. "
                + string.Create(WithDecimalComma, $"Được {part.Score:0.00} trên tối đa {part.Most:0.00} điểm."));
    }

    private static Wording Of(string text, QueryReadingKind? reading, IReadOnlyList<ExplainedMatch> places)
    {
        Wording way = Reading(reading);
        return new(
            $"“{text}” ({way.English}) {string.Join(", ", places.Select(place => $"{Times(place.Occurrences)} in {Field(place.Field).English}"))}",
            $"“{text}” ({way.Vietnamese}) {string.Join(", ", places.Select(place => $"{place.Occurrences} lần trong {Field(place.Field).Vietnamese}"))}");
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static Wording Kind(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Letters => new("All words with the letters of", "Mọi từ có các chữ cái của"),
        EvidenceKind.Phrase => new("The phrase", "Cụm từ"),
        EvidenceKind.Pair => new("Side by side", "Đi liền nhau"),
        EvidenceKind.PairLetters => new("Side by side, all words with the letters of", "Đi liền nhau, mọi từ có các chữ cái của"),
        EvidenceKind.Near => new("Near each other", "Đứng gần nhau"),
        _ => new("The word", "Từ"),
    };

    private static Wording Reading(QueryReadingKind? reading) => reading switch
    {
        null => new("as typed", "đúng như đã gõ"),
        QueryReadingKind.Telex => new("from Telex keys", "giải từ phím Telex"),
        QueryReadingKind.Vni => new("from VNI keys", "giải từ phím VNI"),
        QueryReadingKind.Viqr => new("from VIQR", "giải từ VIQR"),
        QueryReadingKind.MarksRestored => new("marks restored", "thêm dấu"),
        QueryReadingKind.Acronym => new("an acronym", "chữ viết tắt"),
        QueryReadingKind.Synonym => new("the same in other words", "cách nói khác"),
        QueryReadingKind.Iy => new("with i for y", "cách viết i/y"),
        QueryReadingKind.Spelling => new("probably meant", "có lẽ là từ muốn gõ"),
        _ => new("another form", "dạng khác"),
    };

    private static Wording Field(string field) => field switch
    {
        "title" => new("the title", "tiêu đề"),
        "lead" => new("the lead", "sapo"),
        _ => new("the body", "thân bài"),
    };
}
