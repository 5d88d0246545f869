using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The chair submits the progress report that is due (DOMAIN B4.6). It never changes afterwards; the next one is asked for.</summary>
public sealed class SubmitReport(Acts acts, WorkflowRunner workflows, Owing owing)
{
    public Task<Result<GroupReportAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupReportBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupReportAnswer>
            {
                Name = "group.submit-report",
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupReportAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupReportBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckChair(act, group) is { } notYours)
        {
            return notYours;
        }

        if (group.IsOver)
        {
            return GroupRefusals.Over;
        }

        Partnerships.FieldErrors errors = new();
        GroupRules.Text(
            errors,
            body.Text,
            "text",
            GroupRules.MostLong,
            "Write the report; the draft from the tasks is a beginning."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        if (await owing.DoneAsync(act, group, GroupDuties.Report) is not { } duty)
        {
            return GroupRefusals.NothingOwed;
        }

        duty.Text = TermsRules.Normal(body.Text!);
        group.LastReport = duty.Number;
        act.Payload = new { duty.Number, text = duty.Text };
        await GroupNotices.ReportedAsync(act, group, duty);
        return
            await GroupWorkflow.SendAsync(act, workflows, group, GroupWords.ReportSubmitted)
                is { } refusal
            ? refusal
            : (await GroupBook.ReportsOfAsync(act.Db, [duty]))[0];
    }
}
