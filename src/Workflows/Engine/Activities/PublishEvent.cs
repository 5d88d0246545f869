using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>
/// Publishes an event in the partnership, once this workflow has come to rest and in the same act. Whoever waits for it then is
/// resumed; workflows that begin with it are started about the same subject. It is not kept for whoever waits later.
/// </summary>
internal sealed class PublishEvent : Activity
{
    /// <summary>Wire name; it stands in histories for ever.</summary>
    internal const string Effect = "workflow.publish-event";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.PublishEvent",
            Category = "Primitives",
            DisplayName = "Publish Event",
            Description = "Publishes an event to the workflows of the partnership.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "EventName",
                    DisplayName = "Event name",
                    Description = "The name of the event.",
                },
                new InputDescriptor
                {
                    Name = "CorrelationId",
                    DisplayName = "Correlation ID",
                    Description = "Given: only workflows of this correlation id hear it.",
                },
                new InputDescriptor
                {
                    Name = "IsLocalEvent",
                    DisplayName = "Local event",
                    Description = "Only this workflow hears it.",
                    TypeName = "System.Boolean",
                    UiHint = "checkbox",
                },
                new InputDescriptor
                {
                    Name = "Payload",
                    DisplayName = "Payload",
                    Description = "What comes with it. No personal data.",
                    TypeName = "Object",
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Announces ‘{PlainInput.Of(planned, "EventName")}’ to whoever waits for it.";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Complete()
            .Effect(
                Effect,
                new JsonObject
                {
                    ["event"] = context.RequiredText("EventName"),
                    ["correlation"] = context.Text("CorrelationId") is { Length: > 0 } given
                        ? given
                        : null,
                    ["local"] = context.Flag("IsLocalEvent"),
                    ["payload"] = context.Value("Payload"),
                }
            );
}
