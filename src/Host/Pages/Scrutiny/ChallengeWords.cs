using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Scrutiny;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>What is said of challenges, in words.</summary>
internal static class ChallengeWords
{
    public static IReadOnlyList<Choice> Seriousness { get; } =
        Choice.Of(Seriousnesses.All, Words.Begin);

    public static IReadOnlyList<Choice> Subjects { get; } =
    [
        new(ChallengeSubjects.Matter, "Something else", "The absence of something, for example"),
        new(ChallengeSubjects.Seat, "A partner"),
        new(ChallengeSubjects.Audit, "An audit"),
    ];

    public static IReadOnlyList<Choice> Positions { get; } =
    [
        new(ResponsePositions.Accept, "Accept it"),
        new(ResponsePositions.Partly, "Accept it in part"),
        new(ResponsePositions.Reject, "Reject it"),
        new(
            ResponsePositions.Holding,
            "An answer will follow",
            "A holding reply. It stops no clock."
        ),
    ];

    public static string Subject(string type) =>
        type switch
        {
            ChallengeSubjects.Policy => "Policy",
            ChallengeSubjects.Decision => "Decision",
            ChallengeSubjects.Group => "Task and finish group",
            ChallengeSubjects.Seat => "Partner",
            ChallengeSubjects.Audit => "Audit",
            _ => "Matter",
        };

    public static string Stage(string stage) =>
        stage switch
        {
            LadderStages.Seat => "The seat itself",
            LadderStages.Chair => "Partnership chair",
            LadderStages.Leads => "The three leads",
            LadderStages.External => "Outside the partnership",
            _ => stage,
        };

    public static string State(string state) =>
        state switch
        {
            AddresseeStates.Received => "Waits for an answer",
            AddresseeStates.Acknowledged => "Acknowledged",
            AddresseeStates.Answered => "Waits for assessment",
            AddresseeStates.Adequate => "Answered adequately",
            AddresseeStates.External => "Ladder used up",
            AddresseeStates.Ended => "Ended",
            _ => Words.Begin(state),
        };

    public static string StateColour(string state) =>
        state switch
        {
            AddresseeStates.Adequate => "govuk-tag--green",
            AddresseeStates.Answered => "govuk-tag--blue",
            AddresseeStates.External => "govuk-tag--red",
            AddresseeStates.Ended => "govuk-tag--grey",
            _ => "govuk-tag--yellow",
        };

    public static string Position(string? position) =>
        position switch
        {
            ResponsePositions.Accept => "Accepted",
            ResponsePositions.Partly => "Accepted in part",
            ResponsePositions.Reject => "Rejected",
            ResponsePositions.Holding => "A holding reply, which stops no clock",
            _ => "An action",
        };

    public static string Asked(string key)
    {
        string[] parts = key.Split(':');
        return key == LadderStages.Chair ? "the partnership’s chair"
            : parts.Length > 1 ? $"the {parts[1]} of the {RoleWords.OfSeat(parts[0])}"
            : $"the {RoleWords.OfSeat(key)}";
    }

    public static string EndedBy(string? endedBy) =>
        endedBy switch
        {
            null => "Waits",
            "answered" => "Answered",
            "limitPassed" => "Not answered in time",
            _ => "The challenge ended",
        };

    public static string Clock(string purpose) =>
        purpose switch
        {
            ScrutinyWords.Acknowledge => "Acknowledge",
            ScrutinyWords.Respond => "Answer",
            _ => "Assess",
        };

    public static string Ruling(RulingAnswer ruling) =>
        ruling.Kind switch
        {
            RulingKinds.Closed => "Closed",
            RulingKinds.Withdrawn => "Withdrawn",
            RulingKinds.Reopened => "Re-opened",
            RulingKinds.Evidence => "Evidence changed",
            RulingKinds.Seriousness => $"Seriousness: {ruling.Seriousness}",
            _ => "Edited",
        };

    public static string For(string? seat, string? capacity) =>
        seat is null ? "for the scrutiny function"
        : capacity == LadderStages.Chair ? "as the partnership’s chair"
        : $"for the {RoleWords.OfSeat(seat)}{(capacity is null ? "" : $" ({capacity})")}";

    public static string? Link(ChallengeSubject subject) =>
        subject.Id is null
            ? null
            : subject.Type switch
            {
                ChallengeSubjects.Policy =>
                    $"/policies/{Uri.EscapeDataString(subject.Id)}/versions/{subject.Version}",
                ChallengeSubjects.Decision => $"/decisions/{Uri.EscapeDataString(subject.Id)}",
                ChallengeSubjects.Group => $"/groups/{Uri.EscapeDataString(subject.Id)}",
                _ => null,
            };
}
