using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;
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
        Own("engine", "this engine", EngineVersion),
        Own("ranking", "this engine, ranking alone", EngineVersion) with { SearchesIndexOf = "engine" },
        Own("equal", "this engine, equal work", EngineVersion),
        Own("lucenenet-equal", "plain Lucene.Net, equal work", LuceneNetVersion),
        new(Java, "Java Lucene, equal work", "liblucene8-java default-jdk-headless", JavaVersion,
            static () => ["java", "-Xmx2g", "-cp", string.Join(':', JarsOf("core", "analyzers-common", "highlighter", "memory", "queries")), Beside("LucenePeer.java")]),
        Own("lucenenet", "plain Lucene.Net, StandardAnalyzer + ASCIIFolding", LuceneNetVersion),
        Own("sqlite", "SQLite FTS5", SqlitePeer.Version),
        Own("postgres", "PostgreSQL", PostgresVersion) with { Needs = "postgresql" },
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

    private static string EngineVersion() => $".NET {Environment.Version}";

    private static string? LuceneNetVersion() => FileVersionInfo.GetVersionInfo(typeof(LuceneVersion).Assembly.Location).ProductVersion?.Split(' ', '+')[0];

    /// <summary>Debian's file names say 8.7.0 whatever is in them, so that the jar itself is asked.</summary>
    private static string? JavaVersion()
    {
        if (JarsOf("core") is not [var core] || Output("java", "--version") is not { } java)
        {
            return null;
        }

        using ZipArchive jar = ZipFile.OpenRead(core);
        using var manifest = new StreamReader(jar.GetEntry("META-INF/MANIFEST.MF")!.Open());   // every jar has one
        string version = manifest.ReadToEnd().Split('\n').First(static line => line.StartsWith("Implementation-Version:", StringComparison.Ordinal)).Split(' ')[1];
        return $"{version}, {java}";
    }

    /// <summary>It says "postgres (PostgreSQL) 15.18 (Debian …)".</summary>
    private static string? PostgresVersion() => PostgresServer.Programs is { } programs ? Output(Path.Combine(programs, "postgres"), "--version")?.Split(' ')[2] : null;

    private static string[] JarsOf(params string[] modules) => Directory.Exists(Jars) ? [.. modules.SelectMany(static module => Directory.GetFiles(Jars, $"lucene-{module}-8*.jar"))] : [];

    /// <summary>The first line that a program prints; <see langword="null"/> if it is not there or fails.</summary>
    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;   // started anew, so it is one
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
