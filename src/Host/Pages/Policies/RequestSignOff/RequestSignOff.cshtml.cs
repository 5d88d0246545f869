using Governance.Contracts;
using Governance.Modules.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Whom sign-off would be asked of and what is missing, before it is asked.</summary>
internal sealed class RequestSignOffModel(RequestSignOff request) : SteeringPage
{
    public SignOffPreview Preview { get; private set; } = null!;

    /// <summary>The text stands still, and nobody signs it yet.</summary>
    public bool CanAsk => Policy.Draft is not null && Policy.State is not PolicyStates.SignOff;

    public Task<IActionResult> OnGetAsync(string id) =>
        SteerAsync(
            id,
            async db =>
            {
                Result<SignOffPreview> preview = await SignOffPreview.FindAsync(
                    db,
                    id,
                    Viewer.PersonId,
                    Reading.Now
                );
                if (preview.Refusal is null)
                {
                    Preview = preview.Value;
                }

                return preview.Refusal;
            }
        );

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await request.HandleAsync(Caller, id, HttpContext.RequestAborted),
            asked =>
            {
                Tell(
                    asked.Round switch
                    {
                        { Due: { } due } =>
                            $"Sign-off is asked for. The three seats have until {Dates.Moment(due)}.",
                        { } => "Sign-off could not begin: a seat has nobody who may sign.",
                        null =>
                            "It is asked for. The policy goes through what comes before sign-off first.",
                    }
                );
                return Redirect("/policies/" + Uri.EscapeDataString(id));
            },
            () => OnGetAsync(id)
        );
}
