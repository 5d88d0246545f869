using Governance.Contracts.Definitions;

namespace Governance.Modules.Escalation.Activities;

/// <summary>Whoever the stage asks answers; the limits to acknowledge and to answer run from the stage's receipt.</summary>
public sealed class AwaitStageAnswer : StageStep
{
    public const string TypeName = "Governance.AwaitStageAnswer";
    public const string Answered = "Answered";
    public const string Silent = "Silent";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Await the stage’s answer",
            Description =
                "Asks whoever the stage of the ladder names for an answer within its limit. A missed acknowledgement is flagged; silence past the limit leaves by its own way.",
            Ports =
            [
                PortDescriptor.Flow(Answered, "Answered"),
                PortDescriptor.Flow(Silent, "Silence past the limit"),
            ],
            Inputs = [Reminders("1")],
        };

    internal override string What => StageDuties.Respond;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string> { [EscalationWords.Answered] = Answered };

    internal override string WhenLate => Silent;

    internal override string Words =>
        "Whoever the stage asks answers the challenge within the ladder’s limit.";
}

/// <summary>The ladder's meeting, where a stage has one and its limit to answer has passed.</summary>
public sealed class AwaitStageMeeting : StageStep
{
    public const string TypeName = "Governance.AwaitStageMeeting";
    public const string Met = "Met";
    public const string Silent = "Silent";
    public const string NoMeeting = "NoMeeting";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Await the stage’s meeting",
            Description =
                "Asks for a meeting within a further limit, where the stage of the ladder has one.",
            Ports =
            [
                PortDescriptor.Flow(Met, "A meeting was held"),
                PortDescriptor.Flow(Silent, "No meeting by the limit"),
                PortDescriptor.Flow(NoMeeting, "The stage has none"),
            ],
            Inputs = [Reminders("1")],
        };

    internal override string What => StageDuties.Meet;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string> { [EscalationWords.Met] = Met };

    internal override string WhenLate => Silent;

    internal override string WhenNone => NoMeeting;

    internal override string Words =>
        "Where the stage has a meeting, it is held within the ladder’s further limit.";
}

/// <summary>The outcome is confirmed in writing, where the stage wants that; the raiser may conclude before.</summary>
public sealed class AwaitStageConfirmation : StageStep
{
    public const string TypeName = "Governance.AwaitStageConfirmation";
    public const string Confirmed = "Confirmed";
    public const string Satisfied = "Satisfied";
    public const string NotSatisfied = "NotSatisfied";
    public const string Silent = "Silent";
    public const string NotNeeded = "NotNeeded";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Await the written confirmation",
            Description =
                "Asks whoever answered to confirm the outcome in writing, where the stage of the ladder wants that. The raiser may say before that whether they are satisfied.",
            Ports =
            [
                PortDescriptor.Flow(Confirmed, "Confirmed"),
                PortDescriptor.Flow(Satisfied, "Satisfied"),
                PortDescriptor.Flow(NotSatisfied, "Not satisfied"),
                PortDescriptor.Flow(Silent, "Silence past the limit"),
                PortDescriptor.Flow(NotNeeded, "The stage wants none"),
            ],
            Inputs = [Reminders("1")],
        };

    internal override string What => StageDuties.Confirm;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string>
        {
            [EscalationWords.Confirmed] = Confirmed,
            [EscalationWords.Satisfied] = Satisfied,
            [EscalationWords.NotSatisfied] = NotSatisfied,
        };

    internal override string WhenLate => Silent;

    internal override string WhenNone => NotNeeded;

    internal override string Words =>
        "Where the stage wants it, the outcome is confirmed in writing within the ladder’s limit.";
}
