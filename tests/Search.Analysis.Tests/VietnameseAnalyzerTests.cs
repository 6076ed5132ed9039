using CsCheck;
using Lucene.Net.Analysis;

namespace Search.Analysis.Tests;

public sealed class VietnameseAnalyzerTests
{
    [Fact]
    public void Terms_are_canonical_and_offsets_are_of_the_text_as_it_came() =>
        AssertTokens.Equal("HOA\u0300 Bi\u0300nh", new("hòa", 0, 4), new("bình", 5, 10));

    [Fact]
    public void Marks_in_any_order_Eth_and_joined_syllables_give_the_same_terms() =>
        AssertTokens.Equal("\u00d0o\u0301\u0302i vie\u0323\u0302t cô\u200bng nguời", new("đối", 0, 5), new("việt", 6, 12), new("công", 13, 18), new("người", 19, 24));

    [Fact]
    public void A_document_number_stands_over_its_parts() =>
        AssertTokens.Equal(
            "số 16-KL/TW mới",
            new("số", 0, 2), new("16-kl/tw", 3, 11, 1, 3, "doc"), new("16", 3, 5, 0, 1, "num"), new("kl", 6, 8, 1, 1, "acr"), new("tw", 9, 11, 1, 1, "acr"), new("mới", 12, 15));

    [Fact]
    public void Joined_words_dates_and_mixed_runs_stand_over_their_parts() =>
        AssertTokens.Equal(
            "TP.HCM 30/11 Covid19",
            new("tphcm", 0, 6, 1, 2, "join"), new("tp", 0, 2, 0, 1, "acr"), new("hcm", 3, 6, 1, 1, "acr"),
            new("--11-30", 7, 12, 1, 2, "date"), new("30", 7, 9, 0, 1, "num"), new("11", 10, 12, 1, 1, "num"),
            new("covid19", 13, 20, 1, 2, "alnum"), new("covid", 13, 18, 0, 1, "word"), new("19", 18, 20, 1, 1, "num"));

    [Fact]
    public void The_value_of_a_Roman_numeral_stands_at_its_place() =>
        AssertTokens.Equal("khóa XIII", new("khóa", 0, 4), new("xiii", 5, 9, 1, 1, "acr"), new("13", 5, 9, 0, 1, "roman"));

    [Fact]
    public void Sentences_leave_one_place_free_and_paragraphs_ten() =>
        AssertTokens.Equal(
            "Một câu. Hai? Ba\nbốn.\r\n\r\nNăm", new("một", 0, 3), new("câu", 4, 7), new("hai", 9, 12, 2), new("ba", 14, 16, 2), new("bốn", 17, 20, 11), new("năm", 25, 28, 11));

    [Fact]
    public void A_gap_before_a_composite_is_counted_once() =>
        AssertTokens.Equal("A.\n30/11", new("a", 0, 1), new("--11-30", 3, 8, 11, 2, "date"), new("30", 3, 5, 0, 1, "num"), new("11", 6, 8, 1, 1, "num"));

    [Fact]
    public void Breaks_before_the_first_token_and_after_the_last_leave_no_gap()
    {
        AssertTokens.Equal("\n\n một \n\n", new AnalyzedToken("một", 3, 6));
        AssertTokens.Equal("hai", new AnalyzedToken("hai", 0, 3));   // by the stream that has just passed a line end
    }

    [Fact]
    public void A_term_longer_than_any_word_is_cut()
    {
        string word = new('z', VietnameseTokenizer.LongestTerm);
        AssertTokens.Equal(word, new AnalyzedToken(word, 0, 255, Type: "word"));
        AssertTokens.Equal(word + "y", new AnalyzedToken(word, 0, 256, Type: "word"));
        AssertTokens.Equal(new string('z', 1_000_000), new AnalyzedToken(word, 0, 1_000_000, Type: "word"));
    }

    [Fact]
    public void A_term_is_not_cut_inside_a_surrogate_pair() =>
        AssertTokens.Equal(
            new string('z', 254) + "\ud801\udc28z", new AnalyzedToken(new string('z', 254), 0, 257, Type: "word"));

    [Fact]
    public void An_address_ends_at_a_control_character()
    {
        AssertTokens.Equal("http://a.vn/\u0001ba", new("a.vn", 0, 12, 1, 3, "url"), new("http", 0, 4, 0, 1, "word"), new("a", 7, 8), new("vn", 9, 11, 1, 1, "word"), new("ba", 13, 15));
        AssertTokens.Equal("http://\u0001ba", new("http", 0, 4, 1, 1, "word"), new("ba", 8, 10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n")]
    [InlineData(" …\u200b! \ud800 \ud83d\ude00 \u0301")]
    public void Text_without_words_gives_no_tokens(string text) => AssertTokens.Equal(text);

    [Fact]
    public void A_text_longer_than_any_buffer_is_read_to_its_end()
    {
        const int Words = 300_000;
        AnalyzedToken[] tokens = AssertTokens.Of(string.Concat(Enumerable.Repeat("đối ", Words)));

        Assert.Equal(Words, tokens.Length);
        Assert.Equal(new("đối", 4 * (Words - 1), (4 * (Words - 1)) + 3), tokens[^1]);
    }

    [Fact]
    public void Offsets_lie_inside_the_text_and_never_move_backward() =>
        RandomText.Any.Sample(
            text =>
            {
                int start = 0;
                foreach (AnalyzedToken token in AssertTokens.Of(text))
                {
                    Assert.InRange(token.Start, start, text.Length);
                    Assert.InRange(token.End, token.Start + 1, text.Length);
                    Assert.True(token.Increment >= 0 && token.Length >= 1);
                    start = token.Start;
                }
            },
            iter: 5_000);

    [Fact]
    public void The_first_token_has_an_increment_of_one_and_terms_fit_the_index() =>
        RandomText.Any.Sample(
            text =>
            {
                AnalyzedToken[] tokens = AssertTokens.Of(text);
                Assert.True(tokens is [] or [{ Increment: 1 }, ..]);
                Assert.All(tokens, token => Assert.True(token.Term.Length <= VietnameseTokenizer.LongestTerm && !token.Term.Any(c => c < ' ')));
            },
            iter: 2_000);

    [Fact]
    public void A_stream_used_again_gives_what_a_fresh_one_gives() =>
        Gen.Select(RandomText.Any, RandomText.Any).Sample(
            (before, text) =>
            {
                AssertTokens.Of(before);
                using var fresh = new VietnameseAnalyzer();
                Assert.Equal(AssertTokens.Of(fresh.GetTokenStream("text", text), text.Length), AssertTokens.Of(text));
            },
            iter: 2_000);

    [Fact]
    public void A_stream_left_half_read_starts_afresh()
    {
        using var analyzer = new VietnameseAnalyzer();
        using (var stream = analyzer.GetTokenStream("text", "một hai ba\nbốn"))
        {
            stream.Reset();
            Assert.True(stream.IncrementToken());
        }

        Assert.Equal([new AnalyzedToken("năm", 0, 3)], AssertTokens.Of(analyzer.GetTokenStream("text", "năm"), 3));
    }

    [Fact]
    public void Analyzing_allocates_nothing_once_the_buffers_have_grown_and_the_runtime_has_optimized_the_code()
    {
        const string Sentences = "Tổng LĐLĐ ra nghị quyết 15/NQ-BCH ngày 30/11/2023: 27.000 người, 81,2 %. Đo\u0302\u0301i ngoa\u0323i, TP.HCM, khóa X, xem a@b.vn.\n";
        string text = string.Concat(Enumerable.Repeat(Sentences, 100));
        using var analyzer = new VietnameseAnalyzer();
        int rounds = 1;
        while (Allocated() > 0 && rounds < 1_000)
        {
            rounds++;
            Thread.Sleep(10);   // it does so in the background
        }

        Assert.InRange(rounds, 2, 999);

        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            using TokenStream stream = analyzer.GetTokenStream("text", text);
            stream.Reset();
            while (stream.IncrementToken())
            {
            }

            stream.End();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
