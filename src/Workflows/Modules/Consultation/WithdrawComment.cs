using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>
/// Its author takes a comment back before anybody has decided on it. The words stay with who may see every comment, marked as
/// withdrawn; a body without another comment is asked again while the consultation is open.
/// </summary>
public sealed class WithdrawComment(Acts acts, WindowStore store)
{
    public Task<Result<CommentAnswer>> HandleAsync(
        ActCaller caller,
        string commentId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<CommentAnswer>
            {
                Name = "comment.withdraw",
                Caller = caller,
                Permission = ConsultationPermissions.Comment,
                Locate = act => CommentPlace.LocateAsync(act, store, commentId),
                Decide = act => DecideAsync(act, commentId),
            },
            cancellation
        );

    private async Task<Result<CommentAnswer>> DecideAsync(Act act, string commentId)
    {
        (Comment comment, ConsultationWindow window, ConsultationText text) =
            await CommentPlace.LoadAsync(act, store, commentId);
        if (CommentRules.Withdraw(comment, window, text.Phase, act.Caller.PersonId) is { } refusal)
        {
            // Who may not see the comment is not told that there is one.
            return
                comment.PersonId != act.Caller.PersonId
                && !CommentBook.Sees(act.Kept<Partnerships.Standing>()!, comment)
                ? Refusal.NotFound
                : refusal;
        }

        comment.WithdrawnAt = act.Now;
        ConsultedBody body = window.Bodies.Single(each => each.Body == comment.Body);
        body.WithdrawComment();
        if (window.IsOpen && body is { IsAsked: true, HasAnswered: false })
        {
            await WindowStore.AskAsync(
                act,
                window,
                body,
                (await act.Db.Set<Clock>().FindAsync(window.ClockId))!
            );
        }

        act.Payload = new { comment.Id, consultation = window.Id };
        await act.Db.SaveChangesAsync();
        return ConsultationAnswers.Of(comment, window.SubjectTitle, [], act.Caller.PersonId);
    }
}
