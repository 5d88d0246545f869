using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Shared;

/// <summary>
/// A real OpenID provider on this machine (npm oidc-provider, <c>provider.mjs</c>), with TLS from an authority of its own, set up as
/// several tenants of Microsoft Entra ID: what a directory, a person and a token look like from outside.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Council = "11111111-1111-1111-1111-111111111111";
    public const string Police = "22222222-2222-2222-2222-222222222222";
    public const string Board = "33333333-3333-3333-3333-333333333333";
    public const string Scrutiny = "44444444-4444-4444-4444-444444444444";

    /// <summary>A directory that nobody allows.</summary>
    public const string Stranger = "99999999-9999-9999-9999-999999999999";

    public const string Application = "00000000-0000-0000-0000-00000000000a";

    /// <summary>The application that proves itself by a certificate.</summary>
    public const string CertifiedApplication = "00000000-0000-0000-0000-00000000000b";

    /// <summary>By how much its tokens may be out, in seconds: what the host is set to.</summary>
    public const int Skew = 60;

    public const string Secret = "a secret of the tests, long enough to be one";

    private readonly string _folder;
    private readonly TestAuthority _authority;
    private readonly HttpClient _client;
    private Process _process = null!;

    private OpenIdProvider(string folder)
    {
        _folder = folder;
        _authority = new TestAuthority(folder);
        _client = new HttpClient(_authority.NewHandler());
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The second application's certificate with its key.</summary>
    public string ApplicationFile { get; private set; } = string.Empty;

    /// <summary>What the host has to trust.</summary>
    public string AuthorityFile => _authority.AuthorityFile;

    /// <summary>For somebody who trusts it as a browser would.</summary>
    public SocketsHttpHandler NewHandler() => _authority.NewHandler();

    /// <param name="host">Where the application is: the provider sends nobody anywhere else.</param>
    /// <param name="people">Object id and name of everybody it knows.</param>
    /// <param name="byCertificate">Where the second application is, which proves itself by a certificate.</param>
    /// <param name="guestOfPolice">Who is a guest wherever they sign in, and at home with the police.</param>
    public static async Task<OpenIdProvider> StartAsync(
        Uri host,
        IReadOnlyCollection<(string ObjectId, string Name)> people,
        Uri byCertificate,
        string? guestOfPolice = null
    )
    {
        OpenIdProvider provider = new(
            Directory.CreateTempSubdirectory("governance-openid-").FullName
        );
        (string certificate, string certificateKey) = provider._authority.ForThisMachine();
        (provider.ApplicationFile, RSAParameters key) = provider._authority.ForAnApplication();
        string repository = HostProcess.RepositoryFolder();
        string settings = JsonSerializer.Serialize(
            new
            {
                packages = Path.Combine(repository, "src", "Host"),
                certificate,
                key = certificateKey,
                skew = Skew,
                tenants = new[] { Council, Police, Board, Scrutiny, Stranger },
                stranger = Stranger,
                victim = people.First().ObjectId,
                people = people.Select(each => new
                {
                    oid = each.ObjectId,
                    name = each.Name,
                    email = $"{each.ObjectId}@example.org",
                    idp = each.ObjectId == guestOfPolice
                        ? $"https://sts.windows.net/{Police}/"
                        : null,
                }),
                clients = new[] { Client(host, null), Client(byCertificate, key) },
            }
        );
        ProcessStartInfo start = new("node")
        {
            ArgumentList =
            {
                Path.Combine(repository, "tests", "Shared", "OpenId", "provider.mjs"),
                settings,
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        provider._process = Process.Start(start)!;
        provider._process.ErrorDataReceived += (_, _) => { };
        provider._process.BeginErrorReadLine();
        while (await provider._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Ready at ", StringComparison.Ordinal))
            {
                provider.Address = new Uri(line["Ready at ".Length..]);
                return provider;
            }
        }

        throw new InvalidOperationException("The OpenID provider did not start.");
    }

    /// <summary>How it behaves from now on; see <c>control</c> in <c>provider.mjs</c>.</summary>
    public Task BehaveAsync(object how) => PostAsync("/control", how);

    /// <summary>From now on it signs with another key, and publishes that one alone.</summary>
    public Task ChangeKeyAsync() => PostAsync("/control/rotate", new { });

    /// <summary>A bearer token for the API with these claims, signed by the provider's key.</summary>
    public async Task<string> TokenAsync(
        string tenant,
        string objectId,
        Action<JsonObject>? change = null
    )
    {
#pragma warning disable RS0030 // Tokens live on real time.
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
#pragma warning restore RS0030
        var claims = new JsonObject
        {
            ["iss"] = $"{Address}{tenant}/v2.0",
            ["aud"] = Application,
            ["tid"] = tenant,
            ["oid"] = objectId,
            ["scp"] = "access_as_user",
            ["iat"] = now,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["auth_time"] = now,
        };
        change?.Invoke(claims);
        return (string)(await PostAsync("/control/token", claims))["token"]!;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _client.Dispose();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>An application: with a secret, or with a key that it proves to hold.</summary>
    private static Dictionary<string, object> Client(Uri host, RSAParameters? key)
    {
        Dictionary<string, object> client = new(StringComparer.Ordinal)
        {
            ["client_id"] = key is null ? Application : CertifiedApplication,
            ["redirect_uris"] = new[] { new Uri(host, "/sign-in/callback") },
            ["post_logout_redirect_uris"] = new[] { new Uri(host, "/signed-out") },
            ["response_types"] = new[] { "code" },
            ["grant_types"] = new[] { "authorization_code" },
            ["require_auth_time"] = true,
            ["token_endpoint_auth_method"] = key is null ? "client_secret_post" : "private_key_jwt",
        };
        if (key is { } known)
        {
            client["jwks"] = new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        n = Base64Url.EncodeToString(known.Modulus),
                        e = Base64Url.EncodeToString(known.Exponent),
                    },
                },
            };
        }
        else
        {
            client["client_secret"] = Secret;
        }

        return client;
    }

    private async Task<JsonObject> PostAsync(string path, object body)
    {
        using HttpResponseMessage answer = await _client.PostAsJsonAsync(
            new Uri(Address, path),
            body
        );
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
