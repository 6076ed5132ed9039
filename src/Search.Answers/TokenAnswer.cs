using Search.Vietnamese.Tokens;

namespace Search.Answers;

/// <summary>One token of a text.</summary>
/// <param name="Term">The canonical form.</param>
/// <param name="Type">The short name of what it is: `syl`, `word`, `acr`, `num`, `alnum`, `doc`, `date`, `ver`, `url`, `email`, `tag`, `han`,
/// `roman`, `join` or `code`.</param>
/// <param name="Start">0-based offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset after its last code unit.</param>
/// <param name="Pos">0-based count of the places before it.</param>
/// <param name="N">The places it spans: more than 1 for a composite, whose parts follow it.</param>
public sealed record TokenAnswer(string Term, string Type, int Start, int End, int Pos, int N)
{
    /// <summary>The tokens of a text, a composite before its parts.</summary>
    public static IReadOnlyList<TokenAnswer> Of(string text)
    {
        var tokens = new List<TokenAnswer>();
        var scanner = new VietnameseTokenScanner();
        scanner.Reset(text.AsMemory());
        while (scanner.MoveNext())
        {
            VietnameseToken token = scanner.Current;
            tokens.Add(new(WellFormedText.Of(scanner.Term.ToString()), token.Type.Name(), token.Start, token.End, token.Position, token.PositionCount));
        }

        return tokens;
    }
}
