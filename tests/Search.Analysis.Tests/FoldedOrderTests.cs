using System.Text;
using CsCheck;
using Search.Vietnamese.Folding;
using Search.Vietnamese.Unicode;

namespace Search.Analysis.Tests;

public sealed class FoldedOrderTests
{
    private static readonly Gen<string> Term = RandomText.Brief.Select(Lower).Where(HasNoControls);

    [Theory]
    [InlineData("doi", "doi")]
    [InlineData("đối", "doi\u0001AG")]
    [InlineData("đoan", "doan\u0001A")]
    [InlineData("đối ngoại", "doi ngoai\u0001AGeE")]
    [InlineData("zürich", "zurich\u0001!zürich")]
    public void A_term_is_its_letters_without_marks_and_a_code_of_the_marks(string term, string form) => Assert.Equal(form, FoldedOrder.Of(term));

    [Fact]
    public void All_syllables_are_read_back_as_they_were_written()
    {
        Assert.Equal(17_604, Syllables.All.Count);
        Assert.All(Syllables.All, syllable => Assert.Equal(syllable, FoldedOrder.Read(FoldedOrder.Of(syllable))));
        Assert.Equal(Syllables.All.Count, Syllables.All.Select(FoldedOrder.Of).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("doi\u0001ANCA")]
    [InlineData("doi\u0001A?")]
    [InlineData("doi\u0001zA")]
    [InlineData("xyz\u0001A")]
    public void What_is_no_form_of_a_term_is_an_error(string form) => Assert.Throws<FormatException>(() => FoldedOrder.Read(form));

    [Theory]
    [InlineData("šárka")]
    [InlineData("garçon")]
    [InlineData("ångström đo")]
    [InlineData("ŏ\u0301")]
    [InlineData("ấ\u0301\u0323\u20dd")]
    [InlineData("\u0301")]
    [InlineData("\u0301đ")]
    [InlineData("đ\u0301\u0302\u0303\u0304\u0305")]
    [InlineData("аё")]
    [InlineData("漢\ud842\udfb7 đ")]
    [InlineData("30/2020/nđ-cp")]
    [InlineData("")]
    public void Foreign_words_and_stray_marks_are_read_back(string term) => Assert.Equal(term, FoldedOrder.Read(FoldedOrder.Of(term)));

    [Theory]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(53)]
    [InlineData(250)]
    public void Long_words_are_read_back_whatever_stands_between_their_marks(int letters)
    {
        string plain = new('z', letters);
        Assert.Equal(plain + "ợ", FoldedOrder.Read(FoldedOrder.Of(plain + "ợ")));
        Assert.Equal("ẵ" + plain + "đ" + plain, FoldedOrder.Read(FoldedOrder.Of("ẵ" + plain + "đ" + plain)));
        string marked = string.Concat(Enumerable.Repeat("ẵđệỹ", letters));
        Assert.Equal(marked, FoldedOrder.Read(FoldedOrder.Of(marked)));
    }

    [Fact]
    public void Any_normalized_text_is_read_back_and_fits_into_the_room_promised() =>
        Term.Sample(
            term =>
            {
                string form = FoldedOrder.Of(term);
                Assert.Equal(term, FoldedOrder.Read(form));
                Assert.InRange(form.Length, term.Length, FoldedOrder.LongestForm(term.Length));
            },
            iter: 20_000);

    [Fact]
    public void Terms_alike_below_their_marks_follow_their_unmarked_form_with_nothing_between()
    {
        List<string> terms = [.. Syllables.All, .. Syllables.All.Select(syllable => syllable + " đo").Take(3000), "zurich", "zürich", "zuric", "zurich1", "do\u0301\u0302", "do-", "doi/x", "do a"];
        terms.AddRange(terms.ConvertAll(DiacriticFolding.Fold));
        AssertGroupsAreContiguous(terms.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Groups_are_contiguous_for_any_terms() =>
        Term.Array[0, 30].Sample(terms => AssertGroupsAreContiguous(terms.Concat(terms.Select(DiacriticFolding.Fold)).Distinct(StringComparer.Ordinal)), iter: 2_000);

    private static string Lower(string text) => string.Concat(NormalizedText.Normalize(text).Select(NormalizedText.Lower));

    private static bool HasNoControls(string text) => !text.AsSpan().ContainsAnyInRange('\0', '\u001F');

    /// <summary>In the order of the term dictionary, that of UTF-8 bytes.</summary>
    private static void AssertGroupsAreContiguous(IEnumerable<string> terms)
    {
        List<(byte[] Form, string Term, string Folded)> ordered = [.. terms
            .Select(term => (Form: Encoding.UTF8.GetBytes(FoldedOrder.Of(term)), term, DiacriticFolding.Fold(term)))
            .OrderBy(each => each.Form, Comparer<byte[]>.Create((first, second) => first.AsSpan().SequenceCompareTo(second)))];
        var left = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < ordered.Count; i++)
        {
            bool isFirst = i == 0 || ordered[i].Folded != ordered[i - 1].Folded;
            if (isFirst)
            {
                Assert.True(left.Add(ordered[i].Folded), $"The group of {ordered[i].Folded} is interrupted before {ordered[i].Term}.");
                Assert.Equal(ordered[i].Folded, ordered[i].Term);
            }
        }
    }
}
