using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Modules.Escalation.Activities;

/// <summary>Only whoever raised the challenge decides whether the answer is enough (DOMAIN A2). Their silence neither closes it nor moves it.</summary>
public sealed class AwaitSatisfaction : StageStep
{
    public const string TypeName = "Governance.AwaitSatisfaction";
    public const string Satisfied = "Satisfied";
    public const string NotSatisfied = "NotSatisfied";
    private const int Most = 260;

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Is the raiser satisfied?",
            Description =
                "Asks whoever raised the challenge whether the answer resolves it. When the limit passes, they and the business unit are told, and it waits on: silence closes nothing.",
            Ports =
            [
                PortDescriptor.Flow(Satisfied, "Satisfied"),
                PortDescriptor.Flow(NotSatisfied, "Not satisfied"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description = "Tell the business unit after so many working days: 1 to 260.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    DefaultValue = 10,
                    IsWrapped = false,
                },
                Reminders("5, 1"),
            ],
        };

    internal override string What => StageDuties.Satisfy;

    internal override IReadOnlyDictionary<string, string> Leaves { get; } =
        new Dictionary<string, string>
        {
            [EscalationWords.Satisfied] = Satisfied,
            [EscalationWords.NotSatisfied] = NotSatisfied,
        };

    internal override string Words =>
        "Whoever raised the challenge says whether they are satisfied; their silence closes nothing.";

    public override ActivityResult Start(ActivityContext context) =>
        LimitOf(context) is < 1 or > Most
            ? ActivityResult.Fault(
                $"Give 1 to {Most} working days, not {context.WholeNumber("WorkingDays")}."
            )
            : base.Start(context);

    public override string Sentence(PlannedActivity planned) =>
        base.Sentence(planned)
        + $" The business unit is told {PlainInput.Within(planned, "WorkingDays").Replace("within", "after", StringComparison.Ordinal)}.";

    private protected override int? LimitOf(ActivityContext context) =>
        context.RequiredWholeNumber("WorkingDays");
}

/// <summary>Waits, beside everything else, for the raiser to withdraw the challenge.</summary>
public sealed class AwaitWithdrawal : Activity
{
    public const string TypeName = "Governance.AwaitChallengeWithdrawal";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Challenges",
            DisplayName = "Await withdrawal by the raiser",
            Description =
                "Waits until whoever raised the challenge withdraws it; lead on to an End, which stops the rest.",
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Wait(EscalationWords.Withdrawn, context.SubjectId);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        "Waits, beside everything else, for whoever raised the challenge to withdraw it.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
