using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>Whether something can be decided, only discussed, or neither (DOMAIN B7.5). Pure.</summary>
public static class DecisionRules
{
    /// <summary>
    /// What comes of it. With quorum it is decided, unless it was only discussed; without, it is discussed where the caller says so,
    /// decided where the terms of reference leave that to a chair who is there and gives a reason, and refused otherwise.
    /// </summary>
    public static Result<string> Outcome(
        QuorumState quorum,
        bool isHeld,
        bool discussed,
        bool hasReason,
        bool hasChair
    ) =>
        discussed
            ? isHeld
                ? DecisionOutcomes.Discussed
                : MeetingsRefusals.NotOpen
            : quorum.IsQuorate
                ? hasReason
                    ? MeetingsRefusals.QuorateAlready
                    : DecisionOutcomes.Decided
                : !hasReason
                    ? MeetingsRefusals.NotQuorate(quorum.Words)
                    : !quorum.AllowsDiscretion
                        ? MeetingsRefusals.DiscretionNotAllowed
                        : !hasChair
                            ? MeetingsRefusals.NoChair
                            : DecisionOutcomes.Decided;

    /// <summary>A decision takes the place of one that was decided and still stands.</summary>
    /// <param name="supersededBefore">Whether another took its place.</param>
    public static Refusal? Supersede(Decision earlier, bool supersededBefore) =>
        !earlier.IsDecided ? MeetingsRefusals.OnlyDiscussed
        : supersededBefore ? MeetingsRefusals.Superseded
        : null;
}
