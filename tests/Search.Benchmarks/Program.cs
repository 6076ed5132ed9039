using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Running;
using Search.Benchmarks.Growth;
using Search.Benchmarks.Indexing;
using Search.Benchmarks.Load;
using Search.Benchmarks.Peers;
using Search.Benchmarks.Quality;

// dotnet run -c Release --project tests/Search.Benchmarks -- --filter '*Tokenizer*'    speed, by BenchmarkDotNet
// dotnet run -c Release --project tests/Search.Benchmarks -- quality NAME DATA-FOLDER   quality of the language layer on real text
// dotnet run -c Release --project tests/Search.Benchmarks -- indexing DATA-FOLDER       search index against a bare Lucene.Net index
// dotnet run -c Release --project tests/Search.Benchmarks -- kills DATA-FOLDER          search index, killed twenty times
// dotnet run -c Release --project tests/Search.Benchmarks -- stream GIBIBYTES           the memory of search index for a long stream
// dotnet run -c Release --project tests/Search.Benchmarks -- writes FOLDER              answered writes a second with an index in a folder
// dotnet run -c Release --project tests/Search.Benchmarks -- load ADDRESS QUERIES SECONDS   a running service under searches, exports and writes
// dotnet run -c Release --project tests/Search.Benchmarks -- peers CORPUS…              this engine against others; see --help
// dotnet run -c Release --project tests/Search.Benchmarks -- growth SIZE… --corpus …    the same for growing collections of generated articles
// dotnet run -c Release --project tests/Search.Benchmarks -- generate COUNT SEED CORPUS…   generated articles, as JSON lines
// They are explained in src/docs/measuring.md.
switch (args)
{
    case ["peers" or "growth" or "generate", ..]:
        return new RootCommand("Compares engines.") { PeersCommand.Create(), GrowthCommand.Create(), GenerateCommand.Create() }.Parse(args).Invoke();
    case [PeerProgram.Command, var name, .. var arguments]:
        using (Peer peer = PeerKind.Create(name))
        {
            PeerProgram.Run(peer, arguments);
        }

        return 0;
    case ["quality", var name, var folder]:
        return QualityMeasures.Run(name, folder, Console.Out);
    case ["indexing", var folder]:
        IndexingMeasure.Run(folder, Console.Out);
        return 0;
    case ["kills", var folder]:
        return await KillMeasure.RunAsync(folder, Console.Out);
    case ["stream", var gibibytes]:
        StreamMeasure.Run(double.Parse(gibibytes, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["writes", var folder]:
        await WritesMeasure.RunAsync(folder, Console.Out);
        return 0;
    case ["load", var address, var queries, var seconds]:
        await LoadMeasure.RunAsync(new Uri(address), queries, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), Console.Out);
        return 0;
    case [IndexingMeasure.Bare, var path, .. var files]:
        IndexingMeasure.WriteBare(path, files);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QualityMeasures).Assembly).Run(args);
        return 0;
}
