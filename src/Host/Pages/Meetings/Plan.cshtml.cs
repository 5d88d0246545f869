using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>Secretary or chair plan a meeting of a body.</summary>
internal sealed class PlanModel(PlanMeeting plan) : GovernancePage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateFields Day { get; set; } = new();

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public BodyAnswer Body { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string b)
    {
        await using GovernanceDb db = Reading.Open();
        Result<BodyAnswer> found = await StructureBook.FindAsync(
            db,
            b,
            Viewer.PersonId,
            Reading.Now
        );
        return found.IsRefused ? Refuse(found.Refusal)
            : !found.Value.Secretary ? Refuse(MeetingPage.NotSecretary)
            : Show(
                found,
                body =>
                {
                    Body = body;
                    Partnership = body.Partnership;
                }
            );
    }

    public async Task<IActionResult> OnPostAsync(string b)
    {
        if (await OnGetAsync(b) is var form and not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            return form;
        }

        if (MeetingWords.Moment(Day, Time) is not { } starts)
        {
            ModelState.AddModelError(
                Day.Value is null ? nameof(Day) : nameof(Time),
                Day.Value is null
                    ? "Enter a real date, such as 31 3 2027."
                    : "Enter a time such as 14:30."
            );
            return await AgainAsync(() => OnGetAsync(b));
        }

        return await AnswerAsync(
            await plan.HandleAsync(
                Caller,
                Body.Partnership,
                new PlanMeetingBody(b, Title, starts, Place)
            ),
            meeting =>
            {
                Tell("The meeting is planned. Put something on its agenda next.");
                return Redirect($"/meetings/{meeting.Id}/agenda");
            },
            () => OnGetAsync(b)
        );
    }
}
