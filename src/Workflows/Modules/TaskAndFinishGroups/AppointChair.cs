using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The commissioner, or the business unit for them, appoints a chair (DOMAIN B4.7). Whoever chaired before is chair until then and a
/// member afterwards, if they were one; whoever stood in stands down.
/// </summary>
public sealed class AppointChair(Acts acts, PartnershipEvents events)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupChairBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.appoint-chair",
                Caller = caller,
                Permission = GroupPermissions.Staff,
                Locate = act => GroupPlace.LocateAsync(act, groupId, changesPeople: true),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupChairBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        Standing standing = act.Kept<Standing>()!;
        if (
            !standing.Holds(Roles.BusinessUnit)
            && GroupPermissions.CheckCommissioner(act, group) is { } notYours
        )
        {
            return notYours;
        }

        if (group.IsOver)
        {
            return GroupRefusals.Over;
        }

        DateOnly today = London.DateOf(act.Now);
        IReadOnlyList<Appointment> people = await GroupPeople.OfGroupAsync(act, group);
        Refusal? refusal =
            NameVice.Check(body.Vice, people, today)
            ?? (
                body.From < today
                    ? Refusal.Invalid("from", "The new chair begins today or later.")
                    : null
            )
            ?? (
                people.Any(a => IsChairOn(a, today) && a.PersonId == body.Person)
                && !group.ChairIsInterim
                    ? GroupRefusals.SamePerson
                    : null
            );
        return refusal ?? await ReplaceAsync(act, group, body, people, today);
    }

    private async Task<Result<GroupAnswer>> ReplaceAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupChairBody body,
        IReadOnlyList<Appointment> people,
        DateOnly today
    )
    {
        bool atOnce = body.From == today;
        Appointment[] before = [.. people.Where(a => IsChairOn(a, today))];
        Appointment? made = null;
        if (group.ChairIsInterim && before.Any(a => a.PersonId == body.Person))
        {
            // Whoever stands in is confirmed: the appointment that they hold goes on.
            before = [];
        }
        else
        {
            Result<Appointment> appointed = await GroupAppointments.MakeAsync(
                act,
                new AppointPersonBody(
                    body.Person,
                    Roles.GroupChair,
                    null,
                    null,
                    null,
                    group.Id,
                    body.From,
                    null
                )
            );
            if (appointed.IsRefused)
            {
                return appointed.Refusal;
            }

            made = appointed.Value;
        }

        // Whoever stands in goes on standing in until the new chair's first day.
        group.ChairIsInterim = group.ChairIsInterim && !atOnce && before.Length > 0;
        group.ChairLeavesOn = atOnce || before.Length == 0 ? null : body.From;
        group.ChairLeavesGroup = false;
        group.ViceChairId = body.Vice ?? group.ViceChairId;
        foreach (Appointment ended in atOnce ? before : [])
        {
            GroupAppointments.End(act, ended, "A new chair was appointed");
        }

        act.Payload = new
        {
            person = body.Person,
            body.From,
            vice = group.ViceChairId,
        };
        await GroupNotices.ChairAsync(act, group);
        if (made is not null)
        {
            await events.RaiseAsync(act, new AppointmentMade(made));
        }

        foreach (Appointment ended in atOnce ? before : [])
        {
            await events.RaiseAsync(act, new AppointmentEnded(ended));
        }

        return await GroupWorkflow.AnswerAsync(act, group);
    }

    private static bool IsChairOn(Appointment appointment, DateOnly day) =>
        appointment.Role == Roles.GroupChair && appointment.IsHeldOn(day);
}
