using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>A body that was asked answers that it has no comment, while the consultation is open. A later comment takes it back.</summary>
public sealed class SayNoComment(Acts acts, WindowStore store)
{
    public Task<Result<ConsultationAnswer>> HandleAsync(
        ActCaller caller,
        string subjectType,
        string subjectId,
        NoCommentBody body,
        CancellationToken cancellation = default
    )
    {
        IConsultationSubject subject = store.SubjectOf(subjectType);
        return acts.RunAsync(
            new ActRequest<ConsultationAnswer>
            {
                Name = "consultation.no-comment",
                Caller = caller,
                Permission = ConsultationPermissions.Comment,
                Locate = act => subject.LocateAsync(act, subjectId),
                Decide = act => DecideAsync(act, subject, subjectId, body),
            },
            cancellation
        );
    }

    private static async Task<Result<ConsultationAnswer>> DecideAsync(
        Act act,
        IConsultationSubject subject,
        string subjectId,
        NoCommentBody given
    )
    {
        Result<SpokenFor> spoken = await SpokenFor.OfAsync(act, subject, subjectId, given.Body);
        if (spoken.IsRefused)
        {
            return spoken.Refusal;
        }

        ConsultationWindow window = spoken.Value.Window;
        ConsultedBody? body = window.Bodies.Find(each => each.Body == spoken.Value.Body);
        Refusal? refusal =
            body is not { IsAsked: true } ? ConsultationRefusals.NotAsked
            : !window.IsOpen || spoken.Value.IsLate ? ConsultationRefusals.NotOpen
            : body.Comments > 0 ? ConsultationRefusals.HasCommented
            : body.HasNone ? ConsultationRefusals.HasNone
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        body!.SayNone(act.Now);
        await AskBook.CompleteAsync(act, body.AskId!);
        act.Payload = new
        {
            consultation = window.Id,
            version = window.SubjectVersion,
            body.Body,
        };
        await act.Db.SaveChangesAsync();
        return await ConsultationBook.AnswerAsync(
            act.Db,
            window,
            act.Kept<Standing>()!,
            (await subject.LoadAsync(act.Db, subjectId))!.Phase,
            act.Now
        );
    }
}
