using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>Somebody closes a consultation before its limit, with a reason. Those still asked are told.</summary>
public sealed class CloseConsultation(Acts acts, WindowStore store, WorkflowRunner workflows)
{
    public Task<Result<ConsultationAnswer>> HandleAsync(
        ActCaller caller,
        string subjectType,
        string subjectId,
        CloseConsultationBody body,
        CancellationToken cancellation = default
    )
    {
        IConsultationSubject subject = store.SubjectOf(subjectType);
        return acts.RunAsync(
            new ActRequest<ConsultationAnswer>
            {
                Name = "consultation.close-early",
                Caller = caller,
                Permission = ConsultationPermissions.Steer,
                Locate = act => subject.LocateAsync(act, subjectId),
                Decide = act => DecideAsync(act, subject, subjectId, body),
            },
            cancellation
        );
    }

    private async Task<Result<ConsultationAnswer>> DecideAsync(
        Act act,
        IConsultationSubject subject,
        string id,
        CloseConsultationBody body
    )
    {
        ConsultationText text = (await subject.LoadAsync(act.Db, id))!;
        if (ConsultationPermissions.CheckGroup(act, text.GroupId) is { } notYours)
        {
            return notYours;
        }

        Result<string> reason = CommentRules.Text(
            body.Reason,
            "reason",
            ConsultationWindow.MostReason
        );
        if (reason.IsRefused)
        {
            return reason.Refusal;
        }

        ConsultationWindow? window = await WindowStore.FindRunningAsync(act.Db, subject.Type, id);
        if (window is not { IsOpen: true })
        {
            return ConsultationRefusals.NotOpen;
        }

        act.Subject = window.Subject;
        act.Payload = new { consultation = window.Id, reason = reason.Value };
        await store.CloseAsync(act, window, act.Caller.PersonId, reason.Value);
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            ConsultationWords.Closed,
            window.Id
        );
        if (resumed.IsRefused || resumed.Value == 0)
        {
            return resumed.Refusal ?? EngineRefusals.NotAwaited;
        }

        await act.Db.SaveChangesAsync();
        return await ConsultationBook.AnswerAsync(
            act.Db,
            window,
            act.Kept<Standing>()!,
            (await subject.LoadAsync(act.Db, id))!.Phase,
            act.Now
        );
    }
}
