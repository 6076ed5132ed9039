using CsCheck;
using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class TypingPropertyTests
{
    private static readonly TypingDecoder Decoder = new();

    private static readonly DocumentFrequency Frequency = word => word.Length % 3 / 2.0;

    private static readonly Gen<TypingHabit> Habits = Gen.Int[0, 2].Select(habit => (TypingHabit)habit);

    private static readonly Gen<string> Texts = Gen.OneOf(
        "Công đoàn Việt Nam mở rộng đối ngoại ở Thừa Thiên Huế – “hoà bình”, thuỷ lợi; Đắk Lắk, xe moóc! LĐLĐ TP.HCM 2018 U23 quan1 taxi test 16-KL/TW ngoằn ngoèo được giữ gìn".Split(' '))
        .Array[0, 12].Select(words => string.Join(' ', words));

    /// <summary>Keys of all methods, white space, punctuation, Vietnamese letters in both forms, and broken surrogates.</summary>
    private static readonly Gen<char> Strangers = Gen.OneOf(
        Gen.Char["aeiouydhngtsfrxjwzAEDW"], Gen.Char["0123456789'`?~.^(+*\\-/:,\" \t\u00A0"], Gen.Char["đốạơ\u0301\u0302\u0323\u200B\uD83D\uDE00\uD800"], Gen.Char);

    private static readonly Gen<string> Queries = Mutation.OfText(
        Gen.OneOf(
            Gen.Select(Texts, Habits, (text, habit) => Telex.Encode(text, habit)),
            Gen.Select(Texts, Habits, (text, habit) => Vni.Encode(text, habit)),
            Gen.OneOf("ddo^'i ngoa.i", "Vie^.t Nam dda^'t nu+o+'c", "co^ng ddoa`n la gi`?").Array[0, 3].Select(parts => string.Join(' ', parts)),
            Texts,
            Strangers.Array[0, 40].Select(chars => new string(chars))),
        Strangers);

    [Fact]
    public void No_query_makes_decoding_throw_and_what_is_not_decoded_stays() =>
        Queries.Sample(
            query =>
            {
                AssertConsistent(query, Decoder.DecodeQuery(query));
                AssertConsistent(query, Decoder.DecodeQuery(query, Frequency));
            },
            iter: Mutation.Runs);

    [Fact]
    public void No_word_makes_a_method_throw() =>
        Queries.Sample(
            keys =>
            {
                foreach (TypedWord word in (TypedWord[])[Telex.Decode(keys), Vni.Decode(keys), Viqr.Decode(keys)])
                {
                    Assert.True(word.Kind != TypedWordKind.Keys || word.Text == keys);
                    Assert.True(word.Text.Length <= keys.Length);
                }
            },
            iter: Mutation.Runs);

    [Fact]
    public void Any_text_is_written_as_keys() =>
        Gen.Select(Queries, Habits).Sample(
            (text, habit) =>
            {
                Assert.NotNull(Telex.Encode(text, habit));
                Assert.NotNull(Vni.Encode(text, habit));
            },
            iter: Mutation.Runs);

    [Fact]
    public void Any_words_may_be_declared_foreign() =>
        Gen.Select(Queries.Array[0, 3], Queries).Sample((words, query) => AssertConsistent(query, new TypingDecoder(words).DecodeQuery(query)), iter: Mutation.Runs / 100);

    [Fact]
    public void A_query_that_is_left_alone_is_left_alone_with_other_white_space() =>
        Queries.Where(query => Decoder.DecodeQuery(query) is null).Sample(
            query => Assert.Null(Decoder.DecodeQuery($" {query.Replace(" ", "\t ", StringComparison.Ordinal)}\n")),
            iter: Mutation.Runs);

    private static void AssertConsistent(string query, DecodedQuery? decoded)
    {
        foreach (IReadOnlyList<TypedReading> readings in decoded is null ? [] : (IReadOnlyList<TypedReading>[])[decoded.Words, decoded.Readings])
        {
            Assert.NotEmpty(readings);
            string text = "";
            int end = 0;
            foreach (TypedReading reading in readings)
            {
                Assert.InRange(reading.Start, end, query.Length - 1);
                Assert.InRange(reading.End, reading.Start + 1, query.Length);
                text += query[end..reading.Start] + reading.Text;
                end = reading.End;
            }

            Assert.Equal(decoded!.Text, text + query[end..]);
        }
    }
}
