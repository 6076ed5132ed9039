using CsCheck;
using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class TypingPropertyTests
{
    private static readonly TypingDecoder Decoder = new();
    private static readonly TypingDecoder KnowingDecoder = new() { Frequency = word => word.Length % 3 };

    /// <summary>Keys of all methods, white space, punctuation, Vietnamese letters in both forms, and broken surrogates.</summary>
    private static readonly Gen<string> Queries = Gen.OneOf(
        Gen.String[Gen.Char["aeiouydhngtsfrxjwz  "], 0, 40],
        Gen.String[Gen.Char["aeouyDdngtsw0123456789'`?~.^(+*\\-/:,\"AEW \t\u00A0"], 0, 40],
        Gen.String[Gen.Char["đốaooiddwj \u0301\u0302\u200B\uD83D\uDE00\uD800"], 0, 40],
        Gen.String);

    [Fact]
    public void No_query_makes_decoding_throw_and_what_is_not_decoded_stays() =>
        Queries.Sample(query =>
        {
            foreach (TypingDecoder decoder in (TypingDecoder[])[Decoder, KnowingDecoder])
            {
                if (decoder.DecodeQuery(query) is { } decoded)
                {
                    AssertConsistent(query, decoded, decoded.Words);
                    AssertConsistent(query, decoded, decoded.Readings);
                }
            }
        }, iter: 50_000);

    [Fact]
    public void No_word_makes_a_method_throw() =>
        Queries.Sample(keys =>
        {
            foreach (TypedWord word in (TypedWord[])[Telex.Decode(keys), Vni.Decode(keys), Viqr.Decode(keys)])
            {
                Assert.True(word.Kind != TypedWordKind.Keys || word.Text == keys);
            }

            Assert.NotNull(Telex.Encode(keys));
        }, iter: 50_000);

    [Fact]
    public void A_query_that_is_left_alone_is_left_alone_with_other_white_space() =>
        Queries.Where(query => Decoder.DecodeQuery(query) is null)
            .Sample(query => Assert.Null(Decoder.DecodeQuery($" {query.Replace(" ", "\t ", StringComparison.Ordinal)}\n")), iter: 20_000);

    private static void AssertConsistent(string query, DecodedQuery decoded, IReadOnlyList<TypedReading> readings)
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

        Assert.Equal(decoded.Text, text + query[end..]);
    }
}
