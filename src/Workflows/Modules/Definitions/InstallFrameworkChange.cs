using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>
/// Each new partnership gets the framework's definition of how the framework is changed; one that was established before gets it with
/// its first change. From then on it is the partnership's own, and changed by itself.
/// </summary>
public sealed class InstallFrameworkChange(DefinitionBook definitions) : IOnPartnershipEstablished
{
    private const string File = DefinitionsWords.ChangeDefinition + ".json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal Task EnsureAsync(Act act) =>
        definitions.EnsureInstalledAsync(act, DefinitionsWords.ChangeDefinition, File);
}
