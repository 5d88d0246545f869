using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <content>Pauses (DOMAIN B6.7): the deadline moves at once, with its timers, reminders and asks, and everybody whom it concerns is told.</content>
public sealed partial class RunningClocks
{
    public const string PausedNotice = "clock.paused";
    public const string ResumedNotice = "clock.resumed";

    /// <summary>The clock as somebody who wants to pause it has to find it: late by the newest calendar, or not late.</summary>
    internal Task<Clock> CurrentAsync(Act act, string clockId) => UpToDateAsync(act, clockId);

    internal async Task PauseAsync(Act act, Clock clock, ClockPause pause)
    {
        List<ClockPause> pauses = await ClockPause.OfAsync(act.Db, clock.Id);
        act.Db.Add(pause);
        await CountAgainAsync(
            act,
            clock,
            [.. pauses, pause],
            PausedNotice,
            $"Paused until {London.DateOf(pause.Until):d MMMM yyyy}: {pause.Words}"
        );
    }

    internal async Task EndPauseAsync(Act act, Clock clock, ClockPause pause)
    {
        pause.EndedAt = act.Now;
        pause.EndedBy = act.Caller.PersonId;
        await CountAgainAsync(
            act,
            clock,
            await ClockPause.OfAsync(act.Db, clock.Id),
            ResumedNotice,
            "The pause was ended early"
        );
    }

    private async Task CountAgainAsync(
        Act act,
        Clock clock,
        IReadOnlyList<ClockPause> pauses,
        string notice,
        string why
    )
    {
        WorkingCalendar calendar = await CalendarBook.AtAsync(
            act.Db,
            clock.CalendarId,
            clock.CalendarVersion
        );
        IReadOnlyList<StandStill> stills = StillsOf(pauses);
        MovedDeadline moved = new(clock, clock.DueAt);
        ClockReceipt receipt = ClockCalculation.Of(clock, calendar, stills);
        ClockMoving.Keep(act, clock, receipt.Due, calendar.Version, why);
        await ClockMoving.SetAsync(act, clock, receipt, StandStill.Apply(calendar, stills));
        await MovedDeadlines.TellAsync(
            act,
            [moved],
            recipients => new NoticeDraft(
                notice,
                NoticeMessage.News(NoticeMatter.Deadline),
                new SubjectRef(clock.SubjectType, clock.SubjectId),
                clock.Title,
                $"{why}. {MovedDeadlines.Line(moved)}",
                recipients
            )
        );
        foreach (IOnClocksMoved follower in _followers)
        {
            await follower.HandleAsync(act, [clock]);
        }
    }

    private static StandStill[] StillsOf(IEnumerable<ClockPause> pauses) =>
        [.. pauses.Select(pause => pause.StandStill)];

    private static async Task<IReadOnlyList<ClockPauseAnswer>> AnswersAsync(
        GovernanceDb db,
        IReadOnlyList<ClockPause> pauses,
        DateTime now
    )
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            pauses.SelectMany(pause => new[] { pause.By, pause.EndedBy }).OfType<string>()
        );
        return
        [
            .. pauses.Select(pause => new ClockPauseAnswer(
                pause.From,
                pause.Until,
                pause.EndedAt,
                pause.Reason,
                pause.Words,
                pause.Note,
                names.GetValueOrDefault(pause.By, pause.By),
                pause.EndedBy is { } by ? names.GetValueOrDefault(by, by) : null,
                pause.End > now
            )),
        ];
    }
}
