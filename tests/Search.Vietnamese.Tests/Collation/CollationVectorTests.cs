using Search.Vietnamese.Collation;

namespace Search.Vietnamese.Tests.Collation;

public sealed class CollationVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("collation.tsv");

    [VectorTheory("collation.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row)
    {
        int expected = int.Parse(row["cmp"], null);
        VietnameseComparer comparer = VietnameseComparer.Text;
        Assert.Equal(expected, Math.Sign(comparer.Compare(row["a"], row["b"])));
        Assert.Equal(-expected, Math.Sign(comparer.Compare(row["b"], row["a"])));
        Assert.Equal(expected, Math.Sign(comparer.Key(row["a"]).CompareTo(comparer.Key(row["b"]))));
    }
}
