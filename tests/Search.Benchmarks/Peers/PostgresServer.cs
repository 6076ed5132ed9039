using System.Diagnostics;
using Npgsql;

namespace Search.Benchmarks.Peers;

/// <summary>A server of PostgreSQL that lives as long as this object, on a socket in its folder: nothing outside can reach it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "postgres";

    private readonly Process _server;

    private PostgresServer(Process server, NpgsqlConnection connection) => (_server, Connection) = (server, connection);

    /// <summary>A connection to its database.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>Where Debian has the newest server; <see langword="null"/> if there is none.</summary>
    public static string? Programs => !Directory.Exists("/usr/lib/postgresql") ? null : new DirectoryInfo("/usr/lib/postgresql").EnumerateDirectories()
        .Select(static version => Path.Combine(version.FullName, "bin")).Where(static bin => File.Exists(Path.Combine(bin, "postgres"))).OrderDescending().FirstOrDefault();

    /// <summary>Starts a server on a folder, and makes its database there if it has none. A server does not run as root, so that one started by root runs as <c>postgres</c>.</summary>
    public static PostgresServer Start(string folder)
    {
        string data = Path.Combine(folder, "data");
        if (!Directory.Exists(data))
        {
            if (Environment.IsPrivilegedProcess)
            {
                Run("chown", [User, folder]);
                Run("chmod", ["o+x", Path.GetDirectoryName(folder)!]);   // a temporary folder is its owner's alone
            }

            RunAsServer("initdb", ["-D", data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]).Dispose();
        }

        Process server = StartAsServer(
            "postgres",
            [
                "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "shared_buffers=512MB", "-c", "work_mem=256MB", "-c", "maintenance_work_mem=512MB", "-c", "fsync=off",
                "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_wal_size=8GB", "-c", "autovacuum=off", "-c", "jit=off",
                "-c", "max_parallel_workers_per_gather=0", "-c", "max_parallel_maintenance_workers=0", "-c", "log_min_messages=fatal",
            ]);
        return new(server, Connect(folder, server));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using (NpgsqlCommand end = Connection.CreateCommand())
        {
            end.CommandText = "checkpoint";
            end.ExecuteNonQuery();
        }

        Connection.Dispose();
        Run("kill", ["-INT", $"{_server.Id}"]);   // its fast shutdown
        _server.WaitForExit();
        _server.Dispose();
    }

    private static NpgsqlConnection Connect(string folder, Process server)
    {
        while (true)
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = folder, Username = User, Database = User, Pooling = false, CommandTimeout = 0 }.ToString());
            try
            {
                connection.Open();
                return connection;
            }
            catch (NpgsqlException) when (!server.HasExited)
            {
                connection.Dispose();
                Thread.Sleep(100);   // it has not yet opened its socket
            }
        }
    }

    private static Process StartAsServer(string program, string[] arguments)
    {
        string path = Path.Combine(Programs ?? throw new InvalidOperationException("There is no server of PostgreSQL."), program);
        ProcessStartInfo start = Environment.IsPrivilegedProcess
            ? new("setpriv", [$"--reuid={User}", $"--regid={User}", "--init-groups", path, .. arguments])
            : new(path, arguments);
        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardOutput = true;   // what peers print there is their answers
        return Process.Start(start)!;   // started anew, so it is one
    }

    private static Process RunAsServer(string program, string[] arguments) => Ended(StartAsServer(program, arguments));

    private static void Run(string program, string[] arguments) => Ended(Process.Start(program, arguments)).Dispose();

    private static Process Ended(Process process)
    {
        if (process.StartInfo.RedirectStandardOutput)
        {
            process.StandardOutput.ReadToEnd();
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? process : throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode}.");
    }
}
