namespace Search.Engine.Tests.Querying;

/// <summary>Queries in the analysts' language by chance.</summary>
internal static class RandomQuery
{
    public static readonly string[] Words =
    [
        "a", "lúa", "đối", "doi", "khóa", "X", "ngoại", "16-KL/TW", "30/11/2023", "XIII", "và/hoặc", "TP.HCM", "Covid-19", "h\u01a1\u0301p", "ĐO\u0302\u0301I", "\\AND", "R&D",
    ];

    private static readonly string[] Pieces =
    [
        .. Words, " ", " ", " ", " ", " ", " ", " AND ", " OR ", " NOT ", " VÀ ", " HOẶC ", " KHÔNG ", " NEAR/5 ", " BEFORE/2 ", " GẦN/0 ", "&&", "||", "|", "+", "-", "!", "=",
        "(", ")", "(", ")", "\"", "\"", "“", "”", "«", "»", "~", "~5", "^2", "^0.5", "*", "?", "\\", ":", "title:", "tiêu-đề:", "body:", "source:", "tác-giả:", "date:", "id:",
        "2023", "[2022 TO 2024]", "{2022 TO *]", "[", "]", "{", "}", "，", "（", "）", "…", "–", "\u200b", "\ud800", "\udc00", "\0", "\n", "😀", "中", "nghiên cứu", "NEAR/7",
        "\"lúa gạo\"", "(lúa OR gạo)", "mía NEAR/3 ngô", "&&&",
    ];

    /// <summary>Any text, mostly no good query.</summary>
    public static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => One(random, Pieces)));

    /// <summary>A good query over some words.</summary>
    public static string Good(Random random, string[] words, int depth)
    {
        if (depth == 0)
        {
            return Leaf(random, words);
        }

        string Operand() => Good(random, words, random.Next(depth));
        return random.Next(9) switch
        {
            0 => $"{Group(Operand())} {Operand()}",
            1 => $"{Group(Operand())} AND {Group(Operand())}",
            2 => $"{Operand()} OR {Operand()}",
            3 => $"NOT {Group(Operand())}",
            4 => $"{Group(Operand())} -{Group(Operand())}",
            5 => $"{Field(random)}{Group(Operand())}",
            6 => $"{Group(Operand())}^{random.Next(1, 4)}",
            _ => Group(Near(random, words, depth)),
        };
    }

    private static string Near(Random random, string[] words, int depth)
    {
        string sign = $" {One(random, ["NEAR", "BEFORE", "GẦN", "TRƯỚC"])}/{random.Next(6)} ";
        return Position(random, words, depth - 1) + sign + Position(random, words, depth - 1);
    }

    private static string Position(Random random, string[] words, int depth) => random.Next(6) switch
    {
        0 when depth > 0 => Near(random, words, depth),
        1 when depth > 0 => Group(Near(random, words, depth)),
        2 => $"({PositionLeaf(random, words)} OR {PositionLeaf(random, words)})",
        3 => $"{One(random, words)} {One(random, words)}",
        _ => PositionLeaf(random, words),
    };

    private static string Leaf(Random random, string[] words) => random.Next(12) switch
    {
        0 => One(random, ["date:2023", "date:[2022-06 TO 2023-03}", "date:{* TO 2023-05-01]", "ngày:12/2022", "date:*"]),
        1 => One(random, ["source:\"Báo Mẫu\"", "nguồn:tin*", "tag:(lúa OR \"Giá Gạo\")", "id:a1?", "author:*", "tác-giả:(Lan Anh)"]),
        2 => $"{One(random, words)} {One(random, words)} {One(random, words)}",
        3 => $"{Field(random)}{PositionLeaf(random, words)}",
        _ => PositionLeaf(random, words),
    };

    private static string PositionLeaf(Random random, string[] words)
    {
        string word = One(random, words);
        return random.Next(9) switch
        {
            0 => $"\"{word} {One(random, words)}\"",
            1 => $"\"{word} {One(random, words)} {One(random, words)}\"~{random.Next(1, 6)}",
            2 => $"={word}",
            3 => $"{word[..Math.Min(word.Length, random.Next(1, 4))].TrimEnd('\\', '/', '-')}*",
            4 => $"{word[0]}?{word[Math.Min(2, word.Length)..].Replace("\\", "", StringComparison.Ordinal)}",
            5 when word.All(char.IsLetter) && word != "XIII" && word != "X" => $"{word}~",
            _ => word,
        };
    }

    private static string Group(string query) => $"({query})";

    private static string Field(Random random) => One(random, ["title:", "sapo:", "nội-dung:", "body: "]);

    private static string One(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
