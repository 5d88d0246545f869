using System.Text.Json;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules;
using Governance.Modules.Library;
using Governance.Modules.Partnerships;

namespace Governance.Host.Composition;

/// <summary>
/// What the program does besides serving: <c>verify FILE [--from CHECKPOINT]</c> checks an exported record or a certificate offline,
/// <c>lint FILE</c> judges a workflow definition and tells it in plain words, <c>reconcile</c> says where workflows and modules disagree, <c>establish FILE</c> sets up a partnership with its people, <c>bootstrap</c> names the first administrator. A
/// rehearsal build also has <c>seed --policies N</c>, which makes example policies.
/// </summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Disagrees = 1;
    public const int CannotStart = 2;

    /// <summary>Does what needs neither database nor configuration, and answers its exit code; null when nothing such was asked.</summary>
    public static int? RunOffline(string[] args) =>
        args switch
        {
            ["verify", .. string[] rest] => VerifyFileCommand.Run(Console.Out, rest),
            ["lint", .. string[] rest] => LintCommand.Run(Console.Out, rest),
            _ => null,
        };

    /// <summary>Does what needs the database but serves nobody; null when nothing such was asked.</summary>
    public static async Task<int?> RunAsync(string[] args, WebApplication app) =>
        args switch
        {
            ["reconcile", ..] => await ReconcileAsync(app.Services),
            ["establish", string file, ..] => await EstablishAsync(app.Services, file),
            ["bootstrap", ..] => await BootstrapAsync(app),
#if REHEARSAL
            ["seed", ..] => await Rehearsal.Seed.SeedCommand.RunAsync(app),
#endif
            _ => null,
        };

    /// <summary>The arguments without the command and its file, whose path a configuration source would take for a switch.</summary>
    public static string[] SettingsIn(string[] args) =>
        args switch
        {
            ["reconcile", .. string[] settings] => settings,
            ["establish", _, .. string[] settings] => settings,
            ["bootstrap", .. string[] settings] => settings,
#if REHEARSAL
            ["seed", .. string[] settings] => settings,
#endif
            _ => args,
        };

    private static async Task<int> ReconcileAsync(IServiceProvider services)
    {
        IReadOnlyList<Drift> drifts = await services
            .GetRequiredService<Reconciliation>()
            .RunAsync();
        foreach (Drift drift in drifts)
        {
            Console.WriteLine(
                $"{drift.Code} {drift.PartnershipId} {drift.Subject.Type} {drift.Subject.Id}: {drift.Text}"
            );
        }

        Console.WriteLine($"{drifts.Count} disagreements");
        return drifts.Count == 0 ? Done : Disagrees;
    }

    /// <summary>
    /// <c>bootstrap --tenant T --object O --partnership P [--name N]</c>. Whoever can start the host on its database can do anything to it;
    /// this gives them nothing that they lacked, once, and says so in the record.
    /// </summary>
    private static async Task<int> BootstrapAsync(WebApplication app)
    {
        string Given(string name) =>
            app.Configuration[name] is { Length: > 0 } value
                ? value
                : throw new CannotStartException(
                    "bootstrap needs --tenant, --object and --partnership: the directory and the object id of the first administrator, and a partnership."
                );

        Result<PersonLine> named = await app
            .Services.GetRequiredService<NameFirstAdministrator>()
            .HandleAsync(
                Given("partnership"),
                new NewPerson(
                    Given("tenant"),
                    Given("object"),
                    app.Configuration["name"] ?? "First administrator"
                )
            );
        Console.WriteLine(
            named.Refusal is { } refusal
                ? $"Refused, {refusal.Code}: {refusal.Message}"
                : $"Named {named.Value.Id}."
        );
        return named.IsRefused ? Disagrees : Done;
    }

    private static async Task<int> EstablishAsync(IServiceProvider services, string file)
    {
        NewPartnership partnership;
        try
        {
            partnership =
                JsonSerializer.Deserialize<NewPartnership>(
                    await File.ReadAllTextAsync(file),
                    JsonSerializerOptions.Web
                ) ?? throw new JsonException("The file is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            throw new CannotStartException($"{file} cannot be read: {unreadable.Message}");
        }

        Result<PartnershipLine> established = await services
            .GetRequiredService<EstablishPartnership>()
            .HandleAsync(partnership);
        Console.WriteLine(
            established.Refusal is { } refusal
                ? $"Refused, {refusal.Code}: {refusal.Message}"
                : $"Established {established.Value.Id}."
        );
        return established.IsRefused ? Disagrees : Done;
    }
}
