using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Each new partnership gets the framework's definition of a challenge's way up the ladder, and one that was there before gets it with
/// its first challenge; from then on it is the partnership's own.
/// </summary>
public sealed class InstallScrutinyFramework(DefinitionBook definitions) : IOnPartnershipEstablished
{
    private const string File = "scrutineer-challenge.json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal Task EnsureAsync(Act act) =>
        definitions.EnsureInstalledAsync(act, ScrutinyWords.Definition, File);
}
