using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>
/// Each new partnership gets the framework's definition of a challenge's way up its ladder, and one that was there before gets it with its
/// first challenge; from then on it is the partnership's own.
/// </summary>
public sealed class InstallEscalationFramework(DefinitionBook definitions)
    : IOnPartnershipEstablished
{
    private const string File = "professional-challenge.json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal async Task EnsureAsync(Act act)
    {
        await InstallLadders.EnsureAsync(act);
        await definitions.EnsureInstalledAsync(act, EscalationWords.Definition, File);
    }
}
