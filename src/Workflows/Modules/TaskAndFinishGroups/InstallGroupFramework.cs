using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Each new partnership gets the framework's definition of a group's life, and one that was there before gets it with its first group;
/// from then on it is the partnership's own.
/// </summary>
public sealed class InstallGroupFramework(DefinitionBook definitions) : IOnPartnershipEstablished
{
    private const string File = "task-and-finish-group.json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal Task EnsureAsync(Act act) =>
        definitions.EnsureInstalledAsync(act, GroupWords.Definition, File);
}
