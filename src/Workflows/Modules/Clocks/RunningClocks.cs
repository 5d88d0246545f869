using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Clocks;

#pragma warning disable CA1822 // Asked for as a service, like the other modules' doors, although it keeps nothing itself.

/// <summary>What to do about a reminder whose moment has come.</summary>
public enum Reminding
{
    Now,

    /// <summary>Today is no working day; it has a new moment.</summary>
    Later,

    /// <summary>The clock runs no more, or no working day is left before it is due.</summary>
    Never,
}

/// <summary>Starts, ends and explains clocks, always as part of somebody's act.</summary>
public sealed partial class RunningClocks(IEnumerable<IOnClocksMoved> followers)
{
    private readonly IOnClocksMoved[] _followers = [.. followers];

    /// <summary>
    /// Starts a clock; the caller then has its workflow wait on <see cref="ClockTimers.For"/>. A limit out of range is the
    /// definition's fault and throws; <see cref="ClockLimit.Check"/> tells beforehand.
    /// </summary>
    public async Task<Clock> StartAsync(Act act, ClockStart start)
    {
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(act.Db, start.CalendarId);
        Result<ClockReceipt> counted = start.Calculate(calendar);
        if (counted.IsRefused)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                string.Join(' ', counted.Refusal.Errors!.Values.SelectMany(errors => errors))
            );
        }

        ClockReceipt receipt = counted.Value;
        Clock clock = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            SubjectType = start.SubjectType,
            SubjectId = start.SubjectId,
            Purpose = start.Purpose,
            Title =
                start.Title.Length > Clock.LongestTitle
                    ? start.Title[..Clock.LongestTitle]
                    : start.Title,
            Seat = start.Seat,
            Amount = start.Limit.Amount,
            Unit = start.Limit.Unit,
            OrAmount = start.OrLimit?.Amount,
            OrUnit = start.OrLimit?.Unit,
            ReceivedAt = receipt.Received,
            Escalated = start.Escalated,
            DayOfReceipt = receipt.DayOfReceipt,
            DueAt = receipt.Due,
            Provisional = receipt.Provisional,
            CalendarId = calendar.Id,
            CalendarVersion = calendar.Version,
            ConsideredVersion = calendar.Version,
            State = ClockStates.Running,
            Reminders = RemindersOf(start, receipt, calendar, act.Now),
        };
        act.Db.Add(clock);
        act.CalendarVersion = CalendarIds.Versioned(calendar.Id, calendar.Version);
        return clock;
    }

    /// <summary>
    /// What was asked for has been done. True when it was in time; a clock whose deadline had passed expires instead, even when
    /// its timer has not yet fired. False also for a clock that ran no more.
    /// </summary>
    public async Task<bool> MeetAsync(Act act, string clockId)
    {
        Clock clock = await UpToDateAsync(act, clockId);
        if (!clock.IsRunning)
        {
            return false;
        }

        bool late = ClockCalculation.IsLate(act.Now, clock.DueAt);
        End(
            act,
            clock,
            late ? ClockStates.Expired : ClockStates.Met,
            late ? "Done after the deadline" : "Done in time"
        );
        return !late;
    }

    /// <summary>It no longer matters. Does nothing to a clock that runs no more.</summary>
    public async Task<bool> StopAsync(Act act, string clockId, string reason)
    {
        Clock clock = await FindAsync(act.Db, clockId);
        if (!clock.IsRunning)
        {
            return false;
        }

        End(act, clock, ClockStates.Stopped, reason);
        return true;
    }

    /// <summary>
    /// The deadline's timer has fired. True when the clock has expired now; false when it had ended before, or when a calendar
    /// version loaded meanwhile has moved its deadline on, in which case the workflow waits again (<see cref="ClockTimers.For"/>).
    /// </summary>
    public async Task<bool> ExpireAsync(Act act, string clockId)
    {
        Clock clock = await UpToDateAsync(act, clockId);
        if (!clock.IsRunning || !ClockCalculation.IsLate(act.Now, clock.DueAt))
        {
            return false;
        }

        End(act, clock, ClockStates.Expired, "The limit passed");
        return true;
    }

    /// <summary>
    /// A reminder's timer has fired, perhaps late: whether to remind now. Reminders go out on working days only, and not about what
    /// is over. <see cref="Reminding.Later"/> has given it a new moment, on which the workflow waits (<see cref="ClockTimers.For"/>).
    /// </summary>
    public async Task<Reminding> RemindAsync(Act act, string clockId, int workingDays)
    {
        Clock clock = await FindAsync(act.Db, clockId);
        ClockReminder? reminder = clock.Reminders.Find(r => r.WorkingDays == workingDays);
        if (reminder is null || !clock.IsRunning || ClockCalculation.IsLate(act.Now, clock.DueAt))
        {
            return Reminding.Never;
        }

        WorkingCalendar calendar = StandStill.Apply(
            await CalendarBook.CurrentAsync(act.Db, clock.CalendarId),
            StillsOf(await ClockPause.OfAsync(act.Db, clock.Id))
        );
        if (calendar.IsWorkingDay(London.DateOf(act.Now)))
        {
            return Reminding.Now;
        }

        DateTime morning = ReminderMoments.NextMorning(act.Now, calendar);
        if (morning >= clock.DueAt)
        {
            return Reminding.Never;
        }

        reminder.At = morning;
        return Reminding.Later;
    }

    /// <summary>The clock's receipt with its history; null when there is none of this id.</summary>
    /// <param name="now">Counts the working days that are left.</param>
    public async Task<ClockReceipt?> GetReceiptAsync(GovernanceDb db, string clockId, DateTime now)
    {
        Clock? clock = await db.Set<Clock>().FindAsync(clockId);
        if (clock is null)
        {
            return null;
        }

        WorkingCalendar calendar = await CalendarBook.AtAsync(
            db,
            clock.CalendarId,
            clock.CalendarVersion
        );
        List<ClockPause> pauses = await ClockPause.OfAsync(db, clockId);
        ClockReceipt receipt = ClockCalculation.Of(clock, calendar, StillsOf(pauses));
        List<ClockRecomputation> history = await db.Set<ClockHistory>()
            .Where(h => h.ClockId == clockId)
            .OrderBy(h => h.Id)
            .Select(h => new ClockRecomputation(
                h.At,
                h.OldDue,
                h.NewDue,
                h.OldCalendarVersion,
                h.NewCalendarVersion,
                h.Why
            ))
            .ToListAsync();
        return receipt with
        {
            // What was told to people stands, whatever a later release of the rules would say.
            DayOfReceipt = clock.DayOfReceipt,
            Due = clock.DueAt,
            Provisional = clock.Provisional,
            History = history,
            Id = clock.Id,
            Partnership = clock.PartnershipId,
            Title = clock.Title,
            Subject = new ClockSubject(clock.SubjectType, clock.SubjectId),
            Escalated = clock.Escalated,
            Reminders =
            [
                .. clock
                    .Reminders.OrderBy(reminder => reminder.At)
                    .Select(reminder => new ClockReminderAnswer(reminder.WorkingDays, reminder.At)),
            ],
            WhyStopped = clock.WhyStopped,
            Purpose = clock.Purpose,
            Seat = clock.Seat,
            State = clock.State,
            Stopped = clock.StoppedAt,
            WorkingDaysLeft = clock.IsRunning
                ? ClockCalculation.WorkingDaysLeft(
                    now,
                    clock.DueAt,
                    StandStill.Apply(calendar, StillsOf(pauses))
                )
                : null,
            Pauses = await AnswersAsync(db, pauses, now),
            FlaggedForHuman = clock.FlaggedForHuman,
        };
    }

    private static List<ClockReminder> RemindersOf(
        ClockStart start,
        ClockReceipt receipt,
        WorkingCalendar calendar,
        DateTime now
    ) =>
        [
            .. start
                .ReminderWorkingDays.Distinct()
                .Select(days => new ClockReminder
                {
                    WorkingDays = days,
                    At = ReminderMoments.BeforeDue(receipt.Due, days, calendar),
                })
                .Where(reminder => reminder.At > now && reminder.At < receipt.Due),
        ];

    private static void End(Act act, Clock clock, string state, string why)
    {
        clock.State = state;
        clock.StoppedAt = act.Now;
        clock.WhyStopped = why;
    }

    /// <summary>The clock, counted by the newest calendar where that decides whether it is late.</summary>
    private async Task<Clock> UpToDateAsync(Act act, string clockId)
    {
        Clock clock = await FindAsync(act.Db, clockId);
        if (clock.IsRunning && ClockCalculation.IsLate(act.Now, clock.DueAt))
        {
            await CalendarRollouts.RecountAsync(act, clock.CalendarId, _followers);
        }

        return clock;
    }

    private static async Task<Clock> FindAsync(GovernanceDb db, string clockId) =>
        await db.Set<Clock>().FindAsync(clockId)
        ?? throw new InvalidOperationException($"There is no clock {clockId}.");
}
