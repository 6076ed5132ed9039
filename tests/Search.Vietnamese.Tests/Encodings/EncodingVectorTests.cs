using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Vietnamese.Tests.Encodings;

public sealed class EncodingVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("encodings.tsv");

    [VectorTheory("encodings.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row)
    {
        byte[] bytes = Convert.FromHexString(row["hex"]);
        if (row["encoding"] is "utf8-as-1252" or "legacy-as-latin1" or "html" or "text")
        {
            RepairedText repaired = TextRepair.Repair(Encoding.UTF8.GetString(bytes));
            Assert.Equal((row["text"], row["detected"]), (repaired.Text, repaired.Label));
        }
        else
        {
            Assert.True(TextEncoding.TryFind(row["encoding"], out TextEncoding? encoding));
            Assert.Equal(row["text"], encoding.Decode(bytes));
            Assert.Equal(row["detected"], EncodingDetector.Detect(bytes)?.Encoding.Name ?? "-");
        }
    }
}
