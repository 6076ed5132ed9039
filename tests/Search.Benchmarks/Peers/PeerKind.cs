using System.ComponentModel;
using System.Diagnostics;
using Lucene.Net.Util;

namespace Search.Benchmarks.Peers;

/// <summary>A peer that may be compared, whether it is installed or not.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Needs">The packages of Debian that bring it; empty for what this program has.</param>
/// <param name="Version">Its version; <see langword="null"/> where it is not installed.</param>
/// <param name="Program">The program that it is, with its first arguments.</param>
/// <param name="SearchesIndexOf">Whose index it searches; <see langword="null"/> for its own.</param>
internal sealed record PeerKind(string Name, string Title, string Needs, Func<string?> Version, Func<string[]> Program, string? SearchesIndexOf = null)
{
    private const string Jars = "/usr/share/java";
    private const string DebianPython = "/usr/bin/python3";

    /// <summary>All, this engine first: the others are compared with it.</summary>
    public static IReadOnlyList<PeerKind> All { get; } =
    [
        Own("engine", "this engine", static () => Environment.Version.ToString()),
        Own("ranking", "this engine, ranking alone", static () => Environment.Version.ToString()) with { SearchesIndexOf = "engine" },
        Own("equal", "this engine, equal work", static () => Environment.Version.ToString()),
        Own("lucenenet-equal", "plain Lucene.Net, equal work", LuceneNetVersion),
        new(Java, "Java Lucene, equal work", "liblucene8-java default-jdk-headless", JavaVersion,
            static () => ["java", "-Xmx2g", "-cp", string.Join(':', JarsOf("core", "analyzers-common", "highlighter", "memory", "queries")), Beside("LucenePeer.java")]),
        Own("lucenenet", "plain Lucene.Net, StandardAnalyzer + ASCIIFolding", LuceneNetVersion),
        Own("sqlite", "SQLite FTS5", SqlitePeer.Version),
        Own("postgres", "PostgreSQL", static () => PostgresServer.Programs is { } programs ? Output(Path.Combine(programs, "postgres"), "--version") : null) with { Needs = "postgresql" },
        new("xapian", "Xapian", "python3-xapian", static () => Output(DebianPython, "-c", "import xapian; print(xapian.version_string())"), static () => [DebianPython, Beside("xapian_peer.py")]),
    ];

    /// <summary>The one that answers of others are compared with.</summary>
    public const string Java = "java";

    /// <summary>The peer of a name among those that are classes of this program.</summary>
    public static Peer Create(string name) => name switch
    {
        "engine" => new EnginePeer(),
        "ranking" => new RankingPeer(),
        "equal" => new EqualWork(),
        "lucenenet-equal" => new LuceneNetPeer(folds: false),
        "lucenenet" => new LuceneNetPeer(folds: true),
        "sqlite" => new SqlitePeer(),
        "postgres" => new PostgresPeer(),
        _ => throw new ArgumentException($"There is no peer \"{name}\" in this program.", nameof(name)),
    };

    private static PeerKind Own(string name, string title, Func<string?> version) =>
        new(name, title, "", version, () => ["dotnet", typeof(PeerKind).Assembly.Location, PeerProgram.Command, name]);

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, "Peers", file);

    private static string? LuceneNetVersion() => FileVersionInfo.GetVersionInfo(typeof(LuceneVersion).Assembly.Location).ProductVersion?.Split('+')[0];

    /// <summary>Debian's file names say 8.7.0 whatever is in them, so that the jar itself is asked.</summary>
    private static string? JavaVersion() => JarsOf("core") is [var core] && Output("java", "-version") is not null
        ? Output("sh", "-c", $"unzip -p {core} META-INF/MANIFEST.MF | sed -n 's/^Implementation-Version: \\([0-9.]*\\).*/\\1/p'; java -version 2>&1 | head -1")
        : null;

    private static string[] JarsOf(params string[] modules) => Directory.Exists(Jars) ? [.. modules.SelectMany(static module => Directory.GetFiles(Jars, $"lucene-{module}-8*.jar"))] : [];

    /// <summary>What a program prints, on one line; <see langword="null"/> if it is not there or fails.</summary>
    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;   // started anew, so it is one
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? string.Join(", ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
