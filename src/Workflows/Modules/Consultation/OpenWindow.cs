using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>
/// The workflow puts the newest version of its subject before the audience: that of the act that asked for it, or the step's own.
/// Version and hash are fixed from now on. One that is open is taken up again, so that a workflow can come back to it.
/// </summary>
public sealed class OpenWindow(WindowStore store, RunningClocks clocks) : IEffectHandler
{
    public string Kind => ConsultationWords.OpenWindow;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        IConsultationSubject subject = store.SubjectOf(context.Subject.Type);
        ConsultationText? text = await subject.LoadAsync(act.Db, context.Subject.Id);
        if (text is null)
        {
            return Refusal.NotFound;
        }

        if (text.Hash != text.RecordedHash)
        {
            return ConsultationRefusals.IntegrityAlarm;
        }

        ConsultationWindow? window = await WindowStore.FindRunningAsync(
            act.Db,
            context.Subject.Type,
            context.Subject.Id
        );
        if (window is not { IsOpen: true })
        {
            window ??= await NewAsync(act, context, text, payload);
            Result<IReadOnlyList<AudienceBody>> audience = await AudienceAsync(act, window);
            if (audience.IsRefused)
            {
                return Cannot(audience.Refusal);
            }

            await BeginAsync(act, context, window, text, audience.Value, payload);
            await subject.ConsultationChangedAsync(act, window);
            await act.Db.SaveChangesAsync();
        }

        return Answer(window, (await act.Db.Set<Clock>().FindAsync(window.ClockId))!);
    }

    internal static ConsultationWindow New(
        Act act,
        SubjectRef subject,
        ConsultationText text,
        int numberBefore
    ) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Number = numberBefore + 1,
            SubjectType = subject.Type,
            SubjectId = subject.Id,
            SubjectTitle = text.Title,
            SubjectVersion = text.Version,
            Hash = text.Hash,
            GroupId = text.GroupId,
            Audience = [],
            State = ConsultationStates.Requested,
            OpenKey = ConsultationWindow.OpenKeyOf(subject.Type, subject.Id),
            OpenedAt = act.Now,
            OpenedBy = act.Caller.PersonId,
        };

    /// <summary>Nobody has asked for this one but the workflow itself.</summary>
    private static async Task<ConsultationWindow> NewAsync(
        Act act,
        EffectContext context,
        ConsultationText text,
        JsonObject payload
    )
    {
        ConsultationWindow window = New(
            act,
            context.Subject,
            text,
            (
                await WindowStore.FindLatestAsync(act.Db, context.Subject.Type, context.Subject.Id)
            )?.Number
                ?? 0
        );
        window.Audience =
        [
            .. payload["audience"]!.AsArray().Select(entry => entry!.GetValue<string>()),
        ];
        act.Db.Add(window);
        return window;
    }

    /// <summary>As it is on the day on which it opens: agencies that have left since are not asked.</summary>
    private static async Task<Result<IReadOnlyList<AudienceBody>>> AudienceAsync(
        Act act,
        ConsultationWindow window
    ) =>
        AudienceRules.Resolve(
            window.Audience,
            await WindowStore.AgenciesAsync(act.Db, act.PartnershipId, London.DateOf(act.Now))
        );

    private async Task BeginAsync(
        Act act,
        EffectContext context,
        ConsultationWindow window,
        ConsultationText text,
        IReadOnlyList<AudienceBody> audience,
        JsonObject payload
    )
    {
        window.Begin(
            text,
            audience,
            window.WorkingDays ?? payload["workingDays"]!.GetValue<int>(),
            act.Now
        );
        window.InstanceId = context.InstanceId;
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = window.SubjectType,
                SubjectId = window.SubjectId,
                Purpose = ConsultationWords.ClockPurpose,
                Title = $"Consultation on {window.SubjectTitle}, version {window.SubjectVersion}",
                Limit = ClockLimit.WorkingDays(window.WorkingDays!.Value),
                ReceivedAt = act.Now,
                ReminderWorkingDays =
                [
                    .. payload["reminderWorkingDays"]!
                        .AsArray()
                        .Select(days => days!.GetValue<int>()),
                ],
            }
        );
        window.ClockId = clock.Id;
        foreach (ConsultedBody body in window.Bodies)
        {
            await WindowStore.AskAsync(act, window, body, clock);
        }

        await ConsultationNotices.OpenedAsync(act, window, clock.DueAt);
        act.AlsoRecord(
            ConsultationWords.OpenWindow,
            window.Subject,
            new
            {
                consultation = window.Id,
                version = window.SubjectVersion,
                asked = window.Bodies.Select(body => body.Body),
                due = clock.DueAt,
            }
        );
    }

    /// <summary>The step's own audience names nobody who is there: a fault of the definition, or of what changed since.</summary>
    private static JsonObject Cannot(Refusal refusal) =>
        new() { ["cannot"] = string.Join(' ', refusal.Errors!.Values.SelectMany(text => text)) };

    private static JsonObject Answer(ConsultationWindow window, Clock clock)
    {
        return new JsonObject
        {
            ["consultation"] = window.Id,
            ["timers"] = ClockAnswers.Timers(clock),
        };
    }
}
