using System.Text;
using Search.Vietnamese.Tokens;
using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Tokens;

/// <summary>Laws that hold for any text: Vietnamese in several Unicode forms, composites, signs, control characters, lone surrogates.</summary>
public sealed class TokenLawTests
{
    private const int Texts = 20_000;

    private static readonly string[] Pieces =
    [
        "đối", "ngoại", "công", "Đảng", "HOÀ", "qúy", "nguời", "café", "Đắk", "LĐLĐ", "XIII", "khóa", "X", "o\u0302\u0301", "a\u0323\u0306", "ie\u0302\u0309u",
        "16-KL/TW", "30/2020/NĐ-CP", "13/4", "30/11/2023", "27.000", "81,2", "2.0.1", "007", "10kg", "Covid-19", "TP.HCM", "R&D", "O'Neal", "'s",
        "www.a.vn/x", "http://b.com", "c@d.vn", "#CôngĐoàn", "大元", "Москва", "😀", "½", "m²", "𝐂", "ﬁ", "Ⅻ",
        " ", " ", " ", "\n", "\t", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u0301", "\u0323", "\u0000", "\ud800", "\udc00", ".", ",", "-", "/", "'", "\"", "(", ")", "_", "@", "…",
    ];

    private static readonly TokenType[] ReadByTheirSurroundings = [TokenType.Roman, TokenType.Date, TokenType.Version];

    [Fact]
    public void Offsets_lie_inside_the_text_and_are_ordered_and_parts_lie_inside_their_composite()
    {
        foreach (string text in RandomTexts())
        {
            VietnameseToken before = default;
            VietnameseToken composite = default;
            foreach ((VietnameseToken token, string _) in Scan(text))
            {
                Assert.InRange(token.End, token.Start + 1, text.Length);
                Assert.True(token.Start >= before.Start, Escape(text));
                Assert.True(token.Position >= before.Position, Escape(text));
                if (token.Position < composite.Position + composite.PositionCount && composite.PositionCount > 1)
                {
                    Assert.InRange(token.End, token.Start + 1, composite.End);
                }
                else
                {
                    composite = token;
                }

                before = token;
            }
        }
    }

    [Fact]
    public void The_text_of_a_token_scans_to_its_term()
    {
        foreach (string text in RandomTexts())
        {
            int end = 0;
            foreach ((VietnameseToken token, string term) in Scan(text))
            {
                bool isPart = token.Start < end;
                end = Math.Max(end, token.End);
                bool isApart = token.Start == 0 || text[token.Start - 1] is ' ' or '\n';   // 13/416-KL holds no document number, 416-KL is one
                if (!isPart && isApart && !ReadByTheirSurroundings.Contains(token.Type))
                {
                    string again = Scan(text[token.Start..token.End]).First().Term;
                    Assert.True(term == again, $"{Escape(text)}: {Escape(term)} scans again to {Escape(again)}");
                }
            }
        }
    }

    [Fact]
    public void A_reused_scanner_gives_what_a_fresh_one_gives()
    {
        var reused = new VietnameseTokenScanner();
        foreach (string text in RandomTexts())
        {
            Assert.Equal(Scan(text), Scan(text, reused));
        }
    }

    [Fact]
    public void Normalizing_twice_changes_nothing_and_spans_are_ordered()
    {
        var normalized = new NormalizedText();
        foreach (string text in RandomTexts())
        {
            normalized.Set(text);
            for (int i = 0; i < normalized.Length; i++)
            {
                Assert.InRange(normalized.EndOf(i), normalized.StartOf(i) + 1, text.Length);
                Assert.True(i == 0 || normalized.StartOf(i) >= normalized.StartOf(i - 1), Escape(text));
            }

            string once = normalized.Chars.ToString();
            Assert.True(once == NormalizedText.Normalize(once), Escape(text));
        }
    }

    [Fact]
    public void Reading_a_run_by_its_spelling_gives_what_reading_it_with_all_care_gives()
    {
        var byLookUp = new TokenList();
        var byParsing = new TokenList();
        foreach (string text in RandomTexts().Concat(RandomTexts().Select(text => text.ToUpperInvariant())))
        {
            string normalized = NormalizedText.Normalize(text);
            for (int i = 0; i < normalized.Length; i++)
            {
                if (TextRun.IsStart(normalized, i))
                {
                    TextRun run = TextRun.Read(normalized, i);
                    TextRun careful = TextRun.ReadAny(normalized, i);
                    Assert.Equal(careful, run with { Spelling = 0 });
                    byLookUp.Clear();
                    byParsing.Clear();
                    Assert.Equal(RunTerm.Write(careful, normalized, byParsing), RunTerm.Write(run, normalized, byLookUp));
                    Assert.Equal(byParsing.Written, byLookUp.Written);
                }
            }
        }
    }

    [Fact]
    public void Scanning_allocates_nothing_once_the_buffers_have_grown()
    {
        const string Sentences =
            "Sáng nay, Tổng LĐLĐ ra nghị quyết 15/NQ-BCH ngày 30/11/2023: 27.000 người, 81,2 %. Đo\u0302\u0301i ngoa\u0323i, TP.HCM, Mác-xít, Covid-19, khóa X, bản 2.0.1.\n"
            + "Hoà, cuả, nguời; xem www.vnexpress.net/a-b hay thư a@b.vn, #CôngĐoàn_VN, 大元, O'Neal's, iPhone15, 10kg, tháng 11/2023, 13/4.\n";
        ReadOnlyMemory<char> text = string.Concat(Enumerable.Repeat(Sentences, 100)).AsMemory();
        var scanner = new VietnameseTokenScanner();
        Count(scanner, text);
        Count(scanner, text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Count(scanner, text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Count(VietnameseTokenScanner scanner, ReadOnlyMemory<char> text)
    {
        int count = 0;
        scanner.Reset(text);
        while (scanner.MoveNext())
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<string> RandomTexts()
    {
        var random = new Random(20261123);
        for (int i = 0; i < Texts; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static List<(VietnameseToken Token, string Term)> Scan(string text, VietnameseTokenScanner? scanner = null)
    {
        scanner ??= new();
        var tokens = new List<(VietnameseToken, string)>();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            tokens.Add((scanner.Current, scanner.Term.ToString()));
        }

        return tokens;
    }

    private static string Escape(string text) => text.Aggregate(new StringBuilder(), (escaped, c) => c is >= ' ' and < '\u007f' ? escaped.Append(c) : escaped.Append($"\\u{(int)c:x4}")).ToString();
}
