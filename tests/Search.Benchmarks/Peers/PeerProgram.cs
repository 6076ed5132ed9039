using System.Diagnostics;
using System.Globalization;

namespace Search.Benchmarks.Peers;

/// <summary>The side of a peer in the exchange with the measure, for the peers written in C#. Those in other languages do the same.</summary>
/// <remarks>
/// <para><c>index FOLDER ARTICLES</c> indexes a file of <see cref="PeerArticle"/>s and prints <c>indexed</c>, seconds and bytes.</para>
/// <para><c>serve FOLDER FROM TO</c> prints <c>ready</c> and the operations that it can do, then answers batches: lines with an operation, the terms, the folded
/// terms and the text, an empty line to end a batch. Only when it has the whole batch does it begin, and answers each query with a line of the nanoseconds it took and
/// the numbers of the hits. Fields are parted by tabs. The end of the input ends it.</para>
/// </remarks>
internal static class PeerProgram
{
    /// <summary>The argument that makes this program a peer.</summary>
    public const string Command = "peer";

    /// <summary>Runs a peer.</summary>
    /// <param name="peer">Which.</param>
    /// <param name="arguments">As described above.</param>
    public static void Run(Peer peer, string[] arguments)
    {
        switch (arguments)
        {
            case ["index", var folder, var articles]:
                long started = Stopwatch.GetTimestamp();
                long bytes = peer.Index(PeerArticle.Read(articles), folder);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"indexed\t{Stopwatch.GetElapsedTime(started).TotalSeconds}\t{bytes}"));
                break;
            case ["serve", var folder, var from, var to]:
                peer.Open(folder, int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture));
                Console.WriteLine($"ready\t{string.Join(' ', peer.Operations)}");
                Serve(peer);
                break;
            default:
                throw new ArgumentException("Expected: index FOLDER ARTICLES, or serve FOLDER FROM TO.", nameof(arguments));
        }
    }

    private static void Serve(Peer peer)
    {
        var batch = new List<(Operation, PeerQuery)>();
        while (Console.In.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                string[] fields = line.Split('\t');
                batch.Add((Enum.Parse<Operation>(fields[0]), new(fields[1], fields[2], fields[3])));
                continue;
            }

            var answers = new List<string>();
            foreach ((Operation operation, PeerQuery query) in batch)
            {
                long started = Stopwatch.GetTimestamp();
                IReadOnlyList<int> hits = peer.Answer(operation, query);
                long nanoseconds = (long)Stopwatch.GetElapsedTime(started).TotalNanoseconds;
                answers.Add(string.Create(CultureInfo.InvariantCulture, $"{nanoseconds}\t{string.Join(' ', hits)}"));
            }

            Console.Out.WriteLine(string.Join('\n', answers));
            batch.Clear();
        }
    }
}
