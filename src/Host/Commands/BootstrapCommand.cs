using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Partnerships;

namespace Governance.Host.Commands;

/// <summary>
/// <c>bootstrap --tenant T --object O --partnership P [--name N]</c>: names the first administrator. Whoever can start the host on its
/// database can do anything to it; this gives them nothing that they lacked, once, and says so in the record.
/// </summary>
internal static class BootstrapCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        IConfiguration given = asked.Services.GetRequiredService<IConfiguration>();
        Result<PersonLine> named = await asked
            .Services.GetRequiredService<NameFirstAdministrator>()
            .HandleAsync(
                Needed(given, "partnership"),
                new NewPerson(
                    Needed(given, "tenant"),
                    Needed(given, "object"),
                    given["name"] ?? "First administrator"
                )
            );
        asked.Out.WriteLine(
            named.Refusal is { } refusal
                ? $"Refused, {refusal.Code}: {refusal.Message}"
                : $"Named {named.Value.Id}."
        );
        return named.IsRefused ? CommandLine.Disagrees : CommandLine.Done;
    }

    private static string Needed(IConfiguration given, string name) =>
        given[name] is { Length: > 0 } value
            ? value
            : throw new CannotStartException(
                "bootstrap needs --tenant, --object and --partnership: the directory and the object id of the first administrator, and a partnership."
            );
}
