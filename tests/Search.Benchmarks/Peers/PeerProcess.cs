using System.Diagnostics;
using System.Globalization;

namespace Search.Benchmarks.Peers;

/// <summary>A running peer, and the memory that it and the processes it started take. <see cref="PeerProgram"/> describes the exchange.</summary>
internal sealed class PeerProcess : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _looking;
    private readonly string _name;
    private long _peak;

    private PeerProcess(PeerKind kind, IEnumerable<string> arguments)
    {
        string[] program = kind.Program();
        _name = kind.Name;
        _process = Process.Start(new ProcessStartInfo(program[0], [.. program[1..], .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;   // started anew, so it is one
        _looking = LookAsync();
    }

    /// <summary>Most bytes of memory at a time, without files that are mapped into it: those belong to the system's cache, for every peer.</summary>
    public long PeakBytes => Interlocked.Read(ref _peak);

    /// <summary>What <see cref="Ask"/> can ask.</summary>
    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    /// <summary>Indexes a corpus.</summary>
    public static PeerIndexing Index(PeerKind kind, string folder, PeerCorpus corpus)
    {
        Directory.CreateDirectory(folder);
        using var process = new PeerProcess(kind, ["index", folder, corpus.Path]);
        string[] report = process.Read().Split('\t');
        process._process.WaitForExit();
        return new(TimeSpan.FromSeconds(double.Parse(report[1], CultureInfo.InvariantCulture)), long.Parse(report[2], CultureInfo.InvariantCulture), process.PeakBytes);
    }

    /// <summary>Opens an index for queries.</summary>
    public static PeerProcess Serve(PeerKind kind, string folder, PeerCorpus corpus)
    {
        var process = new PeerProcess(kind, ["serve", folder, Text(corpus.From), Text(corpus.To)]);
        process.Operations = [.. process.Read().Split('\t')[1].Split(' ').Select(Enum.Parse<Operation>)];
        return process;
    }

    /// <summary>Asks queries, one after another.</summary>
    public PeerAnswer[] Ask(Operation operation, IReadOnlyList<PeerQuery> queries)
    {
        foreach (PeerQuery query in queries)
        {
            _process.StandardInput.Write($"{operation}\t{query.Syllables}\t{query.Folded}\t{query.Text.ReplaceLineEndings(" ").Replace('\t', ' ')}\n");
        }

        _process.StandardInput.Write("\n");
        _process.StandardInput.Flush();
        return [.. queries.Select(_ =>
        {
            string[] answer = Read().Split('\t');
            return new PeerAnswer(
                long.Parse(answer[0], CultureInfo.InvariantCulture) / 1e6,
                [.. answer[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static hit => int.Parse(hit, CultureInfo.InvariantCulture))]);
        })];
    }

    /// <summary>Ends the peer and waits for its end.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _ended.Cancel();
        _looking.GetAwaiter().GetResult();
        _process.Dispose();
        _ended.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The peer {_name} ended before it answered.");

    private async Task LookAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _peak, Math.Max(_peak, ProcessTree.Memory(_process.Id)));
            await Task.Delay(LookEvery, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>What indexing took.</summary>
/// <param name="Time">From the first article to the commit.</param>
/// <param name="Bytes">The size of the index.</param>
/// <param name="PeakBytes">Most memory at a time.</param>
internal sealed record PeerIndexing(TimeSpan Time, long Bytes, long PeakBytes);

/// <summary>An answer to one query.</summary>
/// <param name="Milliseconds">What it took, in the peer.</param>
/// <param name="Hits">Numbers of articles, best first; or the one count that was asked for.</param>
internal sealed record PeerAnswer(double Milliseconds, IReadOnlyList<int> Hits);
