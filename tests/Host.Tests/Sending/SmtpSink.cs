using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Governance.Tests.Host.Sending;

/// <summary>
/// A mail server on loopback that keeps what it is given: enough of RFC 5321 and STARTTLS for a real client, and answers that a
/// test chooses.
/// </summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="offersTls">Offers STARTTLS, with a certificate that nobody trusts.</param>
    public SmtpSink(bool offersTls = false)
    {
        _certificate = offersTls ? NewCertificate() : null;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages that were accepted, as they came, with their recipients.</summary>
    public ConcurrentQueue<(string To, string Message)> Accepted { get; } = new();

    public Arrivals Arrivals { get; } = new();

    /// <summary>Commands as they came, for what a client gave away.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What is said to RCPT TO.</summary>
    public string ToRecipients { get; set; } = "250 OK";

    /// <summary>What is said to a whole message; null hangs up after it was taken.</summary>
    public string? ToMessages { get; set; } = "250 OK";

    public static string Header(string message, string name) =>
        message
            .Split("\r\n")
            .First(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[
                (name.Length + 1)..
            ]
            .Trim();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _certificate?.Dispose();
        Arrivals.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                _ = ConverseAsync(client);
            }
            catch (Exception stopped)
                when (stopped is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            Stream stream = client.GetStream();
            try
            {
                await TalkAsync(stream);
            }
            catch (Exception gone)
                when (gone
                        is IOException
                            or OperationCanceledException
                            or System.Security.Authentication.AuthenticationException
                )
            {
                // The client has had enough.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        await SayAsync(stream, "220 sink");
        string to = "";
        while (await ReadLineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(
                        stream,
                        _certificate is null || stream is SslStream
                            ? "250 sink"
                            : "250-sink\r\n250 STARTTLS"
                    );
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go on");
                    SslStream secure = new(stream);
                    await secure.AuthenticateAsServerAsync(_certificate!);
                    stream = secure;
                    break;
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    await SayAsync(stream, ToRecipients);
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    Accepted.Enqueue((to, await ReadMessageAsync(stream)));
                    Arrivals.Add();
                    if (ToMessages is null)
                    {
                        return;
                    }

                    await SayAsync(stream, ToMessages);
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 OK");
                    break;
            }
        }
    }

    private async Task<string> ReadMessageAsync(Stream stream)
    {
        StringBuilder message = new();
        while (await ReadLineAsync(stream) is { } line and not ".")
        {
            message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
            message.Append("\r\n");
        }

        return message.ToString();
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        List<byte> line = [];
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, _stopping.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private async Task SayAsync(Stream stream, string line) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stopping.Token);

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new(
            "CN=127.0.0.1",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using X509Certificate2 made = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
