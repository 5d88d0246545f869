using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Names the instance, so that people can tell it from others in a list.</summary>
internal sealed class SetName : Activity
{
    private const int MaxLength = 200;

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.SetName",
            Category = "Primitives",
            DisplayName = "Set name",
            Description = "Names this run of the workflow.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Value",
                    DisplayName = "Name",
                    Description = "No personal data.",
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Is called {PlainInput.Of(planned, "Value")} from here on.";

    public override ActivityResult Start(ActivityContext context)
    {
        string name = context.Text("Value") ?? "";
        return name.Length <= MaxLength
            ? ActivityResult.Complete().NameInstance(name)
            : ActivityResult.Fault($"A name has at most {MaxLength} characters.");
    }
}
