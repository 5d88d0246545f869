using System.Globalization;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Modules.Policies.Activities;

/// <summary>
/// The policy is in force until its review is due or sign-off of a new version is asked for. The reminder goes out on the last
/// working day on or before the review date.
/// </summary>
public sealed class ReviewStep : Activity
{
    public const string TypeName = "Governance.AwaitReview";
    public const string ReviewDue = "ReviewDue";
    public const string SignOffRequested = "SignOffRequested";

    private const string Review = "review";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Governance/Policies",
            DisplayName = "Await the review",
            Description =
                "Waits until the review is due or sign-off of a new version is asked for.",
            Ports =
            [
                PortDescriptor.Flow(ReviewDue, "Review due"),
                PortDescriptor.Flow(SignOffRequested, "Sign-off asked for"),
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Wait(PoliciesWords.SignOffRequested, context.SubjectId)
            .Effect(PoliciesWords.AwaitReview, [], Review);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Payload?["remindAt"] is { } moment)
        {
            return ActivityResult
                .Keep()
                .Timer(
                    Review,
                    DateTime.Parse(
                        moment.GetValue<string>(),
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.RoundtripKind
                    ),
                    $"review:{context.SubjectId}"
                );
        }

        return answer.Tag == Review ? ActivityResult.Keep() : ActivityResult.Complete(ReviewDue);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        ActivityResult.Keep().Effect(PoliciesWords.RemindReview, []);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(SignOffRequested);
}
