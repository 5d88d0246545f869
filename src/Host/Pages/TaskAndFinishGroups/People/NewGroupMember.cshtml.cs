using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Somebody joins a group for a dated term, from an agency or as an outside expert.</summary>
internal sealed class NewGroupMemberModel(AddGroupMember add) : GroupPage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Find { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public string? Expert { get; set; }

    [BindProperty]
    public DateFields From { get; set; } = new();

    [BindProperty]
    public DateFields To { get; set; } = new();

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    /// <summary>Only who appoints may look for people of the whole installation.</summary>
    public bool MayFind => Viewer.May(Group.Partnership, PartnershipsPermissions.Appoint);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Staff) is { } no)
        {
            return no;
        }

        WhyNot =
            !Rights.MayStaff
                ? "This is for the group’s chair, its commissioner, and the business unit."
            : Rights.IsOver ? Rights.NotWorking
            : null;
        string me = Viewer.PersonId;
        People = await PeopleToChoose.OfAsync(db, Group.Partnership, me, Reading.Now);
        Result<PartnershipAnswer> partnership = await PartnershipBook.FindAsync(
            db,
            Group.Partnership,
            me,
            Reading.Now
        );
        Agencies = partnership.IsRefused
            ? []
            : [.. partnership.Value.Agencies.Select(agency => new Choice(agency.Id, agency.Name))];
        if (HttpMethods.IsGet(Request.Method))
        {
            From = DateFields.Of(Reading.Today);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        (string Field, DateFields Date, string What, bool IsRequired)[] dates =
        [
            (nameof(From), From, "The first day", true),
            (nameof(To), To, "The last day", false),
        ];
        foreach ((string field, DateFields date, string what, bool isRequired) in dates)
        {
            if (date.Problem(what, isRequired) is { } problem)
            {
                ModelState.AddModelError(field, problem);
            }
        }

        string? person = string.IsNullOrWhiteSpace(Find) ? Person : await FoundAsync(id);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await add.HandleAsync(
                Caller,
                id,
                new GroupMemberBody(
                    person,
                    string.IsNullOrEmpty(Agency) ? null : Agency,
                    From.Value,
                    To.Value,
                    Expert
                )
            ),
            _ => ToGroup(id, "They are in the group, and have been told.", "#people"),
            () => OnGetAsync(id)
        );
    }

    /// <summary>The one person with this address or reference; else an error at the field.</summary>
    private async Task<string?> FoundAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<GroupAnswer> group = await GroupBook.FindAsync(db, id, Viewer.PersonId, Reading.Now);
        Result<IReadOnlyList<PersonLine>> found = group.IsRefused
            ? group.Refusal
            : await PersonBook.FindAsync(
                db,
                group.Value.Partnership,
                Viewer.PersonId,
                new FindPersonBody(Find),
                Reading.Now
            );
        if (found.Refusal is { } refusal)
        {
            AddErrors(refusal);
            return null;
        }

        if (found.Value is not [var one])
        {
            ModelState.AddModelError(
                nameof(Find),
                found.Value.Count == 0
                    ? "Nobody with this e-mail address or reference has signed in yet. Check it, or ask them to sign in once."
                    : "Several people have this address. Give the reference of the one you mean."
            );
            return null;
        }

        return one.Id;
    }
}
