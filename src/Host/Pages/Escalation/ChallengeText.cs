using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Escalation;

namespace Governance.Host.Pages.Escalation;

/// <summary>Challenges and ladders in the words that pages use.</summary>
internal static class ChallengeText
{
    public static IReadOnlyList<Choice> Themes { get; } =
        Choice.Of(EscalationWords.Themes, ThemesBook.ThemeName);

    public static IReadOnlyList<Choice> States { get; } =
        Choice.Of(EscalationStates.All, Words.State);

    public static IReadOnlyList<Choice> Units { get; } =
    [new("hours", "hours"), new("workingDays", "working days")];

    public static IReadOnlyList<Choice> Asked { get; } =
        Choice.Of(StageParties.CanBeAsked, party => Words.Begin(LadderWords.Party(party)));

    public static IReadOnlyList<Choice> Told { get; } =
        Choice.Of(StageParties.CanBeTold, party => Words.Begin(LadderWords.Party(party)));

    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(LadderKinds.Practitioner, "Practitioners’ challenges"),
        new(LadderKinds.Partners, "Disputes between the statutory partners"),
    ];

    public static string Limit(string what) =>
        what switch
        {
            StageDuties.Acknowledge => "Acknowledge",
            StageDuties.Respond => "Answer",
            StageDuties.Meet => "Meet",
            StageDuties.Confirm => "Confirm in writing",
            StageDuties.Satisfy => "Raiser says whether it is resolved",
            _ => what,
        };

    public static string Entry(string kind) =>
        kind switch
        {
            EntryKinds.Acknowledgement => "Acknowledged",
            EntryKinds.Answer => "Answer",
            EntryKinds.Meeting => "Meeting",
            EntryKinds.Confirmation => "Confirmed in writing",
            EntryKinds.Satisfied => "The raiser is satisfied",
            EntryKinds.NotSatisfied => "The raiser is not satisfied",
            EntryKinds.Withdrawal => "Withdrawn by the raiser",
            _ => kind,
        };

    /// <summary>Where it stands, in a sentence for whoever raised it.</summary>
    public static string Outcome(EscalationAnswer challenge) =>
        challenge.State switch
        {
            EscalationStates.Resolved => "It is resolved: whoever raised it is satisfied.",
            EscalationStates.Withdrawn => "Whoever raised it has withdrawn it.",
            EscalationStates.Unresolved => "The last stage has ended and it is not resolved. "
                + challenge.Ends,
            _ => challenge.Stages[Math.Max(challenge.Stage, 1) - 1].State switch
            {
                StageStates.AwaitingRaiser or StageStates.AwaitingConfirmation =>
                    "There is an answer. Whoever raised it says whether it resolves the concern.",
                StageStates.AwaitingMeeting => "No answer came in time; a meeting is to be held.",
                _ =>
                    "It waits for an answer. Without one by the limit it moves to the next stage by itself.",
            },
        };

    /// <summary>The page on which the viewer does what the present stage waits for; null where that is nothing for them.</summary>
    public static bool CanBeAnswered(string state) =>
        state
            is StageStates.AwaitingAnswer
                or StageStates.AwaitingMeeting
                or StageStates.AwaitingConfirmation;
}

/// <summary>A challenge as a page draws it.</summary>
/// <param name="Receipts">For whoever may not open a clock's own page: the receipts by clock.</param>
internal sealed record ChallengeView(
    EscalationAnswer Challenge,
    IReadOnlyDictionary<string, ClockReceipt>? Receipts = null
);
