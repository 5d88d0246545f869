using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Governance.Tests.Shared;

/// <summary>
/// A PostgreSQL server for one test run, started from the machine's own binaries in a temporary folder on loopback, stopped with
/// the process. <c>GOVERNANCE_TEST_POSTGRES</c> names a running server instead; one that is named but cannot be reached fails.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<PostgresServer> Started = new(Start);

    private readonly string _connectionString;

    /// <summary>Stops it, starts it again; nothing for a server that somebody else runs.</summary>
    private readonly Action? _stop;
    private readonly Action? _restart;

    private PostgresServer(string connectionString, Action? stop = null, Action? restart = null) =>
        (_connectionString, _stop, _restart) = (connectionString, stop, restart);

    public static PostgresServer Current => Started.Value;

    /// <summary>Makes an empty database, or a copy of another, and returns its connection string.</summary>
    public string CreateDatabase(string? settings = null, string? template = null)
    {
        string name = $"test_{Guid.CreateVersion7():N}";
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText =
            $"CREATE DATABASE \"{name}\""
            + (template is null ? string.Empty : $" TEMPLATE \"{template}\"")
            // Copying files instead of logging every page; earlier servers always did.
            + (
                template is null || connection.PostgreSqlVersion.Major < 15
                    ? string.Empty
                    : " STRATEGY FILE_COPY"
            );
        command.ExecuteNonQuery();
        return $"{new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }};{settings}";
    }

    public void DropDatabase(string connectionString)
    {
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        using var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)";
        command.ExecuteNonQuery();
    }

    /// <summary>What the server's clock says.</summary>
    public async Task<DateTimeOffset> NowAsync()
    {
        // A connection of a pool may be one that a restart has ended.
        await using var connection = new NpgsqlConnection($"{_connectionString};Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT clock_timestamp()";
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>One of the server's own programs, <c>pg_dump</c> for example.</summary>
    public static string Program(string name) => Path.Combine(FindBinaries(), name);

    /// <summary>Ends every connection and comes back, as after an upgrade of the server.</summary>
    public void Restart() =>
        (_restart ?? throw new InvalidOperationException("This server is somebody else's."))();

    public ValueTask DisposeAsync()
    {
        _stop?.Invoke();
        return ValueTask.CompletedTask;
    }

    private static PostgresServer Start()
    {
        if (
            Environment.GetEnvironmentVariable("GOVERNANCE_TEST_POSTGRES") is
            { Length: > 0 } configured
        )
        {
            return new PostgresServer(configured);
        }

        PostgresServer own = StartOwn();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own._stop!();
        return own;
    }

    /// <summary>A server that nobody else uses, so that it can be restarted; stopped by whoever asked for it.</summary>
    public static PostgresServer StartOwn()
    {
        string binaries = FindBinaries();
        string folder = Directory.CreateTempSubdirectory("governance-postgres-").FullName;
        string data = Path.Combine(folder, "data");
        int port = FreePort();
        if (RunsAsRoot)
        {
            Run("chown", "postgres", folder);
        }

        Run(
            Path.Combine(binaries, "initdb"),
            "-D",
            data,
            "-U",
            "governance",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N"
        );
        string options =
            $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c max_connections=300";
        if (Environment.GetEnvironmentVariable("GOVERNANCE_TEST_POSTGRES_DURABLE") is null)
        {
            // Killing a host does not kill the server, so tests need no flush; measurements ask for it.
            options += " -c fsync=off -c synchronous_commit=on";
        }

        Run(
            Path.Combine(binaries, "pg_ctl"),
            "-D",
            data,
            "-o",
            options,
            "-l",
            Path.Combine(folder, "log"),
            "-w",
            "start"
        );
        return new PostgresServer(
            $"Host=127.0.0.1;Port={port};Username=governance;Database=postgres;Maximum Pool Size=80;Timeout=30",
            () =>
            {
                Run(Path.Combine(binaries, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
                Directory.Delete(folder, recursive: true);
            },
            () =>
                Run(
                    Path.Combine(binaries, "pg_ctl"),
                    "-D",
                    data,
                    "-o",
                    options,
                    "-l",
                    Path.Combine(folder, "log"),
                    "-m",
                    "fast",
                    "-w",
                    "restart"
                )
        );
    }

    private static bool RunsAsRoot => Environment.UserName == "root";

    private static string FindBinaries()
    {
        IEnumerable<string> folders = (
            Environment.GetEnvironmentVariable("PATH") ?? string.Empty
        ).Split(Path.PathSeparator);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderDescending(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
                .Concat(folders);
        }

        return folders.FirstOrDefault(folder =>
                File.Exists(Path.Combine(folder, "initdb"))
                && File.Exists(Path.Combine(folder, "pg_ctl"))
            )
            ?? throw new InvalidOperationException(
                "The tests need PostgreSQL's initdb and pg_ctl (Debian: apt-get install postgresql), "
                    + "or GOVERNANCE_TEST_POSTGRES with the connection string of a running server."
            );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        // PostgreSQL refuses to run as root; chown itself needs root.
        bool asPostgres = RunsAsRoot && program != "chown";
        var start = new ProcessStartInfo(asPostgres ? "runuser" : program)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = false,
            RedirectStandardError = false,
        };
        if (asPostgres)
        {
            foreach (string argument in new[] { "-u", "postgres", "--", program })
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} ended with exit code {process.ExitCode}."
            );
        }
    }
}
