using Search.Engine.Highlighting;
using Search.Engine.Suggesting;

namespace Search.Engine.Tests.Suggesting;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("doi ngo", "doi", "ngo")]
    [InlineData("đối ngoại ", "đối ngoại", "")]
    [InlineData("Đối  ngo", "đối", "ngo")]
    [InlineData("TP.HC", "tp", "hc")]
    [InlineData("Arsenal - Ch", "arsenal", "ch")]
    [InlineData("hoà", "", "hòa")]
    [InlineData("vie\u0302", "", "viê")]
    [InlineData("16/", "16", "")]
    [InlineData("", "", "")]
    public void A_text_is_whole_words_and_the_beginning_of_one(string text, string words, string beginning)
    {
        TypedText typed = TypedText.Read(text);

        Assert.Equal((words, beginning), (string.Join(' ', typed.Words), typed.Beginning));
    }

    [Theory]
    [InlineData("ddoois ng", "đối ng")]
    [InlineData("ddoois ngoa", "đối ngoa")]
    [InlineData("vieej", "việ")]
    [InlineData("vieet", "viêt")]
    [InlineData("ddoois ngoaij c", "đối ngoại c")]
    [InlineData("dd", "đ")]
    [InlineData("cong ddoa", "cong đoa")]
    [InlineData("d9o61i ngoa5", "đối ngoạ")]
    [InlineData("vie65", "việ")]
    [InlineData("Tieengs V", "Tiếng V")]
    public void Raw_keys_are_also_read_as_what_they_show_before_the_word_is_whole(string keys, string shown) =>
        Assert.Contains(TypedText.Readings(keys), typed => typed.Folded == TypedText.Read(shown).Folded
            && typed.Words.SequenceEqual(TypedText.Read(shown).Words) && typed.Beginning == TypedText.Read(shown).Beginning);

    [Theory]
    [InlineData("doi ngoai")]
    [InlineData("đối ngoạ")]
    [InlineData("nguy")]
    [InlineData("")]
    [InlineData(" ")]
    public void What_is_no_raw_keys_has_one_reading(string text) => Assert.Single(TypedText.Readings(text));

    [Theory]
    [InlineData("hò", "hoàng", true)]
    [InlineData("hoà", "hoàng", true)]
    [InlineData("hóa", "hoàng", false)]
    [InlineData("tie", "tiếng", true)]
    [InlineData("tiê", "tiếng", true)]
    [InlineData("tié", "tiếng", true)]
    [InlineData("tiè", "tiếng", false)]
    [InlineData("đ", "dương", false)]
    [InlineData("d", "đương", true)]
    [InlineData("duơ", "dương", true)]
    [InlineData("duô", "dương", false)]
    [InlineData("dương x", "dương", false)]
    public void A_word_begins_so_if_it_has_the_marks_that_were_typed(string beginning, string word, bool begins) =>
        Assert.Equal(begins, MarkedPrefix.Begins(word, beginning));

    [Theory]
    [InlineData("doi ng", "đối ngoại", true)]
    [InlineData("đối ng", "đối ngoại", true)]
    [InlineData("đội ng", "đối ngoại", false)]
    [InlineData("đoi ng", "đối ngoại", true)]
    [InlineData("doi ngó", "đối ngoại", false)]
    public void A_phrase_begins_so_if_every_word_has_the_marks_that_were_typed(string text, string phrase, bool begins) =>
        Assert.Equal(begins, TypedText.Read(text).Begins(phrase));

    [Theory]
    [InlineData("doi ngo", "Hoạt động đối ngoại", "đối|ngo", false)]
    [InlineData("doi ngo", "Đo\u0302\u0301i ngoa\u0323i", "Đo\u0302\u0301i|ngo", true)]
    [InlineData("doi ngoa", "Đo\u0302\u0301i ngoa\u0323i", "Đo\u0302\u0301i|ngoa\u0323", true)]
    [InlineData("covid", "Covid-19", "Covid", true)]
    [InlineData("nam a", "Việt Nam", "", false)]
    public void It_says_where_a_text_has_what_was_typed(string typed, string text, string parts, bool isAtStart)
    {
        IReadOnlyList<TextRange> ranges = TypedText.Read(typed).RangesIn(text, out bool found);

        Assert.Equal((parts, isAtStart), (string.Join('|', ranges.Select(range => text[range.Start..range.End])), found));
    }
}
