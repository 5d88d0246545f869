using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>
/// Stands beside the group's work and follows its people: terms that end, a resignation that takes effect. It leaves when nobody
/// chairs the group (DOMAIN B4.7).
/// </summary>
public sealed class WatchPeople : Activity
{
    public const string TypeName = "Governance.WatchGroupPeople";
    public const string ChairVacant = "ChairVacant";

    private const string Next = "next";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Watch the group’s people",
            Description =
                "Follows terms that end and resignations; the vice-chair stands in at once, and where there is none it leads on.",
            Ports = [PortDescriptor.Flow(ChairVacant, "Nobody chairs it")],
            Inputs = [NoLimit.Because],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Wait(GroupWords.PeopleChanged, context.SubjectId)
            .Wait(GroupWords.ChairVacant, context.SubjectId)
            .Effect(GroupWords.FollowPeople, [], Next);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Payload?["vacant"] is not null)
        {
            return ActivityResult.Complete(ChairVacant);
        }

        return answer.Payload?["next"] is { } next
            ? ActivityResult.Keep().Timer(Next, ClockWaits.Moment(next))
            : ActivityResult.Keep().DropTimer(Next);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        ActivityResult.Keep().Effect(GroupWords.FollowPeople, [], Next);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name == GroupWords.ChairVacant
            ? ActivityResult.Complete(ChairVacant)
            : ActivityResult.Keep().Effect(GroupWords.FollowPeople, [], Next);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody, Exits = [new StepExit(ChairVacant) { AtOnce = true }] };

    public override string Sentence(PlannedActivity planned) =>
        "The group’s people are watched: when the chair leaves, the vice-chair stands in at once; where there is none, the chair is vacant.";
}
