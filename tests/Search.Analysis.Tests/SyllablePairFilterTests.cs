using CsCheck;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Analysis.Tests;

public sealed class SyllablePairFilterTests : IDisposable
{
    private readonly VietnameseTokenizer _tokenizer;
    private readonly SyllablePairFilter _filter;

    public SyllablePairFilterTests()
    {
        _tokenizer = new VietnameseTokenizer(TextReader.Null);
        _filter = new SyllablePairFilter(_tokenizer);
    }

    public void Dispose()
    {
        _filter.Dispose();
        _tokenizer.Dispose();
    }

    [Fact]
    public void Adjacent_tokens_form_pairs() => Assert.Equal(["hoạt động", "động đối", "đối ngoại"], Pairs("Hoạt động ĐỐI NGOẠI"));

    [Theory]
    [InlineData("Một hai. Ba bốn", "một hai|ba bốn")]
    [InlineData("một hai\nba bốn", "một hai|ba bốn")]
    [InlineData("một! Hai", "")]
    [InlineData("một. hai", "một hai")]
    [InlineData("một, hai", "một hai")]
    public void No_pair_crosses_a_sentence_or_paragraph(string text, string pairs) => Assert.Equal(Split(pairs), Pairs(text));

    [Theory]
    [InlineData("số 16-KL/TW mới", "số 16|16 kl|kl tw|tw mới")]
    [InlineData("ở TP.HCM nay", "ở tp|tp hcm|hcm nay")]
    [InlineData("ngày 30/11/2023", "ngày 30|30 11|11 2023")]
    [InlineData("bệnh Covid19 lan", "bệnh covid|covid 19|19 lan")]
    public void Parts_of_a_composite_form_pairs_and_the_composite_does_not(string text, string pairs) => Assert.Equal(Split(pairs), Pairs(text));

    [Theory]
    [InlineData("khóa XIII này", "khóa xiii|xiii này")]
    [InlineData("xem #vietnam nhé", "xem vietnam|vietnam nhé")]
    [InlineData("mở http://漢 ra", "mở http|http ra")]
    public void Values_of_Roman_numerals_tags_and_addresses_of_one_word_are_left_out(string text, string pairs) => Assert.Equal(Split(pairs), Pairs(text));

    [Theory]
    [InlineData("")]
    [InlineData("một")]
    [InlineData("…")]
    public void Less_than_two_tokens_form_none(string text) => Assert.Empty(Pairs(text));

    [Fact]
    public void Long_words_form_pairs_of_their_indexed_parts()
    {
        string word = new('ế', VietnameseTokenizer.LongestTerm);
        Assert.Equal([$"{word} {word}", $"{word} một"], Pairs($"{word} {word}y một"));
    }

    [Fact]
    public void The_pairs_of_a_text_do_not_depend_on_the_texts_before() =>
        Gen.Select(RandomText.Any, RandomText.Any).Sample(
            (before, text) =>
            {
                Pairs(before);
                using var fresh = new SyllablePairFilterTests();
                Assert.Equal(fresh.Pairs(text), Pairs(text));
            },
            iter: 2_000,
            threads: 1);

    [Fact]
    public void Tokens_pass_unchanged() =>
        RandomText.Any.Sample(
            text =>
            {
                _tokenizer.SetReader(new StringReader(text));
                Assert.Equal(AssertTokens.Of(text), AssertTokens.Of(_filter, text.Length));
            },
            iter: 1_000,
            threads: 1);

    [Fact]
    public void More_pairs_than_the_buffers_hold_are_all_recorded() =>
        Assert.Equal(199_999, Pairs(string.Concat(Enumerable.Repeat("đối ngoại ", 100_000))).Count);

    private static string[] Split(string pairs) => pairs.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private List<string> Pairs(string text)
    {
        _tokenizer.SetReader(new StringReader(text));
        AssertTokens.Of(_filter, text.Length);
        var pairs = new List<string>();
        using TokenStream recorded = _filter.Recorded;
        var term = recorded.GetAttribute<ICharTermAttribute>();
        recorded.Reset();
        while (recorded.IncrementToken())
        {
            pairs.Add(FoldedOrder.Read(term.ToString()!));   // a term has a text
        }

        recorded.End();
        return pairs;
    }
}
