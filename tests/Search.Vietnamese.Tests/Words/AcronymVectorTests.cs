using System.Text.Json;
using Search.Vietnamese.Words;

namespace Search.Vietnamese.Tests.Words;

public sealed class AcronymVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("acronyms.tsv");

    [VectorTheory("acronyms.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row)
    {
        AcronymDefinition[] expected = [.. JsonDocument.Parse(row["pairs_json"]).RootElement.EnumerateArray().Select(pair => new AcronymDefinition(
            pair.GetProperty("acr").GetString()!, pair.GetProperty("long").GetString()!, pair.GetProperty("skipped").GetInt32(), pair.GetProperty("loose").GetInt32()))];

        Assert.Equal(expected, new AcronymMiner().Mine(row["text"]));
    }
}
