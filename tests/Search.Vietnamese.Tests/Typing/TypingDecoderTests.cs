using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class TypingDecoderTests
{
    private static readonly TypingDecoder Decoder = new();

    [Fact]
    public void Words_have_their_offsets_in_the_query_and_neighbours_make_one_reading()
    {
        DecodedQuery decoded = Decoder.DecodeQuery("ddoois ngoaij cong ddoanf")!;
        Assert.Equal(TypingMethod.Telex, decoded.Method);
        Assert.Equal("đối ngoại cong đoàn", decoded.Text);
        Assert.Equal([new("đối", 0, 6), new("ngoại", 7, 13), new("đoàn", 19, 25)], decoded.Words);
        Assert.Equal([new("đối ngoại", 0, 13), new("đoàn", 19, 25)], decoded.Readings);
    }

    [Fact]
    public void Quotes_brackets_and_punctuation_stay_around_decoded_words()
    {
        DecodedQuery decoded = Decoder.DecodeQuery("\"ddoois  ngoaij\", (Coong ddoanf) laf gif?")!;
        Assert.Equal("\"đối  ngoại\", (Công đoàn) là gì?", decoded.Text);
        Assert.Equal([new("đối  ngoại", 1, 15), new("Công đoàn", 19, 31), new("là gì", 33, 40)], decoded.Readings);
    }

    [Fact]
    public void Typed_parts_of_compounds_are_decoded_beside_typed_words() =>
        Assert.Equal("giá vàng triệu đồng/lượng, quan hệ Mỹ-Trung, TP.Đà Nẵng", DecodedOrSame("gias vangf trieeuj ddoongf/luowngj, quan heej Myx-Trung, TP.Ddaf Nawngx"));

    [Theory]
    [InlineData("U17 viet nam")]
    [InlineData("CO2e")]
    [InlineData("ROX giam gia")]
    [InlineData("tan cong DDoS")]
    [InlineData("nhac A.I")]
    [InlineData("khoa20")]
    [InlineData("phim Cosmo")]
    [InlineData("i'm")]
    [InlineData("")]
    [InlineData(" - : ")]
    public void Names_and_abbreviations_are_left_alone(string query) => Assert.Null(Decoder.DecodeQuery(query));

    [Fact]
    public void Signs_without_letters_say_nothing_of_how_a_query_was_typed() => Assert.Equal("đi & có 😀", DecodedOrSame("ddi & cos 😀"));

    [Fact]
    public void Words_that_an_operator_adds_are_left_alone()
    {
        Assert.Equal("phim lĩn", DecodedOrSame("phim Linx").ToLowerInvariant());
        Assert.Null(new TypingDecoder(["LINX"]).DecodeQuery("phim Linx"));
    }

    [Fact]
    public void Without_a_collection_a_word_unknown_to_the_list_is_decoded() => Assert.Equal("ca sĩ Hải Won", DecodedOrSame("ca sĩ Hari Won"));

    [Fact]
    public void A_word_of_the_collection_is_left_alone_by_itself() =>
        Assert.Null(Decoder.DecodeQuery("ca sĩ Hari Won", Knowing(("hari", 94), ("hải", 4_776))));

    [Fact]
    public void Mistyped_words_of_the_collection_do_not_hide_frequent_ones() =>
        Assert.Equal("bản", Decoder.DecodeQuery("banr", Knowing(("banr", 2), ("bản", 11_480)))?.Text);

    [Theory]
    [InlineData("linx")]      // lĩn: in no document
    [InlineData("Hura")]      // hủa: rare
    [InlineData("Dojo")]      // dộ: rather rare, and Dojo would be an odd way of typing it
    public void Keys_of_rare_words_may_be_names_and_are_left_alone_by_themselves(string query) =>
        Assert.Null(Decoder.DecodeQuery(query, Knowing(("linh", 10), ("hủa", 17), ("dộ", 100))));

    [Theory]
    [InlineData("giao thongo", "giao thông")]
    [InlineData("gia1 iphone 17", "giá iphone 17")]
    [InlineData("con cua3 messi", "con của messi")]
    [InlineData("D9a81k La81k", "Đắk Lắk")]
    [InlineData("Ddawsk Lawsk", "Đắk Lắk")]
    public void Keys_of_frequent_words_are_decoded_though_their_form_is_doubtful(string query, string text) =>
        Assert.Equal(text, new TypingDecoder().DecodeQuery(query, Knowing(("thông", 23_000), ("giá", 14_000), ("của", 32_000), ("đắk", 1_400), ("lắk", 1_300)))?.Text);

    [Theory]
    [InlineData("quan1")]
    [InlineData("thi thu3 thang1")]
    [InlineData("kich ban phong2 hoi thu5")]
    [InlineData("xang e5")]
    [InlineData("khi co2")]
    public void Things_with_their_number_are_left_alone(string query) =>
        Assert.Null(Decoder.DecodeQuery(query, Knowing(("quán", 2_300), ("thủ", 11_900), ("tháng", 11_700), ("phòng", 10_500), ("thụ", 1_700), ("cò", 90), ("co2", 250))));

    [Fact]
    public void Beside_typed_words_the_more_frequent_word_wins()
    {
        DocumentFrequency frequency = Knowing(("taxi", 394), ("đi", 16_379), ("sân", 5_062), ("sex", 63), ("sẽ", 20_465), ("samsung", 300));
        Assert.Equal("taxi đi sân", Decoder.DecodeQuery("taxi ddi saan", frequency)?.Text);
        Assert.Equal("samsung sẽ đi", Decoder.DecodeQuery("samsung sex ddi", frequency)?.Text);
    }

    [Theory]
    [InlineData("ddi Ddawsk Lawsk", "đi Đắk Lắk")]
    [InlineData("ddi xe mooocs", "đi xe moóc")]
    [InlineData("LDDLDD ddi", "LĐLĐ đi")]
    [InlineData("D9T d9i VD9QG", "ĐT đi VĐQG")]
    [InlineData("ddi baaoocs", "đi baaoocs")]
    public void Words_of_the_collection_that_are_no_syllables_are_decoded_beside_typed_words(string query, string text) =>
        Assert.Equal(text, Decoder.DecodeQuery(query, Knowing(("đi", 900), ("đắk", 30), ("lắk", 30), ("moóc", 1), ("lđlđ", 5), ("đt", 20), ("vđqg", 8)))?.Text);

    [Theory]
    [InlineData("doi ngoai cong doan viet nam nam 2025")]
    [InlineData("đối ngoại công đoàn việt nam “năm” 2025")]
    [InlineData("the taxi visa box test data momo samsung")]
    public void A_query_that_is_left_alone_costs_no_allocation(string query)
    {
        Assert.Null(Decoder.DecodeQuery(query));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Decoder.DecodeQuery(query);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string DecodedOrSame(string query) => Decoder.DecodeQuery(query)?.Text ?? query;

    /// <summary>A collection of 34,875 documents; the number of them that have each word.</summary>
    private static DocumentFrequency Knowing(params (string Word, int Documents)[] words)
    {
        var documents = words.ToDictionary(word => word.Word, word => word.Documents);
        return word => documents.GetValueOrDefault(word.ToString()) / 34_875.0;
    }
}
