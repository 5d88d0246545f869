using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>Who places a hold and lifts it, and what it covers. Pure.</summary>
public static class HoldRules
{
    /// <summary>The body that somebody places or lifts a hold for: their seat, the scrutiny function, the business unit.</summary>
    public static string? BodyOf(Standing standing) =>
        SeatOf(standing) is { } seat ? "seat:" + seat
        : standing.Holds(Roles.Scrutineer) ? "scrutiny:" + standing.PartnershipId
        : standing.Holds(Roles.BusinessUnit) ? "businessUnit:" + standing.PartnershipId
        : null;

    /// <summary>The seat that somebody leads or is the delegate of.</summary>
    public static string? SeatOf(Standing standing) =>
        standing
            .Appointments.FirstOrDefault(held => held.Level is Levels.Lead or Levels.Delegate)
            ?.Seat;

    /// <summary>Lifts it, or notes the first of two seats; the answer says whether it is lifted.</summary>
    public static Result<bool> Lift(LegalHold hold, Standing standing, string reason, DateTime now)
    {
        if (!hold.Stands)
        {
            return RetentionRefusals.HoldLifted;
        }

        string? body = BodyOf(standing);
        if (body is null)
        {
            return RetentionRefusals.PlacesNoHold;
        }

        if (body != hold.PlacedFor)
        {
            if (SeatOf(standing) is null)
            {
                return RetentionRefusals.HoldElsewhere;
            }

            if (hold.FirstLiftFor == body)
            {
                return RetentionRefusals.SeatAgreedAlready;
            }

            if (hold.FirstLiftFor is null)
            {
                (hold.FirstLiftFor, hold.FirstLiftBy, hold.FirstLiftAt) = (
                    body,
                    standing.PersonId,
                    now
                );
                return false;
            }
        }

        (hold.LiftedAt, hold.LiftedBy, hold.LiftReason) = (now, standing.PersonId, reason);
        return true;
    }

    /// <summary>Whether a hold covers a subject, by it or anything that belongs to it, by its class, or by who acted on it.</summary>
    public static bool Covers(
        LegalHold hold,
        IReadOnlyCollection<SubjectRef> subjects,
        IReadOnlySet<string> actors
    ) =>
        hold.Stands
        && hold.Scope switch
        {
            HoldScopes.Class => subjects.Any(each => each.Type == hold.SubjectType),
            HoldScopes.Person => hold.SubjectId is { } person && actors.Contains(person),
            _ => subjects.Any(each => each.Type == hold.SubjectType && each.Id == hold.SubjectId),
        };
}
