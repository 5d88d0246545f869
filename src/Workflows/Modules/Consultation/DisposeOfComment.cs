using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Somebody decides on a comment, with a reason (DOMAIN B2.4). It may be decided anew until sign-off opens; each decision stands in
/// the record, and who commented is told.
/// </summary>
public sealed class DisposeOfComment(Acts acts, WindowStore store)
{
    public Task<Result<CommentAnswer>> HandleAsync(
        ActCaller caller,
        string commentId,
        DispositionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<CommentAnswer>
            {
                Name = "comment.dispose",
                Caller = caller,
                Permission = ConsultationPermissions.Steer,
                Locate = act => CommentPlace.LocateAsync(act, store, commentId),
                Decide = act => DecideAsync(act, commentId, body),
            },
            cancellation
        );

    private async Task<Result<CommentAnswer>> DecideAsync(
        Act act,
        string commentId,
        DispositionBody body
    )
    {
        (Comment comment, ConsultationWindow window, ConsultationText text) =
            await CommentPlace.LoadAsync(act, store, commentId);
        Result<string> reason = CommentRules.Text(
            body.Reason,
            "reason",
            ConsultationWindow.MostReason
        );
        Refusal? refusal =
            ConsultationPermissions.CheckGroup(act, text.GroupId)
            ?? Wrong(body.Decision, reason)
            ?? CommentRules.Dispose(comment, window, text.Phase)
            ?? (
                comment.Decision == body.Decision && comment.Reason == reason.Value
                    ? ConsultationRefusals.SameDisposition
                    : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        act.Payload = new
        {
            comment.Id,
            body.Decision,
            reason = reason.Value,
            before = comment.Decision,
        };
        comment.Decision = body.Decision;
        comment.Reason = reason.Value;
        comment.DisposedAt = act.Now;
        comment.DisposedBy = act.Caller.PersonId;
        comment.DisposedByName = await act
            .Db.Set<Person>()
            .Where(person => person.Id == act.Caller.PersonId)
            .Select(person => person.DisplayName)
            .SingleAsync();
        await ConsultationNotices.DisposedAsync(act, window, comment);
        await act.Db.SaveChangesAsync();
        return ConsultationAnswers.Of(
            comment,
            window.SubjectTitle,
            await CommentBook.ChangedInAsync(act.Db, comment.Id),
            act.Caller.PersonId
        );
    }

    /// <summary>Both fields' messages in one answer.</summary>
    private static Refusal? Wrong(string? decision, Result<string> reason)
    {
        bool isKnown = CommentDecisions.All.Contains(decision);
        return isKnown ? reason.Refusal
            : reason.Refusal is null ? ConsultationRefusals.UnknownDecision
            : Refusal.Invalid(
                ConsultationRefusals
                    .UnknownDecision.Errors!.Concat(reason.Refusal.Errors!)
                    .ToDictionary(error => error.Key, error => error.Value)
            );
    }
}
