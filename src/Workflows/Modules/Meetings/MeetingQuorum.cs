namespace Governance.Modules.Meetings;

/// <summary>The quorum of a meeting at a moment, for an item or in general, from what is at hand. Pure.</summary>
internal static class MeetingQuorum
{
    public static QuorumState At(
        MeetingAtHand hand,
        string? itemId,
        DateTime at,
        IReadOnlyDictionary<string, string> agencies
    ) =>
        QuorumCount.Of(
            hand.Body.Quorum,
            QuorumCount.PlacesOf(hand.Body.Quorum, hand.Membership.Places, agencies),
            QuorumCount.PresentAt(hand.Meeting.Attendance, at),
            QuorumCount.WithdrawnAt(hand.Meeting.Declarations, itemId, at)
        );

    /// <summary>Whether chair or vice-chair is there and has not withdrawn: discretion is theirs.</summary>
    public static bool HasChair(MeetingAtHand hand, string itemId, DateTime at)
    {
        IReadOnlySet<string> withdrawn = QuorumCount.WithdrawnAt(
            hand.Meeting.Declarations,
            itemId,
            at
        );
        return QuorumCount
            .PresentAt(hand.Meeting.Attendance, at)
            .Any(person =>
                hand.Membership.IsChairedBy(person.PersonId) && !withdrawn.Contains(person.PersonId)
            );
    }
}
