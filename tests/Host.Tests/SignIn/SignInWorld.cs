using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>
/// The published service beside a real OpenID provider with a tenant for each partner and one for the scrutineer, and a partnership
/// whose people are known by directory and object id.
/// </summary>
public sealed class SignInWorld(ReleaseBuild release) : IAsyncLifetime
{
    public const string Officer = "a0000000-0000-0000-0000-000000000001";
    public const string PoliceDelegate = "a0000000-0000-0000-0000-000000000002";
    public const string PoliceLead = "a0000000-0000-0000-0000-000000000003";
    public const string Scrutineer = "a0000000-0000-0000-0000-000000000004";
    public const string CouncilDelegate = "a0000000-0000-0000-0000-000000000005";
    public const string BoardDelegate = "a0000000-0000-0000-0000-000000000006";

    /// <summary>A program of the council's, as it is known here and to its directory.</summary>
    public const string Machine = "training-system";
    public const string MachineObject = "b0000000-0000-0000-0000-000000000001";

    /// <summary>Known to the police's directory and to no partnership.</summary>
    public const string Constable = "a0000000-0000-0000-0000-000000000007";

    /// <summary>A guest of the scrutineer's directory, at home with the police.</summary>
    public const string GuestOfPolice = "a0000000-0000-0000-0000-000000000008";

    /// <summary>The group by which the board lets its people in; beside it an app role.</summary>
    public const string BoardGroup = "c0000000-0000-0000-0000-00000000000a";

    private static readonly (string Id, string Tenant, string Name)[] People =
    [
        (Officer, OpenIdProvider.Council, "Policy Officer of the Partnership"),
        (PoliceDelegate, OpenIdProvider.Police, "Assistant Chief Constable"),
        (PoliceLead, OpenIdProvider.Police, "Chief Constable"),
        (Scrutineer, OpenIdProvider.Scrutiny, "Independent Scrutineer"),
        (CouncilDelegate, OpenIdProvider.Council, "Director of Children's Services"),
        (BoardDelegate, OpenIdProvider.Board, "Chief Nursing Officer"),
        (Constable, OpenIdProvider.Police, "Constable"),
        (GuestOfPolice, OpenIdProvider.Scrutiny, "Guest"),
    ];

    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-sign-in-")
        .FullName;

    public OpenIdProvider Provider { get; private set; } = null!;

    public HostProcess Host { get; private set; } = null!;

    private Uri _byCertificate = null!;

    public async Task InitializeAsync()
    {
        Uri address = new($"http://localhost:{FreePort()}");
        _byCertificate = new Uri($"http://localhost:{FreePort()}");
        Provider = await OpenIdProvider.StartAsync(
            address,
            [.. People.Select(person => (person.Id, person.Name))],
            _byCertificate,
            GuestOfPolice
        );
        string file = Path.Combine(_folder, "partnership.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(Partnership()));
        (int exitCode, string output) = await RunAsync(address, "establish", file);
        Assert.True(exitCode == 0, output);
        Host = await HostProcess.StartAsync(Start(address));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs a command of the host on this world's database.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] command) =>
        RunAsync(Host.Address, command);

    /// <summary>A new browser without a window or script.</summary>
    internal PageVisitorByProvider NewVisitor() => new(this, Host.Address);

    /// <summary>Another host, on a database of its own, whose application proves itself by a certificate.</summary>
    public Task<HostProcess> StartByCertificateAsync()
    {
        List<string> settings =
        [
            .. Settings(_byCertificate)
                .Where(setting => !setting.StartsWith("--SignIn:Secret", StringComparison.Ordinal)),
            $"--SignIn:Audience={OpenIdProvider.CertifiedApplication}",
            $"--SignIn:Certificate={Provider.ApplicationFile}",
        ];
        ProcessStartInfo start = release.Start([.. settings]);
        start.Environment["SSL_CERT_FILE"] = Provider.AuthorityFile;
        return HostProcess.StartAsync(start);
    }

    /// <summary>A client of the API with a token for somebody.</summary>
    public async Task<HttpClient> ClientAsync(
        string tenant,
        string objectId,
        Action<JsonObject>? change = null
    ) => WithToken(await Provider.TokenAsync(tenant, objectId, change));

    public HttpClient WithToken(string token)
    {
        HttpClient client = new() { BaseAddress = Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A policy in sign-off, for somebody to sign or reject.</summary>
    public async Task<JsonObject> OpenRoundAsync(string title)
    {
        using HttpClient officer = await ClientAsync(OpenIdProvider.Council, Officer);
        JsonObject policy = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/policies",
                new
                {
                    @class = "policy",
                    title,
                    summary = "What we do together.",
                    body = "# Purpose\n\nEvery child is seen.\n",
                }
            )
            .JsonAsync();
        return await officer
            .PostAsJsonAsync($"/api/policies/{policy["id"]}/sign-off", new { })
            .JsonAsync();
    }

    private Task<(int ExitCode, string Output)> RunAsync(Uri address, params string[] command) =>
        HostProcess.RunAsync(Start(address, command));

    private ProcessStartInfo Start(Uri address, params string[] command)
    {
        ProcessStartInfo start = release.Start([.. command, .. Settings(address)]);
        start.WorkingDirectory = _folder;
        start.Environment["SSL_CERT_FILE"] = Provider.AuthorityFile;
        return start;
    }

    private List<string> Settings(Uri address)
    {
        List<string> settings =
        [
            $"--SignIn:Authority={Provider.Address}",
            $"--SignIn:Audience={OpenIdProvider.Application}",
            $"--SignIn:Secret={OpenIdProvider.Secret}",
            $"--SignIn:PublicAddress={address}",
            $"--Urls={address}",
            $"--SignIn:Machines:0:Id={Machine}",
            "--SignIn:Machines:0:Name=The training system",
            $"--SignIn:Machines:0:Tenant={OpenIdProvider.Council}",
            $"--SignIn:Machines:0:ObjectId={MachineObject}",
        ];
        (string Id, string Name, string SpeaksFor)[] tenants =
        [
            (OpenIdProvider.Council, "Example Council", "example/localAuthority"),
            (OpenIdProvider.Police, "Example Police", "police"),
            (OpenIdProvider.Board, "Example Integrated Care Board", "integratedCareBoard"),
            (OpenIdProvider.Scrutiny, "Independent scrutiny", "scrutiny"),
        ];
        for (int index = 0; index < tenants.Length; index++)
        {
            settings.Add($"--SignIn:Tenants:{index}:Id={tenants[index].Id}");
            settings.Add($"--SignIn:Tenants:{index}:Name={tenants[index].Name}");
            settings.Add($"--SignIn:Tenants:{index}:SpeaksFor:0={tenants[index].SpeaksFor}");
        }

        settings.Add($"--SignIn:Tenants:2:Groups:0={BoardGroup}");
        settings.Add("--SignIn:Tenants:2:Groups:1=Partnership.Member");
        return settings;
    }

    private static object Partnership() =>
        new
        {
            id = "example",
            name = "Example Safeguarding Children Partnership",
            people = People
                .Where(person => person.Id is not (Constable or GuestOfPolice))
                .Select(person => new
                {
                    id = person.Id,
                    tenantId = person.Tenant,
                    objectId = person.Id,
                    name = person.Name,
                }),
            agencies = Array.Empty<object>(),
            appointments = new object[]
            {
                Appointment(Officer, "businessUnit"),
                Appointment(Scrutineer, "scrutineer"),
                Appointment(PoliceLead, "statutoryPartner", "police", "lead"),
                Appointment(PoliceDelegate, "statutoryPartner", "police", "delegate"),
                Appointment(CouncilDelegate, "statutoryPartner", "localAuthority", "delegate"),
                Appointment(BoardDelegate, "statutoryPartner", "integratedCareBoard", "delegate"),
            },
        };

    private static object Appointment(
        string person,
        string role,
        string? seat = null,
        string? level = null
    ) =>
        new
        {
            person,
            role,
            seat,
            level,
            from = "2020-04-01",
        };

    /// <summary>The provider has to know the service's address before there is a service.</summary>
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
