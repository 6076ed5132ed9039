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
        Assert.Equal("giá vàng triệu đồng/lượng, quan hệ Mỹ-Trung", DecodedOrSame("gias vangf trieeuj ddoongf/luowngj, quan heej Myx-Trung"));

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
    public void A_word_of_the_collection_is_left_alone_by_itself()
    {
        TypingDecoder decoder = Knowing(("hari", 94), ("hải", 4_776));
        Assert.Null(decoder.DecodeQuery("ca sĩ Hari Won"));
    }

    [Fact]
    public void Mistyped_words_of_the_collection_do_not_hide_frequent_ones() =>
        Assert.Equal("bản", Knowing(("banr", 2), ("bản", 11_480)).DecodeQuery("banr")?.Text);

    [Fact]
    public void What_would_not_be_found_is_left_alone_by_itself() => Assert.Null(Knowing(("linh", 10)).DecodeQuery("linx"));

    [Fact]
    public void Beside_typed_words_the_more_frequent_word_wins()
    {
        TypingDecoder decoder = Knowing(("taxi", 394), ("đi", 16_379), ("sân", 5_062), ("sex", 63), ("sẽ", 20_465), ("samsung", 300));
        Assert.Equal("taxi đi sân", decoder.DecodeQuery("taxi ddi saan")?.Text);
        Assert.Equal("samsung sẽ đi", decoder.DecodeQuery("samsung sex ddi")?.Text);
    }

    [Theory]
    [InlineData("ddi Ddawsk Lawsk", "đi Đắk Lắk")]
    [InlineData("ddi xe mooocs", "đi xe moóc")]
    [InlineData("LDDLDD ddi", "LĐLĐ đi")]
    [InlineData("ddi baaoocs", "đi baaoocs")]
    public void Words_of_the_collection_that_are_no_syllables_are_decoded_beside_typed_words(string query, string text) =>
        Assert.Equal(text, Knowing(("đi", 9), ("đắk", 3), ("lắk", 3), ("moóc", 1), ("lđlđ", 5)).DecodeQuery(query)?.Text);

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

    private static TypingDecoder Knowing(params (string Word, int Documents)[] words)
    {
        var frequencies = words.ToDictionary(word => word.Word, word => word.Documents);
        return new TypingDecoder { Frequency = word => frequencies.GetValueOrDefault(word.ToString()) };
    }
}
