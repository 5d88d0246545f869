using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Modules.Library;

/// <summary>The business unit tells every agency outstanding once more: on working days, and once a day at most.</summary>
public sealed class ChaseCascade(Acts acts)
{
    public Task<Result<CascadeAnswer>> HandleAsync(
        ActCaller caller,
        string policyId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<CascadeAnswer>
            {
                Name = "cascade.chase",
                Caller = caller,
                Permission = LibraryPermissions.Chase,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId),
            },
            cancellation
        );

    private static async Task<Result<CascadeAnswer>> DecideAsync(Act act, string policyId)
    {
        (Policy policy, _) = await PolicyPlace.LoadAsync(act, policyId);
        if (PoliciesPermissions.CheckGroup(act, policy.GroupId, chairOnly: true) is { } notYours)
        {
            return notYours;
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            return PoliciesRefusals.Withdrawn;
        }

        Dissemination? about = policy.PublishedVersion is { } number
            ? await DisseminationStore.OfVersionAsync(act.Db, policyId, number)
            : null;
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(
            act.Db,
            CalendarIds.EnglandAndWales
        );
        if (ChaseRules.Check(about, calendar, act.Now) is { } refusal)
        {
            return refusal;
        }

        act.Subject = about!.Subject;
        about.ChasedAt = act.Now;
        Clock clock = (await act.Db.Set<Clock>().FindAsync(about.ClockId))!;
        int told = await CascadeNotices.ChaseAsync(act, about, clock.DueAt);
        act.Payload = new
        {
            version = about.Number,
            agencies = about.Outstanding.Select(agency => agency.AgencyId),
            told,
        };
        await act.Db.SaveChangesAsync();
        return await CascadeBook.FindAsync(act.Db, policyId, act.Caller.PersonId, act.Now);
    }
}

/// <summary>When those outstanding may be told once more. Pure.</summary>
internal static class ChaseRules
{
    public static Refusal? Check(Dissemination? about, WorkingCalendar calendar, DateTime now)
    {
        if (about is null)
        {
            return LibraryRefusals.NotAsked;
        }

        if (!about.Outstanding.Any())
        {
            return LibraryRefusals.NobodyOutstanding;
        }

        if (!about.IsOpen)
        {
            return LibraryRefusals.Over(about.State);
        }

        DateOnly today = London.DateOf(now);
        DateOnly from = From(about, calendar, now);
        return from == today ? null
            : calendar.IsWorkingDay(today) ? LibraryRefusals.ChasedAlready(from)
            : LibraryRefusals.NoWorkingDay(from);
    }

    /// <summary>The first London date, today at the earliest, on which it is a working day and nobody has been chased yet.</summary>
    public static DateOnly From(Dissemination about, WorkingCalendar calendar, DateTime now)
    {
        DateOnly today = London.DateOf(now);
        DateOnly earliest =
            about.ChasedAt is { } chased && London.DateOf(chased) >= today
                ? London.DateOf(chased).AddDays(1)
                : today;
        return calendar.NextWorkingDayOnOrAfter(earliest);
    }
}
