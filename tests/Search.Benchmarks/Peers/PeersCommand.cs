using System.CommandLine;

namespace Search.Benchmarks.Peers;

/// <summary><c>peers CORPUS…</c>: compares this engine with the peers that are installed.</summary>
internal static class PeersCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var corpus = new Argument<string[]>("CORPUS") { Description = "Files of articles, JSON lines (.jsonl or .jsonl.gz).", Arity = ArgumentArity.OneOrMore };
        var queries = new Option<string[]>("--queries") { HelpName = "FILE", Description = "Further queries, JSON lines with a text; called after the folder of the file.", DefaultValueFactory = static _ => [] };
        Option<PeerKind[]> peers = Peers(static _ => true);
        Option<int> most = Most();
        Option<int> rounds = Rounds();
        Option<int> patience = Patience();
        Option<string?> report = Out();
        var command = new Command("peers", "Compares this engine with others over the same articles and queries.") { corpus, queries, peers, most, rounds, patience, report };
        command.SetAction(parsed => WithFolder(folder =>
        {
            PeerCorpus articles = PeerCorpus.Write(PeerCorpus.Articles(parsed.GetRequiredValue(corpus)), Path.Combine(folder, "articles.tsv"));
            IReadOnlyList<QueryClass> classes = new QueryClasses(parsed.GetValue(most)).Of(articles.Titles, parsed.GetRequiredValue(queries));
            ILookup<bool, PeerKind> installed = parsed.GetRequiredValue(peers).ToLookup(static kind => kind.Version() is not null);
            List<PeerFigures> figures = PeerComparison.Run([.. installed[true]], articles, classes, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(patience)), folder, Console.Error);
            WriteTo(parsed.GetValue(report), output => PeerReport.Write(output, articles, figures, [.. installed[false]], classes, parsed.GetValue(rounds)));
        }));
        return command;
    }

    /// <summary>Which peers.</summary>
    public static Option<PeerKind[]> Peers(Func<PeerKind, bool> byDefault) => new("--peers")
    {
        HelpName = "NAME,…",
        Description = $"Some of {string.Join(", ", PeerKind.All.Select(static kind => kind.Name))}.",
        DefaultValueFactory = _ => [.. PeerKind.All.Where(byDefault)],
        CustomParser = static result =>
        {
            var kinds = new List<PeerKind>();
            foreach (string name in result.Tokens.SelectMany(static token => token.Value.Split(',')))
            {
                if (PeerKind.All.FirstOrDefault(kind => kind.Name == name) is { } kind)
                {
                    kinds.Add(kind);
                }
                else
                {
                    result.AddError($"There is no peer \"{name}\".");
                }
            }

            return [.. kinds];
        },
    };

    /// <summary>How many queries.</summary>
    public static Option<int> Most() => new("--most") { HelpName = "N", Description = "Queries of a class, at most.", DefaultValueFactory = static _ => 250 };

    /// <summary>How many rounds.</summary>
    public static Option<int> Rounds() => new("--rounds") { HelpName = "N", Description = "How often each query is measured.", DefaultValueFactory = static _ => 3 };

    /// <summary>How long a slow peer may take.</summary>
    public static Option<int> Patience() => new("--patience")
    {
        HelpName = "SECONDS",
        Description = "How long one peer may take for one class in one round; a slower one is asked the first queries only.",
        DefaultValueFactory = static _ => 15,
    };

    /// <summary>Where the report goes.</summary>
    public static Option<string?> Out() => new("--out") { HelpName = "FILE", Description = "Where the report goes; standard output otherwise." };

    /// <summary>Does something in a temporary folder that is deleted in the end.</summary>
    public static void WithFolder(Action<string> act)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("search-measure-");
        try
        {
            act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes to a file, or to standard output.</summary>
    public static void WriteTo(string? path, Action<TextWriter> write)
    {
        if (path is null)
        {
            write(Console.Out);
            return;
        }

        using var file = new StreamWriter(path);
        write(file);
    }
}
