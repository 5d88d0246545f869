using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Brings paths together; the flowchart that it stands in does what its mode says.</summary>
internal sealed class FlowJoin : Activity
{
    private static readonly Dictionary<string, MergeKind> Modes = new()
    {
        ["WaitAny"] = MergeKind.Any,
        ["WaitAll"] = MergeKind.All,
        ["WaitAllActive"] = MergeKind.Active,
    };

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.FlowJoin",
            Category = "Branching",
            DisplayName = "Join",
            Description = "Waits for all paths, for all active paths, or for the first.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Mode",
                    DisplayName = "Mode",
                    Description = "WaitAll, WaitAllActive or WaitAny.",
                    UiHint = Choices.UiHint,
                    UiSpecifications = Choices.Of([.. Modes.Keys]),
                    DefaultValue = JsonValue.Create("WaitAny"),
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        MergeOf(planned) switch
        {
            MergeKind.All => "Waits until every way that leads here has come.",
            MergeKind.Any =>
                "Goes on with the first way that comes; what else was on its way here is stopped.",
            _ => "Waits until no other way can still come.",
        };

    public override ActivityResult Start(ActivityContext context) => ActivityResult.Complete();

    public override IEnumerable<string> Check(PlannedActivity planned)
    {
        if (
            planned.Given("Mode") is not null
            && !Modes.ContainsKey(planned.LiteralText("Mode") ?? "")
        )
        {
            yield return "The mode of a join is written out: WaitAll, WaitAllActive or WaitAny.";
        }
    }

    internal override MergeKind MergeOf(PlannedActivity planned) =>
        Modes.GetValueOrDefault(planned.LiteralText("Mode") ?? "", MergeKind.Any);
}
