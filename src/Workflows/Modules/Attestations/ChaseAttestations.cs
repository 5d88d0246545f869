using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>
/// Reminds whoever has not answered, and tells once that a limit has passed: an act each. An attestation stays open after its limit,
/// since a late answer is better than none.
/// </summary>
public sealed class ChaseAttestations(Acts acts, IReadGovernance reading, RunningClocks clocks)
{
    /// <summary>Does what is due at a moment; answers how many acts that took. What an outage has piled up is told once.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        int done = 0;
        foreach ((string id, bool isLate) in await DueAsync(now, cancellation))
        {
            Result<bool> chased = await acts.RunAsync(
                new ActRequest<bool>
                {
                    Name = isLate ? AttestationWords.LimitPassed : AttestationWords.Remind,
                    Caller = ActCaller.Service("attestations"),
                    Permission = Permission.Service,
                    Locate = act => LocateAsync(act, id, isLate),
                    Decide = async act =>
                        isLate ? await LateAsync(act, id) : await RemindAsync(act, id),
                },
                cancellation
            );
            done += chased.IsRefused ? 0 : 1;
        }

        return done;
    }

    private async Task<List<(string Id, bool IsLate)>> DueAsync(
        DateTime now,
        CancellationToken cancellation
    )
    {
        using GovernanceDb db = reading.OpenReader();
        var open = await (
            from attestation in db.Set<Attestation>()
            join clock in db.Set<Clock>() on attestation.ClockId equals clock.Id
            where attestation.State == AttestationStates.Open && attestation.OverdueAt == null
            orderby attestation.Id
            select new { Attestation = attestation, Clock = clock }
        ).ToListAsync(cancellation);
        return
        [
            .. from each in open
            let late = ClockCalculation.IsLate(now, each.Clock.DueAt)
            where late || DueReminder(each.Attestation, each.Clock, now) is not null
            select (each.Attestation.Id, late),
        ];
    }

    /// <summary>The newest reminder whose moment has come since the last that went out.</summary>
    private static ClockReminder? DueReminder(Attestation attestation, Clock clock, DateTime now) =>
        clock
            .Reminders.Where(each => each.At <= now)
            .Where(each => attestation.RemindedAt is not { } last || each.At > last)
            .MaxBy(each => each.At);

    /// <summary>Null where another host has done it, somebody has answered, or the limit has moved since.</summary>
    private static async Task<ActPlace?> LocateAsync(Act act, string id, bool isLate)
    {
        string? partnership = await act
            .Db.Set<Attestation>()
            .Where(each => each.Id == id)
            .Select(each => each.PartnershipId)
            .SingleOrDefaultAsync();
        ActPlace? place = await PartnershipPlace.LocateAsync<Attestation>(
            act,
            partnership,
            AttestationWords.Subject,
            id
        );
        if (
            place is null
            || await act.Db.Set<Attestation>().FindAsync(id)
                is not { State: AttestationStates.Open, OverdueAt: null } attestation
        )
        {
            return null;
        }

        Clock clock = (await act.Db.Set<Clock>().FindAsync(attestation.ClockId))!;
        bool stillDue = isLate
            ? ClockCalculation.IsLate(act.Now, clock.DueAt)
            : DueReminder(attestation, clock, act.Now) is not null;
        return stillDue ? place : null;
    }

    private async Task<Result<bool>> LateAsync(Act act, string id)
    {
        Attestation attestation = (await act.Db.Set<Attestation>().FindAsync(id))!;
        if (!await clocks.ExpireAsync(act, attestation.ClockId))
        {
            // A calendar that was loaded meanwhile has moved the limit on: nothing has happened that the record should tell.
            return Refusal.NotFound;
        }

        Clock clock = (await act.Db.Set<Clock>().FindAsync(attestation.ClockId))!;
        attestation.OverdueAt = act.Now;
        act.Payload = new
        {
            attestation.Quarter,
            attestation.Body,
            due = clock.DueAt,
        };
        await AttestationNotices.LateAsync(act, attestation, clock.DueAt);
        return true;
    }

    private async Task<Result<bool>> RemindAsync(Act act, string id)
    {
        Attestation attestation = (await act.Db.Set<Attestation>().FindAsync(id))!;
        Clock clock = (await act.Db.Set<Clock>().FindAsync(attestation.ClockId))!;
        ClockReminder due = DueReminder(attestation, clock, act.Now)!;
        Reminding reminding = await clocks.RemindAsync(act, clock.Id, due.WorkingDays);
        if (reminding == Reminding.Later)
        {
            // No working day today; the next look asks again.
            return Refusal.NotFound;
        }

        attestation.RemindedAt = act.Now;
        act.Payload = new { attestation.Quarter, attestation.Body };
        if (reminding == Reminding.Now)
        {
            await AttestationNotices.RemindAsync(act, attestation, clock.DueAt);
        }

        return true;
    }
}
