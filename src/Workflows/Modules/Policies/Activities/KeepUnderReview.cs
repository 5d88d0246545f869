using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Modules.Policies.Activities;

/// <summary>
/// The published version is in force until a later one is, and its review is reminded of as <see cref="ReviewStep"/> does. It
/// stands beside the work on its successor, so that neither a consultation nor a sign-off drops a reminder.
/// </summary>
public sealed class KeepUnderReview : Activity
{
    public const string TypeName = "Governance.KeepUnderReview";

    /// <summary>It ends without leading anywhere: the later version has its own step.</summary>
    private const string Superseded = "Superseded";

    private readonly ReviewStep _review = new();

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Keep under review",
            Description =
                "Reminds of the published version's review, and ends when a later version is published. Put it beside the work on the next version, not before it.",
            Ports = [PortDescriptor.Flow(ReviewStep.ReviewDue, "Review due")],
            Inputs = ReviewStep.LadderInputs,
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Wait(PoliciesWords.Reviewed, context.SubjectId)
            .Effect(PoliciesWords.AwaitReview, ReviewStep.Steps(context), ReviewStep.Ladder);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        ActivityResult waiting = _review.Answer(context, answer);
        return answer.Payload?["inForce"] is { } version
            ? waiting.Wait(PoliciesWords.Superseded, version.GetValue<string>())
            : waiting;
    }

    /// <summary>The dates of the review are its clock. It ends in silence when a later version is published.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = ReviewStep.HasLadder(planned),
            Exits =
            [
                new StepExit(ReviewStep.ReviewDue) { ByTime = true },
                new StepExit(Superseded),
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "The version in force is kept under review until a later one is published."
        + ReviewStep.LadderSentence(planned);

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        _review.Due(context, timer);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name == PoliciesWords.Superseded
            ? ActivityResult.Complete(Superseded)
            : _review.Resume(context, stimulus);
}
