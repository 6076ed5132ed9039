using System.CommandLine;
using Search.Answers;

namespace Search.Cli.Commands;

/// <summary><c>search analyze</c>: shows the tokens of a text.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "The text to cut into tokens." };
        var json = new Option<bool>("--json") { Description = "Print a JSON array." };
        var command = new Command("analyze", "Shows the tokens of a text, with offsets in UTF-16 code units.") { text, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(text), parsed.GetValue(json)));
        return command;
    }

    private static void Run(string text, bool json)
    {
        IReadOnlyList<TokenAnswer> tokens = TokenAnswer.Of(text);
        if (json)
        {
            Console.WriteLine(AnswerJson.Serialize(tokens));
            return;
        }

        foreach (TokenAnswer token in tokens)
        {
            Console.WriteLine($"{token.Pos,4} {token.Type,-6} {token.Start,4}-{token.End,-4} {token.Term}{(token.N > 1 ? $"  (spans {token.N})" : "")}");
        }
    }
}
