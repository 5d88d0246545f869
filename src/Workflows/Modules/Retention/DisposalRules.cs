using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Retention;

/// <summary>Who agrees to a disposal, who ends it, and when it may be carried out. Pure.</summary>
public static class DisposalRules
{
    public static Refusal? Agree(Disposal disposal, Standing standing, DateTime now)
    {
        if (disposal.State != DisposalStates.Proposed)
        {
            return RetentionRefusals.NotWaiting;
        }

        if (disposal.ProposedBy == standing.PersonId)
        {
            return RetentionRefusals.OwnDisposal;
        }

        if (standing.Holds(Roles.Scrutineer))
        {
            if (!disposal.NeedsScrutiny || disposal.ScrutinyBy is not null)
            {
                return RetentionRefusals.NotWaiting;
            }

            (disposal.ScrutinyBy, disposal.ScrutinyAt, disposal.ScrutinyOn) = (
                standing.PersonId,
                now,
                London.DateOf(now)
            );
            return null;
        }

        HeldAppointment? held = standing.Appointments.FirstOrDefault(each =>
            each.Level is Levels.Lead or Levels.Delegate
        );
        if (held is null)
        {
            return RetentionRefusals.AgreesNotForSeat;
        }

        if (disposal.ApprovedBy is not null)
        {
            return RetentionRefusals.NotWaiting;
        }

        (disposal.ApprovedBy, disposal.ApprovedSeat, disposal.ApprovedLevel, disposal.ApprovedAt) =
            (standing.PersonId, held.Seat, held.Level, now);
        return null;
    }

    public static bool HasAllAgreed(Disposal disposal) =>
        disposal.ApprovedBy is not null
        && (!disposal.NeedsScrutiny || disposal.ScrutinyBy is not null);

    /// <summary>One objection ends it, from the proposal until the waiting time is over.</summary>
    public static Refusal? ObjectTo(
        Disposal disposal,
        Standing standing,
        string reason,
        DateTime now
    )
    {
        if (disposal.State is not (DisposalStates.Proposed or DisposalStates.Approved))
        {
            return RetentionRefusals.NotWaiting;
        }

        if (MayBeCarriedOut(disposal, now))
        {
            return RetentionRefusals.TooLate;
        }

        (disposal.State, disposal.EndedAt) = (DisposalStates.Objected, now);
        (disposal.ObjectedBy, disposal.ObjectedAt, disposal.Objection) = (
            standing.PersonId,
            now,
            reason
        );
        disposal.ObjectedFor = standing.Holds(Roles.Scrutineer)
            ? "scrutiny:" + standing.PartnershipId
            : "seat:" + standing.Seats.First();
        return null;
    }

    /// <summary>The last second of the waiting time still belongs to whoever objects.</summary>
    public static bool MayBeCarriedOut(Disposal disposal, DateTime now) =>
        disposal.State == DisposalStates.Approved
        && disposal.WaitsUntil is { } until
        && now > until;
}
