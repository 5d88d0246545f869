using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.SignOff.Activities;

/// <summary>
/// A step that publishes what the three seats have signed, once the subject's hash has been computed anew. The module of the subject
/// does it, and answers with the outcome; the linter refuses every way to it on which a seat has not signed.
/// </summary>
public abstract class PublishSigned : Activity
{
    public const string Published = "Published";
    public const string IntegrityAlarm = "IntegrityAlarm";
    public const string NotSigned = "NotSigned";

    /// <summary>The module's effect that publishes.</summary>
    private protected abstract string Publish { get; }

    /// <summary>What the linter says of a way that leads here unsigned.</summary>
    private protected abstract Requirement Signed { get; }

    protected static IReadOnlyList<PortDescriptor> Outcomes { get; } =
    [
        PortDescriptor.Flow(Published),
        PortDescriptor.Flow(IntegrityAlarm, "Integrity alarm"),
        PortDescriptor.Flow(NotSigned, "A signature was taken back"),
    ];

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Keep().Effect(Publish, []);

    /// <summary>Whatever comes of it, the signatures are used up.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Requires = [Signed],
            Exits =
            [
                .. Outcomes.Select(outcome => new StepExit(outcome.Name)
                {
                    Undoes = [SignOffWords.SignedByAll],
                }),
            ],
        };

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Complete(answer.Payload!["outcome"]!.GetValue<string>());
}
