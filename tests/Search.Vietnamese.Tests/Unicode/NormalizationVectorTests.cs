using Search.Vietnamese.Unicode;

namespace Search.Vietnamese.Tests.Unicode;

public sealed class NormalizationVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("unicode.tsv");

    [VectorTheory("unicode.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row)
    {
        string normalized = NormalizedText.Normalize(row["input"]);
        Assert.Equal(row["normalized"], normalized);
        Assert.Equal(row["normalized"], NormalizedText.Normalize(normalized));

        char[] lowered = normalized.ToCharArray();
        NormalizedText.Lower(lowered);
        Assert.Equal(row["lowered"], new string(lowered));
    }
}
