using Governance.Contracts.Requests;
using Governance.Host.Pages.Components;
using Governance.Modules.Requests;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Requests;

/// <summary>What a workflow asks, and the form in which one of those who are asked answers.</summary>
internal sealed class RequestModel(AnswerRequest answer) : GovernancePage
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public WorkRequestAnswer Asked { get; private set; } = null!;

    public static IReadOnlyList<Choice> Outcomes { get; } =
    [new(RequestStates.Done, "Yes, it is done"), new(RequestStates.Declined, "No, I decline")];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await RequestBook.FindAsync(db, id, Viewer.PersonId, Reading.Now),
            found =>
            {
                Asked = found;
                Partnership = found.Partnership;
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await answer.HandleAsync(Caller, id, new AnswerRequestBody(Outcome, Text)),
            done =>
            {
                Tell("Your answer is sent, and the workflow has gone on.");
                return LocalRedirect($"/requests/{Uri.EscapeDataString(done.Id)}");
            },
            () => OnGetAsync(id)
        );
}
