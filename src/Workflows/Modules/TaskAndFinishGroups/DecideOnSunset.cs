using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The commissioner extends a group or has it close down (DOMAIN B4.8): when its sunset date has come, or before. No task's date
/// moves by it.
/// </summary>
public sealed class DecideOnSunset(Acts acts, WorkflowRunner workflows, Owing owing)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        SunsetDecisionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.decide-sunset",
                Caller = caller,
                Permission = GroupPermissions.Accept,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        SunsetDecisionBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckCommissioner(act, group) is { } notYours)
        {
            return notYours;
        }

        if (Check(group, body, London.DateOf(act.Now)) is { } invalid)
        {
            return invalid;
        }

        Refusal? state = group.State switch
        {
            GroupStates.Active => null,
            GroupStates.Closing => GroupRefusals.Closing,
            GroupStates.Commissioned => GroupRefusals.NotActive,
            _ => GroupRefusals.Over,
        };
        if (state is not null)
        {
            return state;
        }

        DateOnly before = group.Sunset;
        bool extend = body.Extend == true;
        bool wasOwed = await owing.DoneAsync(act, group, GroupDuties.Sunset) is not null;
        bool wasClosingDown = group.IsClosingDown;
        group.IsClosingDown = !extend;
        if (extend)
        {
            await owing.CancelOpenAsync(
                act,
                group.Id,
                GroupDuties.CloseDown,
                "The group was extended after all"
            );
            group.Sunset = body.Sunset!.Value;
            group.Deadline = body.Deadline ?? group.Deadline;
        }

        act.Payload = new
        {
            extend,
            before,
            sunset = group.Sunset,
            body.Reason,
        };
        await GroupNotices.SunsetDecidedAsync(act, group, extend);
        string stimulus =
            !extend ? GroupWords.ToClose
            : wasOwed || wasClosingDown ? GroupWords.Extended
            : GroupWords.SunsetMoved;
        return await GroupWorkflow.SendAsync(act, workflows, group, stimulus) is { } refusal
            ? refusal
            : await GroupWorkflow.AnswerAsync(act, group);
    }

    private static Refusal? Check(TaskAndFinishGroup group, SunsetDecisionBody body, DateOnly today)
    {
        FieldErrors errors = new();
        errors.When(body.Extend is null, "extend", "Say whether the group goes on.");
        GroupRules.Text(
            errors,
            body.Reason,
            "reason",
            GroupRules.MostReason,
            "Say why the group goes on, or why it ends."
        );
        if (body.Extend == true)
        {
            GroupRules.CheckDates(
                errors,
                body.Deadline ?? (group.Deadline < today ? today : group.Deadline),
                body.Sunset,
                today
            );
            errors.When(
                body.Sunset <= group.Sunset,
                "sunset",
                "An extension ends later than the group does now."
            );
        }

        return errors.AsRefusal();
    }
}
