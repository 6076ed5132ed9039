using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Vietnamese.Tokens;

namespace Search.Vietnamese.Tests.Tokens;

public sealed class TokenVectorTests
{
    public static TheoryData<VectorRow> Rows => VectorFile.Rows("tokens.tsv");

    [VectorTheory("tokens.tsv")]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void Row(VectorRow row)
    {
        string[] expected = [.. JsonNode.Parse(row["tokens_json"])!.AsArray().Select(token => Describe(
            (string)token!["term"]!, (string)token["type"]!, (int)token["start"]!, (int)token["end"]!, (int)token["pos"]!, (int)token["n"]!))];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Scan(row["text"])));
    }

    private static IEnumerable<string> Scan(string text)
    {
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            yield return Describe(scanner.Term.ToString(), token.Type.Name(), token.Start, token.End, token.Position, token.PositionCount);
        }
    }

    private static string Describe(string term, string type, int start, int end, int position, int n) =>
        JsonSerializer.Serialize(new { term, type, start, end, position, n }, JsonSerializerOptions.Web);
}
