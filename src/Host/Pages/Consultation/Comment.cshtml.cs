using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>Somebody comments for their body, or says that it has no comment, with the consulted text above.</summary>
internal sealed class CommentModel(ConsultationBook book, SendComment send, SayNoComment say)
    : ConsultationPage
{
    [BindProperty]
    public string? Answer { get; set; } = "comment";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public ConsultationAnswer? Consultation { get; private set; }

    public PolicyVersionAnswer? Consulted { get; private set; }

    public IEnumerable<Choice> Bodies =>
        (Consultation?.Mine ?? []).Select(body => new Choice(
            body,
            Consultation!.Bodies.FirstOrDefault(each => each.Body == body)?.Name
                ?? ConsultationText.Body(body)
        ));

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ConsultationPermissions.Comment) is { } no)
        {
            return no;
        }

        Result<ConsultationAnswer> found = await book.FindAsync(
            db,
            PoliciesWords.Policy,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        Consultation = found.IsRefused ? null : found.Value;
        Body ??= Consultation is { Mine: [var first, ..] } ? first : null;
        if (Consultation is not null)
        {
            Result<PolicyVersionAnswer> text = await PolicyBook.VersionAsync(
                db,
                id,
                Consultation.Version,
                Viewer.PersonId,
                Reading.Now
            );
            Consulted = text.IsRefused ? null : text.Value;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        string to = $"/policies/{Uri.EscapeDataString(id)}/consultation";
        if (Answer == "none")
        {
            return await AnswerAsync(
                await say.HandleAsync(Caller, PoliciesWords.Policy, id, new NoCommentBody(Body)),
                _ =>
                {
                    Tell("Your body has answered that it has no comment.");
                    return Redirect(to);
                },
                () => OnGetAsync(id)
            );
        }

        return await AnswerAsync(
            await send.HandleAsync(Caller, PoliciesWords.Policy, id, new CommentBody(Text, Body)),
            sent =>
            {
                Tell(
                    sent.Late
                        ? "Your comment was taken and is marked as late."
                        : "Your comment was sent. You will be told what becomes of it."
                );
                return Redirect(to);
            },
            () => OnGetAsync(id)
        );
    }
}
