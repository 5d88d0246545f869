using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>
/// Somebody asks for a consultation on the newest version of a text. What follows is the workflow's matter; in the framework as
/// installed it opens in the same act.
/// </summary>
public sealed class RequestConsultation(Acts acts, WindowStore store, WorkflowRunner workflows)
{
    public Task<Result<ConsultationRequested>> HandleAsync(
        ActCaller caller,
        string subjectType,
        string subjectId,
        OpenConsultationBody body,
        CancellationToken cancellation = default
    )
    {
        IConsultationSubject subject = store.SubjectOf(subjectType);
        return acts.RunAsync(
            new ActRequest<ConsultationRequested>
            {
                Name = "consultation.request",
                Caller = caller,
                Permission = ConsultationPermissions.Steer,
                Locate = act => subject.LocateAsync(act, subjectId),
                Decide = act => DecideAsync(act, subject, subjectId, body),
            },
            cancellation
        );
    }

    private async Task<Result<ConsultationRequested>> DecideAsync(
        Act act,
        IConsultationSubject subject,
        string id,
        OpenConsultationBody body
    )
    {
        ConsultationText text = (await subject.LoadAsync(act.Db, id))!;
        Result<IReadOnlyList<AudienceBody>> audience = AudienceRules.Resolve(
            body.Audience,
            await WindowStore.AgenciesAsync(act.Db, act.PartnershipId, London.DateOf(act.Now))
        );
        ConsultationWindow? running = await WindowStore.FindRunningAsync(act.Db, subject.Type, id);
        Refusal? refusal =
            ConsultationPermissions.CheckGroup(act, text.GroupId)
            ?? Wrong(audience.Refusal, CommentRules.CheckDays(body.WorkingDays))
            ?? CheckText(text)
            ?? (running is { IsOpen: true } ? ConsultationRefusals.Open : null);
        if (refusal is not null)
        {
            return refusal;
        }

        string[] entries = [.. body.Audience!.Distinct().Select(entry => entry!)];
        act.Payload = new
        {
            audience = entries,
            body.WorkingDays,
            version = text.Version,
            text.Hash,
        };
        ConsultationWindow window = await AskForAsync(act, subject.Type, id, text, running);
        window.Audience = [.. entries];
        window.WorkingDays = body.WorkingDays;
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, subject.Requested, id);
        if (resumed.IsRefused)
        {
            return resumed.Refusal;
        }

        if (resumed.Value == 0)
        {
            return EngineRefusals.NotAwaited;
        }

        await act.Db.SaveChangesAsync();
        ConsultationText now = (await subject.LoadAsync(act.Db, id))!;
        return new ConsultationRequested(
            window.IsOpen
                ? await ConsultationBook.AnswerAsync(
                    act.Db,
                    window,
                    act.Kept<Standing>()!,
                    now.Phase,
                    act.Now
                )
                : null,
            now.State
        );
    }

    /// <summary>Both fields' messages in one answer.</summary>
    private static Refusal? Wrong(Refusal? audience, Refusal? days) =>
        audience is not null && days is not null
            ? Refusal.Invalid(
                audience.Errors!.Concat(days.Errors!).ToDictionary(e => e.Key, e => e.Value)
            )
            : audience ?? days;

    private static Refusal? CheckText(ConsultationText text) =>
        text.Phase switch
        {
            ConsultationPhase.Over => ConsultationRefusals.Over,
            ConsultationPhase.SignOff => ConsultationRefusals.SignOffOpen,
            ConsultationPhase.InForce => ConsultationRefusals.NothingNew,
            _ => text.Hash == text.RecordedHash ? null : ConsultationRefusals.IntegrityAlarm,
        };

    /// <summary>What was asked for and has not opened yet is asked for anew.</summary>
    private static async Task<ConsultationWindow> AskForAsync(
        Act act,
        string type,
        string id,
        ConsultationText text,
        ConsultationWindow? running
    )
    {
        if (running is not null)
        {
            running.OpenedBy = act.Caller.PersonId;
            return running;
        }

        ConsultationWindow window = OpenWindow.New(
            act,
            new SubjectRef(type, id, text.Hash),
            text,
            (await WindowStore.FindLatestAsync(act.Db, type, id))?.Number ?? 0
        );
        act.Db.Add(window);
        return window;
    }
}
