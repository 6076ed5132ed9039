using BenchmarkDotNet.Running;
using Search.Benchmarks.Indexing;
using Search.Benchmarks.Quality;

// dotnet run -c Release --project tests/Search.Benchmarks -- --filter '*Tokenizer*'    speed, by BenchmarkDotNet
// dotnet run -c Release --project tests/Search.Benchmarks -- quality NAME DATA-FOLDER   quality of the language layer on real text
// dotnet run -c Release --project tests/Search.Benchmarks -- indexing DATA-FOLDER       search index against a bare Lucene.Net index
switch (args)
{
    case ["quality", var name, var folder]:
        return QualityMeasures.Run(name, folder, Console.Out);
    case ["indexing", var folder]:
        IndexingMeasure.Run(folder, Console.Out);
        return 0;
    case [IndexingMeasure.Bare, var path, .. var files]:
        IndexingMeasure.WriteBare(path, files);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
