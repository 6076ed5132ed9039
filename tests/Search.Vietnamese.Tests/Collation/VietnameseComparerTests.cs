using CsCheck;
using Search.Vietnamese.Collation;

namespace Search.Vietnamese.Tests.Collation;

public sealed class VietnameseComparerTests
{
    /// <summary>Short texts over few characters, so that many are alike or differ late; NFD, digits, signs, other scripts, lone surrogates.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["aAáàâbđ 0127\u0301\u0323"], 0, 8],
        Gen.String[Gen.Char["hoàHOaáòu y\u0300\u0308"], 0, 8],
        Gen.String[Gen.Char["éüøßæ-.,½жЖ中٣\u200B\uD83D\uDE00\uD800"], 0, 6],
        Gen.String);

    private static readonly Gen<VietnameseComparer> Comparers = Gen.Bool.Select(isName => isName ? VietnameseComparer.PersonalName : VietnameseComparer.Text);

    [Fact]
    public void Order_is_reflexive_and_antisymmetric_and_transitive() =>
        Gen.Select(Comparers, Texts, Texts, Texts).Sample((comparer, a, b, c) =>
        {
            Assert.Equal(0, comparer.Compare(a, new string(a)));
            Assert.Equal(Math.Sign(comparer.Compare(a, b)), -Math.Sign(comparer.Compare(b, a)));
            string[] sorted = [a, b, c];
            Array.Sort(sorted, comparer);
            Assert.True(comparer.Compare(sorted[0], sorted[2]) <= 0);
            Assert.True(comparer.Compare(sorted[0], sorted[1]) != 0 || Math.Sign(comparer.Compare(sorted[1], sorted[2])) == Math.Sign(comparer.Compare(sorted[0], sorted[2])));
        }, iter: 10_000);

    [Fact]
    public void Keys_are_in_the_order_of_their_texts() =>
        Gen.Select(Comparers, Texts, Texts).Sample((comparer, a, b) =>
        {
            CollationKey first = comparer.Key(a);
            CollationKey second = comparer.Key(b);
            Assert.Equal(Math.Sign(comparer.Compare(a, b)), Math.Sign(first.CompareTo(second)));
            Assert.Equal(first == second, first.CompareTo(second) == 0);
            Assert.True(first != second || first.GetHashCode() == second.GetHashCode());
        }, iter: 10_000);

    [Fact]
    public void Text_stands_after_what_it_begins_with() =>
        Gen.Select(Gen.String[Gen.Char["aAáđ -."], 0, 8], Gen.String[Gen.Char["bcđ -."], 1, 4]).Sample((text, more) =>
            Assert.True(VietnameseComparer.Text.Compare(text, text + more) < 0), iter: 5_000);

    [Fact]
    public void Null_stands_before_every_text()
    {
        string?[] texts = ["a", null, ""];
        Array.Sort(texts, VietnameseComparer.Text);
        Assert.Equal([null, "", "a"], texts.AsEnumerable());
        Assert.True(default(CollationKey) < VietnameseComparer.Text.Key(""));
        Assert.Throws<ArgumentNullException>(() => VietnameseComparer.Text.Key(null!));
    }

    [Fact]
    public void Provinces_and_people_of_the_documentation_sort_as_it_says()
    {
        string[] provinces = ["Hưng Yên", "Hà Nội", "Đắk Lắk", "Hải Dương", "Hà Nam"];
        Array.Sort(provinces, VietnameseComparer.Text);
        Assert.Equal(["Đắk Lắk", "Hà Nam", "Hà Nội", "Hải Dương", "Hưng Yên"], provinces);
        string[] people = ["Trần Thị Bình", "Nguyễn Văn An", "Lê An"];
        Array.Sort(people, VietnameseComparer.PersonalName);
        Assert.Equal(["Lê An", "Nguyễn Văn An", "Trần Thị Bình"], people);
    }

    [Theory]
    [InlineData("ha\u0300 no\u0323\u0302i", "hà nội")]     // Unicode forms
    [InlineData("thuỷ", "thủy")]                            // tone placement
    [InlineData("quận 07", "quận 7")]
    [InlineData("Ðà Nẵng", "Đà Nẵng")]                      // the eth
    [InlineData("a\u200Db", "ab")]
    public void Spellings_of_the_same_text_compare_as_equal(string a, string b)
    {
        Assert.Equal(0, VietnameseComparer.Text.Compare(a, b));
        Assert.Equal(VietnameseComparer.Text.Key(a), VietnameseComparer.Text.Key(b));
    }

    [Theory]
    [InlineData("Munchen", "München", "Munda")]             // other marks count below the letters
    [InlineData("tone", "Tøne", "tong")]
    [InlineData("strase", "strasse", "straße", "strate")]
    [InlineData("zebra", "Жданов", "中国")]                  // other scripts after the Latin one
    [InlineData("#tag", "1", "10", "9999999999999999999999", "a")]
    [InlineData("an", "AN", "àn", "ÀN", "ăn")]
    public void Texts_stand_in_this_order(params string[] texts)
    {
        string[] sorted = [.. texts.Reverse()];
        Array.Sort(sorted, VietnameseComparer.Text);
        Assert.Equal(texts, sorted);
    }

    [Fact]
    public void Numbers_of_any_length_stand_by_their_value()
    {
        string[] numbers = [.. Enumerable.Range(250, 12).Select(digits => "1" + new string('0', digits))];
        string[] sorted = [.. numbers.Reverse()];
        Array.Sort(sorted, VietnameseComparer.Text);
        Assert.Equal(numbers, sorted);
    }

    [Theory]
    [InlineData("Trần Bình An", "Lê Văn Anh")]              // the given name first
    [InlineData("Lê Văn Tú", "Trần Anh Tú")]                // then the surname
    [InlineData("Lê Anh Tú", "Lê Văn Tú")]                  // then what is between
    [InlineData("Lê Tú", "Lê Anh Tú")]
    [InlineData("Tú", "Lê Tú")]
    [InlineData("  LÊ  VĂN  HÒA", "Lê Văn Hóa")]            // tones of the given name before anything else
    [InlineData("Lê Văn HÒA", "Trần Anh Hòa")]              // capitals after all names
    public void Names_stand_in_this_order(string first, string second) =>
        Assert.True(VietnameseComparer.PersonalName.Compare(first, second) < 0);

    [Fact]
    public void Comparing_allocates_nothing()
    {
        VietnameseComparer comparer = VietnameseComparer.Text;
        comparer.Compare("Hải Phòng quận 10", "Hải Phòng, hoà bình");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            comparer.Compare("Hải Phòng quận 10", "Hải Phòng, hoà bình");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
