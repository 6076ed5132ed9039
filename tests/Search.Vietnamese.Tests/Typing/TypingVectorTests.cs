using Search.Vietnamese.Typing;

namespace Search.Vietnamese.Tests.Typing;

public sealed class TypingVectorTests
{
    public static TheoryData<VectorRow> TelexRows => VectorFile.Rows("telex.tsv");

    public static TheoryData<VectorRow> VniRows => VectorFile.Rows("vni.tsv");

    public static TheoryData<VectorRow> QueryRows => VectorFile.Rows("telex-decide.tsv");

    [VectorTheory("telex.tsv")]
    [MemberData(nameof(TelexRows), DisableDiscoveryEnumeration = true)]
    public void Telex_row(VectorRow row) => Assert.Equal(Expected(row), Telex.Decode(row["keys"]));

    [VectorTheory("vni.tsv")]
    [MemberData(nameof(VniRows), DisableDiscoveryEnumeration = true)]
    public void Vni_or_viqr_row(VectorRow row) =>
        Assert.Equal(Expected(row), row["method"] switch
        {
            "vni" => Vni.Decode(row["keys"]),
            "viqr" => Viqr.Decode(row["keys"]),
            _ => Telex.Decode(row["keys"]),
        });

    [VectorTheory("telex-decide.tsv")]
    [MemberData(nameof(QueryRows), DisableDiscoveryEnumeration = true)]
    public void Query_row(VectorRow row) => Assert.Equal(row["decoded"], new TypingDecoder().DecodeQuery(row["query"])?.Text ?? "");

    private static TypedWord Expected(VectorRow row) => new(row["text"], row["valid"] switch
    {
        "1" => TypedWordKind.Syllable,
        "u" => TypedWordKind.Undone,
        _ => TypedWordKind.Keys,
    });
}
