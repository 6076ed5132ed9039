using System.CommandLine;
using Search.Cli.Commands;

var root = new RootCommand("Vietnamese full-text search: index articles and search them.")
{
    EvaluateCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    return 2;
}

return await parsed.InvokeAsync();
