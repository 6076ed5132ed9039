using System.CommandLine;
using Search.Articles;
using Search.Benchmarks.Peers;

namespace Search.Benchmarks.Growth;

/// <summary><c>generate COUNT SEED CORPUS…</c>: prints generated articles as JSON lines.</summary>
internal static class GenerateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Argument<int>("COUNT") { Description = "How many articles." };
        var seed = new Argument<int>("SEED") { Description = "Decides what is made." };
        var corpus = new Argument<string[]>("CORPUS") { Description = "Files of real articles, JSON lines (.jsonl or .jsonl.gz).", Arity = ArgumentArity.OneOrMore };
        var command = new Command("generate", "Makes articles of the sentences of real ones.") { count, seed, corpus };
        command.SetAction(parsed =>
        {
            using Stream output = new BufferedStream(Console.OpenStandardOutput());
            var generator = new ArticleGenerator(PeerCorpus.Articles(parsed.GetRequiredValue(corpus)), parsed.GetValue(seed));
            foreach (Article article in generator.Articles().Take(parsed.GetValue(count)))
            {
                output.Write(ArticleJson.Write(article));
                output.WriteByte((byte)'\n');
            }
        });
        return command;
    }
}
