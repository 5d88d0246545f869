using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The business unit adds members to a body and ends their terms.</summary>
internal sealed class MembersModel(AddBodyMember add, EndBodyMember end) : GovernancePage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Capacity { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    [BindProperty]
    public string? Seat { get; set; }

    [BindProperty]
    public DateFields From { get; set; } = new();

    [BindProperty]
    public DateFields To { get; set; } = new();

    public BodyAnswer Body { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string b)
    {
        await using GovernanceDb db = Reading.Open();
        Result<BodyAnswer> found = await StructureBook.FindAsync(
            db,
            b,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Body = found.Value;
        Partnership = Body.Partnership;
        if (RefuseUnless(Body.Partnership, MeetingsPermissions.KeepStructure) is { } no)
        {
            return no;
        }

        if (From.IsEmpty)
        {
            From = DateFields.Of(Reading.Today);
        }

        People = await MeetingWords.PeopleAsync(db, Body.Partnership, Reading.Today);
        Agencies =
        [
            .. (await BodyRoll.AgenciesAsync(db, Body.Partnership))
                .OrderBy(agency => agency.Value, StringComparer.Ordinal)
                .Select(agency => new Choice(agency.Key, agency.Value)),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string b)
    {
        if (From.Problem("The first day", isRequired: true) is { } first)
        {
            ModelState.AddModelError(nameof(From), first);
        }

        if (To.Problem("The last day", isRequired: false) is { } last)
        {
            ModelState.AddModelError(nameof(To), last);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(b));
        }

        return await AnswerAsync(
            await add.HandleAsync(
                Caller,
                b,
                new AddBodyMemberBody(
                    string.IsNullOrEmpty(Person) ? null : Person,
                    Capacity,
                    From.Value,
                    To.Value,
                    string.IsNullOrEmpty(Seat) ? null : Seat,
                    string.IsNullOrEmpty(Agency) ? null : Agency
                )
            ),
            _ =>
            {
                Tell("The member is added and has been told.");
                return Redirect(Request.Path);
            },
            () => OnGetAsync(b)
        );
    }

    public async Task<IActionResult> OnPostEndAsync(string b, string? term) =>
        await AnswerAsync(
            await end.HandleAsync(Caller, term ?? "", new EndBodyMemberBody()),
            _ =>
            {
                Tell("The term ends today.");
                return Redirect(Request.Path);
            },
            () => OnGetAsync(b)
        );
}
