using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>
/// Open rounds follow what happens to the people on the seats: when a delegate leaves or declares an interest the ask comes to
/// the lead in the same act, and a seat that nobody may sign for says so and tells who must act. A seat that comes back after the
/// limit is asked of its lead too.
/// </summary>
public sealed class FollowHolders(RoundStore rounds) : IOnPartnershipEvent
{
    public async Task HandleAsync(Act act, PartnershipEvent happened)
    {
        bool concerns = happened switch
        {
            AppointmentMade made => made.Appointment.Seat is not null,
            AppointmentEnded ended => ended.Appointment.Seat is not null,
            InterestDeclared or DelegationGranted or DelegationRevoked => true,
            _ => false,
        };
        if (!concerns)
        {
            return;
        }

        List<string> open = await act
            .Db.Set<SignOffRound>()
            .Where(round =>
                round.PartnershipId == act.PartnershipId && round.State == RoundStates.Open
            )
            .Select(round => round.Id)
            .ToListAsync();
        if (open.Count == 0)
        {
            return;
        }

        // The rule reads appointments and interests from the database.
        await act.Db.SaveChangesAsync();
        foreach (string id in open)
        {
            await FollowAsync(act, (await RoundStore.FindAsync(act.Db, id))!);
        }
    }

    /// <summary>Whether a seat that has not signed says otherwise than its people do.</summary>
    internal static bool IsBehind(RoundSeat seat, SigningQuestion question, bool limitPassed)
    {
        bool able = SigningAuthority.Eligible(question).Count > 0;
        bool forLead = limitPassed || SigningAuthority.OpenLevels(question)[0] == Levels.Lead;
        return seat.State is RoundSeatStates.Open or RoundSeatStates.NoEligibleSigner
            && (
                able != (seat.State == RoundSeatStates.Open)
                || (forLead && seat.Level != Levels.Lead && seat.AskId is not null)
            );
    }

    internal async Task FollowAsync(Act act, SignOffRound round)
    {
        IReadOnlyDictionary<string, SigningQuestion> questions = await rounds.QuestionsAsync(
            act.Db,
            round,
            act.Now
        );
        Clock? clock = round.ClockId is null
            ? null
            : await act.Db.Set<Clock>().FindAsync(round.ClockId);
        bool limitPassed = clock?.State == ClockStates.Expired;
        bool cameLate = false;
        List<string> cameToLead = [];
        List<string> unable = [];
        foreach (RoundSeat seat in round.Seats)
        {
            if (seat.State is not (RoundSeatStates.Open or RoundSeatStates.NoEligibleSigner))
            {
                continue;
            }

            SigningQuestion question = questions[seat.Seat];
            bool able = SigningAuthority.Eligible(question).Count > 0;
            bool forLead = SigningAuthority.OpenLevels(question)[0] == Levels.Lead;
            if (
                (forLead || limitPassed)
                && await RoundAsks.BringToAsync(act, seat, Levels.Lead)
                && able
            )
            {
                if (forLead)
                {
                    cameToLead.Add(seat.Seat);
                }

                cameLate |= !forLead;
            }

            if (!able && seat.State == RoundSeatStates.Open)
            {
                unable.Add(seat.Seat);
            }

            seat.State = able ? RoundSeatStates.Open : RoundSeatStates.NoEligibleSigner;
        }

        if (
            act
                .Db.ChangeTracker.Entries<RoundSeat>()
                .Any(seat => seat.State == EntityState.Modified)
        )
        {
            round.ChangedAt = act.Now;
        }

        if (cameToLead.Count > 0)
        {
            await RoundNotices.CameToLeadAsync(act, round, cameToLead);
        }

        if (cameLate)
        {
            await RoundNotices.OverdueAsync(act, round);
        }

        if (unable.Count > 0)
        {
            await RoundNotices.NobodyEligibleAsync(act, round, unable);
        }
    }
}
