using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Governance.Tests.Shared;

/// <summary>
/// The machine's own nginx before several hosts, with the configuration that <c>deploy/nginx</c> ships, in a temporary folder and on
/// loopback; stopped with the test.
/// </summary>
public sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-nginx-")
        .FullName;

    private readonly Process _process;

    private Nginx(IReadOnlyList<string> servers)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException(
                "The campaign needs nginx (Debian: apt-get install nginx)."
            );
        }

        int port = FreePort();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        WriteHosts(servers);
        File.WriteAllText(Configuration, Main(port));
        _process = Start("-g", "daemon off;");
    }

    public Uri Address { get; }

    /// <summary>Where the product's configuration of nginx lies.</summary>
    public static string Deployed =>
        Path.Combine(HostProcess.RepositoryFolder(), "deploy", "nginx");

    private string Configuration => Path.Combine(_folder, "nginx.conf");

    /// <param name="servers">Each <c>address:port</c>, with <c>down</c> after it where that is so.</param>
    public static async Task<Nginx> StartAsync(IReadOnlyList<string> servers)
    {
        var nginx = new Nginx(servers);
        using var http = new HttpClient();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using HttpResponseMessage _ = await http.GetAsync(nginx.Address, limit.Token);
                return nginx;
            }
            catch (HttpRequestException)
            {
                await look.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    /// <summary>Goes by other servers from now on; what is under way is finished by those that it was sent to.</summary>
    public async Task GoByAsync(IReadOnlyList<string> servers)
    {
        WriteHosts(servers);
        using Process told = Start("-s", "reload");
        await told.WaitForExitAsync();
    }

    /// <summary>Whether nginx takes a configuration (<c>nginx -t</c>), and what it says.</summary>
    public static Task<(int ExitCode, string Output)> JudgeAsync(string configuration)
    {
        var start = new ProcessStartInfo(Program);
        foreach (string argument in (string[])["-t", "-q", "-c", configuration])
        {
            start.ArgumentList.Add(argument);
        }

        return HostProcess.RunAsync(start);
    }

    public async ValueTask DisposeAsync()
    {
        using (Process told = Start("-s", "stop"))
        {
            await told.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Main(int port) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            pid {{_folder}}/pid;
            error_log {{_folder}}/errors;
            worker_processes 2;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{_folder}}/body;
                proxy_temp_path {{_folder}}/proxied;
                fastcgi_temp_path {{_folder}}/fastcgi;
                uwsgi_temp_path {{_folder}}/uwsgi;
                scgi_temp_path {{_folder}}/scgi;
                include {{_folder}}/hosts.conf;
                server {
                    listen 127.0.0.1:{{port}};
                    include {{Deployed}}/proxy.conf;
                }
            }
            """
        );

    private void WriteHosts(IReadOnlyList<string> servers) =>
        File.WriteAllText(
            Path.Combine(_folder, "hosts.conf"),
            $"upstream governance {{ {string.Concat(servers.Select(server => $"server {server}; "))}}}\n"
        );

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program) { UseShellExecute = false };
        foreach (string argument in (string[])["-c", Configuration, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
