using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>The scrutiny function sees what operators do; the reason stands with the instance and in the record, not in the notice.</summary>
internal static class CasesNotices
{
    public static async Task TellAsync(Act act, string instanceId, string kind, string whatWasDone)
    {
        WorkflowInstance instance = (await act.Db.Set<WorkflowInstance>().FindAsync(instanceId))!;
        WorkflowDefinitionVersion version = (
            await DefinitionBook.FindAsync(act.Db, instance.DefinitionVersionId)
        )!;
        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                kind,
                NoticeMessage.News(NoticeMatter.Workflow),
                new SubjectRef("workflow-instance", instanceId),
                $"{whatWasDone}: {version.Name}",
                "The business unit did this with a reason, which stands with the instance and in the record.",
                Recipient.Role(Roles.Scrutineer)
            )
        );
    }
}
