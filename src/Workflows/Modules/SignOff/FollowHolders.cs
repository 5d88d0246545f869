using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>
/// Open rounds follow what happens to the people on the seats: when a delegate leaves or declares an interest the ask comes to
/// the lead in the same act, and a seat that nobody may sign for says so and tells who must act.
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

    internal async Task FollowAsync(Act act, SignOffRound round)
    {
        IReadOnlyDictionary<string, SigningQuestion> questions = await rounds.QuestionsAsync(
            act.Db,
            round,
            act.Now
        );
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
            string level = SigningAuthority.OpenLevels(question)[0];
            if (level == Levels.Lead && await RoundAsks.BringToAsync(act, seat, level) && able)
            {
                cameToLead.Add(seat.Seat);
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

        if (unable.Count > 0)
        {
            await RoundNotices.NobodyEligibleAsync(act, round, unable);
        }
    }
}
