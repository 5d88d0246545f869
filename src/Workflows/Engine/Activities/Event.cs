using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Waits for a named event. The event is not kept: one that comes before anybody waits is refused.</summary>
internal sealed class Event : Activity
{
    /// <summary>The stimulus that events are sent under; the key is the event's name.</summary>
    public const string StimulusName = "Elsa.Event";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Event",
            Category = "Primitives",
            DisplayName = "Event",
            Description = "Waits for an event of a name.",
            Kind = "Trigger",
            Inputs =
            [
                new InputDescriptor { Name = "EventName", DisplayName = "Event name" },
                NoLimit.Because,
            ],
            Outputs = [new OutputDescriptor("Result", "Result", "Object")],
        };

    public override ActivityResult Start(ActivityContext context) =>
        context.IsTrigger
            ? ActivityResult.Complete().Output("Result", context.TriggerPayload)
            : ActivityResult.Keep().Wait(StimulusName, context.RequiredText("EventName"));

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            Exits = [new StepExit(ActivityResult.Done) { AtOnce = planned.CanStartWorkflow }],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Waits until ‘{PlainInput.Of(planned, "EventName")}’ happens.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete().Output("Result", stimulus.Payload);
}
