using Governance.Contracts;
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
    public async Task HandleAsync(Act act, Partnership partnership)
    {
        if (!partnership.IsInstallation)
        {
            await PublishAsync(act);
        }
    }

    /// <summary>Nothing is done where the partnership ever had one, published or not: taking it back is its own choice.</summary>
    internal async Task EnsureAsync(Act act)
    {
        if (
            await DefinitionBook.FindLatestAsync(
                act.Db,
                act.PartnershipId,
                MeetingsWords.ProcedureDefinition
            )
            is null
        )
        {
            await PublishAsync(act);
        }
    }

    internal static string ReadDefinition()
    {
        using Stream stream = typeof(InstallProcedureFramework).Assembly.GetManifestResourceStream(
            "Framework/written-procedure.json"
        )!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private async Task PublishAsync(Act act)
    {
        Result<WorkflowDefinitionVersion> published = await definitions.PublishAsync(
            act,
            ReadDefinition()
        );
        if (published.IsRefused)
        {
            throw new InvalidOperationException(
                $"The framework's written procedure cannot run: {published.Refusal.Message}"
            );
        }
    }
}
