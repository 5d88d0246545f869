using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Gives the instance a correlation id: events that are published under another one do not reach it.</summary>
internal sealed class Correlate : Activity
{
    private const int MaxLength = 200;

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Correlate",
            Category = "Primitives",
            DisplayName = "Correlate",
            Description = "Sets the correlation id, by which events find this workflow.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "CorrelationId",
                    DisplayName = "Correlation ID",
                    Description = "No personal data.",
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Hears what is announced for {PlainInput.Of(planned, "CorrelationId")} from here on.";

    public override ActivityResult Start(ActivityContext context)
    {
        string id = context.RequiredText("CorrelationId");
        return id.Length <= MaxLength
            ? ActivityResult.Complete().Correlate(id)
            : ActivityResult.Fault($"A correlation id has at most {MaxLength} characters.");
    }
}
