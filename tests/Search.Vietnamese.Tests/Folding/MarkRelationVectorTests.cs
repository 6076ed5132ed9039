using Search.Vietnamese.Folding;
using Search.Vietnamese.Syllables;

namespace Search.Vietnamese.Tests.Folding;

public sealed class MarkRelationVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("folding-match.tsv");

    [VectorTheory("folding-match.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row) =>
        Assert.Equal(
            Enum.Parse<MarkRelation>(row["relation"], ignoreCase: true),
            MarkRelations.Between(TonePlacement.Canonical(row["query"]), TonePlacement.Canonical(row["text"])));
}
