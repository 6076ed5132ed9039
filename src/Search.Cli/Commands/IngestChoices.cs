using System.CommandLine;
using Search.Ingest;

namespace Search.Cli.Commands;

/// <summary>The options that say how inputs are read.</summary>
internal sealed class IngestChoices
{
    private readonly Option<IngestFormat> _format = new("--format") { HelpName = "auto|text|html|json|jsonl|csv|rss|warc", Description = "What the files hold." };

    private readonly Option<FieldMapping> _fields = new("--fields")
    {
        HelpName = "FIELD=NAME,…",
        Description = "Which names the fields of articles have in JSON and tables: title=headline,body=content.text.",
        DefaultValueFactory = _ => FieldMapping.None,
        CustomParser = argument =>
        {
            if (FieldMapping.TryParse(argument.Tokens[0].Value, out FieldMapping? mapping, out string? problem))
            {
                return mapping;
            }

            argument.AddError($"--fields: {problem}");
            return null;
        },
    };

    private readonly Option<string[]> _include = Globs("--include", "Read only files that match, under folders and in archives: **/*.html.");
    private readonly Option<string[]> _exclude = Globs("--exclude", "Leave out files that match.");
    private readonly Option<bool> _related = new("--related") { Description = "Make short articles of the teasers of other articles on a page." };

    private readonly Option<int> _threads = new("--threads")
    {
        HelpName = "N",
        Description = "How many threads parse and analyze, 1 to 256; by default as many as there are processors.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public IngestChoices() => _threads.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > 256)
        {
            result.AddError("--threads is out of range; expected 1 to 256.");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_fields);
        command.Add(_include);
        command.Add(_exclude);
        command.Add(_related);
        command.Add(_threads);
    }

    /// <summary>What was chosen.</summary>
    public IngestOptions Read(ParseResult parsed) => new()
    {
        Format = parsed.GetValue(_format),
        Fields = parsed.GetRequiredValue(_fields),
        Include = parsed.GetValue(_include) ?? [],
        Exclude = parsed.GetValue(_exclude) ?? [],
        Related = parsed.GetValue(_related),
        Threads = parsed.GetValue(_threads),
    };

    private static Option<string[]> Globs(string name, string description) => new(name) { HelpName = "GLOB", Description = description };
}
