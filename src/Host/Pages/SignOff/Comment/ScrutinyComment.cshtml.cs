using Governance.Contracts;
using Governance.Modules.SignOff;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>The scrutiny function says something beside an open round.</summary>
internal sealed class ScrutinyCommentModel(CommentAsScrutineer comment) : RoundPage
{
    [BindProperty]
    public string? Text { get; set; }

    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id, SignOffPermissions.Comment) is { } no)
        {
            return no;
        }

        WhyNot = Standing.WhyNotComment;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        Result<RoundAnswer> commented = await comment.HandleAsync(
            Caller,
            id,
            new ScrutinyCommentBody(Text)
        );
        return await AnswerAsync(
            commented,
            round =>
            {
                Tell(
                    "Your comment stands beside the round, and who is asked to sign has been told."
                );
                return Redirect($"/sign-offs/{Uri.EscapeDataString(round.Id)}#comments");
            },
            () => OnGetAsync(id)
        );
    }
}
