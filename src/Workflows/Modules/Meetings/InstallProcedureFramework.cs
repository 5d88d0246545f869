using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// Each new partnership gets the framework's definition of a written procedure; one that was established before gets it with its
/// first procedure. From then on it is the partnership's own.
/// </summary>
public sealed class InstallProcedureFramework(DefinitionBook definitions)
    : IOnPartnershipEstablished
{
    private const string File = "written-procedure.json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal Task EnsureAsync(Act act) =>
        definitions.EnsureInstalledAsync(act, MeetingsWords.ProcedureDefinition, File);
}
