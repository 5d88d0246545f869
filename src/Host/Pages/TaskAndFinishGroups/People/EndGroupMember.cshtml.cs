using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Somebody leaves a group, with a reason; their tasks go to the chair to be given on.</summary>
internal sealed class EndGroupMemberModel(EndGroupMember end) : GroupPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public GroupMemberAnswer Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<AppointmentAnswer> appointment = await AppointmentBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (appointment.IsRefused || appointment.Value.Group is null)
        {
            return Refuse(appointment.Refusal ?? Refusal.NotFound);
        }

        // An appointment is open to all of the partnership; who may let people go is said before what the group is.
        Partnership = appointment.Value.Partnership;
        if (
            (
                RefuseUnless(appointment.Value.Partnership, GroupPermissions.Staff)
                ?? await LoadAsync(db, appointment.Value.Group, GroupPermissions.Staff)
            ) is
            { } no
        )
        {
            return no;
        }

        if (Group.Members.FirstOrDefault(each => each.Id == id) is not { } member)
        {
            return Refuse(Refusal.NotFound);
        }

        Member = member;
        WhyNot =
            !Rights.MayStaff
                ? "This is for the group’s chair, its commissioner, and the business unit."
            : Rights.IsOver ? Rights.NotWorking
            : !member.Current ? "Their term is over already."
            : member.Role == Roles.GroupChair
                ? "A chair resigns or is replaced, so that it is clear who stands in."
            : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await end.HandleAsync(Caller, id, new EndGroupMemberBody(Reason)),
            group =>
                ToGroup(
                    group.Id,
                    group.Tasks.OwnerLeft > 0
                        ? "They have left the group. The chair is asked to give their tasks to somebody else."
                        : "They have left the group.",
                    "#people"
                ),
            () => OnGetAsync(id)
        );
}
