using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>Meetings as they cross the wire.</summary>
internal static class MeetingAnswers
{
    /// <param name="circulatedAt">When the papers of what it is for were circulated first.</param>
    public static PaperAnswer Of(Paper paper, DateTime? circulatedAt)
    {
        PaperVersion newest = paper.Newest;
        bool isLate = paper.Circulated is { } sent
            ? sent != newest.Number
            : circulatedAt is not null;
        return new PaperAnswer(
            paper.Id,
            paper.Number,
            paper.Name,
            newest.ContentType,
            newest.Size,
            newest.Hash,
            paper.CirculatedVersion?.Hash,
            isLate ? newest.AddedAt : null,
            [
                .. paper
                    .Versions.OrderBy(version => version.Number)
                    .Select(version => new PaperVersionAnswer(
                        version.Number,
                        version.Hash,
                        version.Size,
                        version.AddedAt,
                        version.Number == paper.Circulated
                    )),
            ]
        );
    }

    public static QuorumStanding Of(QuorumState quorum) =>
        new(
            quorum.IsQuorate,
            quorum.Needed,
            quorum.Of,
            [.. quorum.Present.Select(place => place.Name)],
            [.. quorum.Missing.Select(place => place.Name)],
            quorum.Rule,
            quorum.Words,
            quorum.AllowsDiscretion
        );

    public static AttendanceAnswer Of(AttendanceEntry entry) =>
        new(
            entry.Number,
            new PersonLine(entry.PersonId, entry.PersonName),
            entry.Place,
            entry.PlaceName,
            entry.DeputyForId is null
                ? null
                : new PersonLine(entry.DeputyForId, entry.DeputyForName!),
            entry.State,
            entry.At
        );

    public static DeclarationAnswer Of(ItemDeclaration declared) =>
        new(
            new PersonLine(declared.PersonId, declared.PersonName),
            declared.ItemId,
            declared.Nature,
            declared.Withdraws,
            declared.At
        );

    public static DecisionLine Of(Decision decision, string bodyName, string? supersededBy) =>
        new(
            decision.Id,
            decision.Number,
            decision.BodyId,
            bodyName,
            decision.MeetingId,
            decision.ItemId,
            decision.Outcome,
            decision.Text,
            decision.DecidedAt,
            decision.Hash,
            decision.SupersedesId,
            supersededBy
        );

    public static ActionLine Of(MeetingAction action, DateTime now) =>
        new(
            action.Id,
            action.Number,
            action.Text,
            action.Owner,
            action.OwnerName,
            action.BodyId,
            action.DecisionId,
            action.DueAt,
            action.State,
            action.IsOverdue(now)
        );
}
