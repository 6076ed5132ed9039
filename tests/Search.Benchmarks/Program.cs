using BenchmarkDotNet.Running;
using Search.Benchmarks.Quality;

// dotnet run -c Release --project tests/Search.Benchmarks -- --filter '*Tokenizer*'    speed, by BenchmarkDotNet
// dotnet run -c Release --project tests/Search.Benchmarks -- quality NAME DATA-FOLDER   quality of the language layer on real text
if (args is ["quality", var name, var folder])
{
    return QualityMeasures.Run(name, folder, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
