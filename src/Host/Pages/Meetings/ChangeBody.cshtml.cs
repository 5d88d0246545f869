using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The business unit changes, moves or dissolves a body.</summary>
internal sealed class ChangeBodyModel(ChangeBody change, MoveBody move, DissolveBody dissolve)
    : BodyForm
{
    [BindProperty]
    public string? Tag { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public BodyAnswer Body { get; private set; } = null!;

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public bool IsMovable => Body.Kind is not (BodyKinds.Partnership or BodyKinds.Executive);

    public bool IsDissolvable => Body.Kind == BodyKinds.SubGroup;

    public Task<IActionResult> OnGetAsync(string b) => FormAsync(b, fill: true);

    public async Task<IActionResult> OnPostAsync(string b)
    {
        if (
            await FormAsync(b, fill: false)
            is { } no
                and not Microsoft.AspNetCore.Mvc.RazorPages.PageResult
        )
        {
            return no;
        }

        if (Read(Body.Quorum.Places) is not { } body)
        {
            return await AgainAsync(() => FormAsync(b, fill: false));
        }

        return await AnswerAsync(
            AtFields(await change.HandleAsync(Caller, b, body, $"\"{Tag}\"")),
            _ => Done(b, "The body is changed."),
            () => FormAsync(b, fill: false)
        );
    }

    public async Task<IActionResult> OnPostMoveAsync(string b) =>
        await AnswerAsync(
            await move.HandleAsync(Caller, b, new MoveBodyBody(Parent)),
            _ => Done(b, "The body is moved."),
            () => FormAsync(b, fill: true)
        );

    public async Task<IActionResult> OnPostDissolveAsync(string b) =>
        await AnswerAsync(
            await dissolve.HandleAsync(Caller, b, new DissolveBodyBody(Reason)),
            _ => Done(b, "The body is dissolved."),
            () => FormAsync(b, fill: true)
        );

    private RedirectResult Done(string b, string words)
    {
        Tell(words);
        return Redirect($"/bodies/{Uri.EscapeDataString(b)}");
    }

    private async Task<IActionResult> FormAsync(string b, bool fill)
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

        Bodies =
        [
            .. (
                await BodyChoices.OfAsync(db, Body.Partnership, Viewer.PersonId, Reading.Now)
            ).Where(choice => choice.Value != b),
        ];
        if (fill)
        {
            Fill(Body);
            Tag = Body.Tag;
            Parent ??= Body.Parent;
        }

        return Page();
    }
}
