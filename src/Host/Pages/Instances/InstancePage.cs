using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Host.Api;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Cases;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>A page about one run of a workflow.</summary>
internal abstract class InstancePage : GovernancePage
{
    public InstanceAnswer Instance { get; private set; } = null!;

    public string At => $"/instances/{Uri.EscapeDataString(Instance.Id)}";

    /// <summary>What it is called: its own name, its case's as far as the viewer may know, else its workflow's.</summary>
    public string Title { get; private set; } = "";

    public bool MayOperate => Viewer.May(Instance.Partnership, CasesPermissions.Operate);

    /// <summary>Whether anything can come of it: also of one that has stopped because all that it waited for went wrong.</summary>
    public bool IsRunning =>
        Instance.SubStatus
            is nameof(WorkflowSubStatus.Suspended)
                or nameof(WorkflowSubStatus.Faulted);

    public IReadOnlyList<InstanceIncident> Incidents => [.. InstanceWords.Open(Instance)];

    /// <summary>Where its subject is looked at; null where it has no page.</summary>
    public string? SubjectLink =>
        SubjectLinks.Of(Instance.Subject.Type, Instance.Subject.Id, Instance.Partnership);

    /// <summary>Null when the viewer may see how it runs.</summary>
    protected async Task<IActionResult?> LoadAsync(
        GovernanceDb db,
        string id,
        Permission permission
    )
    {
        if (await InstanceBook.FindAsync(db, id) is not { } found)
        {
            return Refuse(Refusal.NotFound);
        }

        if (RefuseUnless(found.Partnership, InstancesApi.Read) is { } unseen)
        {
            return unseen;
        }

        Instance = await InstanceNames.FillAsync(db, found);
        Partnership = found.Partnership;
        Title =
            found.Name
            ?? (
                await CaseTitles.OfAsync(
                    db,
                    found.Partnership,
                    Viewer.PersonId,
                    Reading.Today,
                    [found.Subject]
                )
            ).GetValueOrDefault(found.Subject.Id)
            ?? found.Definition.Name;
        return RefuseUnless(found.Partnership, permission);
    }

    protected IActionResult ToInstance(string id, string done)
    {
        Tell(done);
        return LocalRedirect($"/instances/{Uri.EscapeDataString(id)}");
    }
}
