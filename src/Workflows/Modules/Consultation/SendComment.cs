using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Somebody comments on the consulted version for their body (DOMAIN B2.4). After the limit it is taken as late, until sign-off
/// opens; every comment needs a disposition before that.
/// </summary>
public sealed class SendComment(Acts acts, WindowStore store)
{
    public Task<Result<CommentAnswer>> HandleAsync(
        ActCaller caller,
        string subjectType,
        string subjectId,
        CommentBody body,
        CancellationToken cancellation = default
    )
    {
        IConsultationSubject subject = store.SubjectOf(subjectType);
        return acts.RunAsync(
            new ActRequest<CommentAnswer>
            {
                Name = "comment.send",
                Caller = caller,
                Permission = ConsultationPermissions.Comment,
                Locate = act => subject.LocateAsync(act, subjectId),
                Decide = act => DecideAsync(act, subject, subjectId, body),
            },
            cancellation
        );
    }

    private static async Task<Result<CommentAnswer>> DecideAsync(
        Act act,
        IConsultationSubject subject,
        string subjectId,
        CommentBody given
    )
    {
        Result<SpokenFor> spoken = await SpokenFor.OfAsync(act, subject, subjectId, given.Body);
        Result<string> text = CommentRules.Text(given.Text, "text", Comment.MostText);
        if (spoken.Refusal is { Kind: not RefusalKind.Conflict } unheard)
        {
            return unheard;
        }

        if (text.IsRefused || spoken.IsRefused)
        {
            return text.Refusal ?? spoken.Refusal!;
        }

        ConsultationWindow window = spoken.Value.Window;
        ConsultedBody body = spoken.Value.Row();
        Comment comment = await NewAsync(act, window, body, text.Value, spoken.Value.IsLate);
        act.Db.Add(comment);
        body.Comment(act.Now);
        if (body.AskId is not null)
        {
            await AskBook.CompleteAsync(act, body.AskId);
        }

        if (comment.IsLate)
        {
            await ConsultationNotices.LateAsync(act, window);
        }

        act.Payload = new
        {
            comment.Id,
            consultation = window.Id,
            version = window.SubjectVersion,
            comment.Body,
            comment.IsLate,
            comment.Text,
        };
        await act.Db.SaveChangesAsync();
        return ConsultationAnswers.Of(comment, window.SubjectTitle, [], act.Caller.PersonId);
    }

    private static async Task<Comment> NewAsync(
        Act act,
        ConsultationWindow window,
        ConsultedBody body,
        string text,
        bool isLate
    ) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            WindowId = window.Id,
            SubjectType = window.SubjectType,
            SubjectId = window.SubjectId,
            SubjectVersion = window.SubjectVersion,
            Hash = window.Hash,
            Body = body.Body,
            BodyName = body.Name,
            PersonId = act.Caller.PersonId,
            PersonName = await act
                .Db.Set<Person>()
                .Where(person => person.Id == act.Caller.PersonId)
                .Select(person => person.DisplayName)
                .SingleAsync(),
            Text = text,
            WrittenAt = act.Now,
            IsLate = isLate,
        };
}
