using System.CommandLine;
using System.Globalization;
using Search.Engine.Searching;

namespace Search.Cli.Commands;

/// <summary>The options that choose articles by what they are, as the parameters of <c>/api/search</c> with the same names.</summary>
internal sealed class FilterOptions
{
    private readonly Option<DateOnly?> _from = Day("--from", "The first day, yyyy-mm-dd, in Vietnam time.");
    private readonly Option<DateOnly?> _to = Day("--to", "The last day, inclusive.");
    private readonly Option<string[]> _category = Values("--category", "A section; several: any of them.");
    private readonly Option<string[]> _source = Values("--source", "A newspaper or site.");
    private readonly Option<string[]> _author = Values("--author", "An author.");
    private readonly Option<string[]> _tag = Values("--tag", "A tag.");

    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
        command.Add(_category);
        command.Add(_source);
        command.Add(_author);
        command.Add(_tag);
    }

    public ArticleFilter Read(ParseResult parsed) => new()
    {
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Categories = parsed.GetValue(_category) ?? [],
        Sources = parsed.GetValue(_source) ?? [],
        Authors = parsed.GetValue(_author) ?? [],
        Tags = parsed.GetValue(_tag) ?? [],
    };

    /// <summary>The same conditions as parameters of an address.</summary>
    public IEnumerable<(string Name, string Value)> Parameters(ParseResult parsed)
    {
        ArticleFilter filter = Read(parsed);
        return
        [
            .. Text("from", filter.From), .. Text("to", filter.To),
            .. filter.Categories.Select(value => ("category", value)), .. filter.Sources.Select(value => ("source", value)),
            .. filter.Authors.Select(value => ("author", value)), .. filter.Tags.Select(value => ("tag", value)),
        ];

        static IEnumerable<(string, string)> Text(string name, DateOnly? day) =>
            day is { } given ? [(name, given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];
    }

    private static Option<string[]> Values(string name, string description) => new(name) { HelpName = "VALUE", Description = description };

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day;
            }

            argument.AddError($"{name} is \"{text}\"; expected a day such as 2023-11-30.");
            return null;
        },
    };
}
