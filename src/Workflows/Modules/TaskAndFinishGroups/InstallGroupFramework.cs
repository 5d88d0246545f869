using Governance.Contracts;
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
    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : PublishAsync(act);

    /// <summary>The partnership's row is locked.</summary>
    internal async Task EnsureAsync(Act act)
    {
        if (!await DefinitionBook.ExistsAsync(act.Db, act.PartnershipId, GroupWords.Definition))
        {
            await PublishAsync(act);
        }
    }

    internal static string ReadDefinition()
    {
        using Stream stream = typeof(InstallGroupFramework).Assembly.GetManifestResourceStream(
            "Framework/task-and-finish-group.json"
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
                $"The framework's definition of a group cannot run: {published.Refusal.Message}"
            );
        }
    }
}
