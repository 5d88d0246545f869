using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Tests.Workflows.Engine.PlainWords;

public sealed class PlainWordsTests
{
    private const string Steps =
        "s Start\na Event eventName=Letter & noLimitBecause=Post_is_slow\nd Delay timeSpan=2.04:00:00\nq FlowDecision condition==(input.size>3 or now<@2027-02-03) and not empty('x')\nw WriteLine text=big";

    private const string Arrows = "s>a, s>d, a>q, q.True>w, q.False>a";

    [Fact]
    public void Outline_TellsStepsLimitsAndWhereTheyLead()
    {
        string[] lines = Lines(PlainOutline.Of(Plan(Steps, Arrows)));

        Assert.Equal(
            [
                "Test",
                "",
                "1. Event",
                "   Waits until ‘Letter’ happens.",
                "   There is no limit, because: Post_is_slow",
                "   Then: go on with 2 (‘Decision’).",
                "",
                "2. Decision",
                "   Decides: is it so that (the size that it began with is more than 3 or the present moment is less than 3 February 2027) and not (empty of “x”)?",
                "   If so: go on with 3 (‘Write line’).",
                "   If not: go on with 1 (‘Event’).",
                "",
                "3. Write line",
                "   Notes in the history: big",
                "   Then this way ends.",
                "",
                "4. Delay",
                "   Waits for 2 days and 4 hours, weekends and holidays included.",
                "   Then this way ends.",
            ],
            lines
        );
    }

    [Fact]
    public void Outline_OfWhatStandsInside_IsNumberedUnderIt()
    {
        Planning planning = new DefinitionPlanner(
            new(Governance.Engine.Activities.EngineActivities.All)
        ).Plan(
            Flow.Definition(
                Flow.Container(
                    "f",
                    "Elsa.Flowchart",
                    "z WriteLine text=z",
                    "i>z",
                    Flow.Container(
                        "i",
                        "Elsa.Sequence",
                        "x WriteLine text=x\ny WriteLine text=y",
                        null
                    )
                )
            )
        );

        Assert.Equal(
            ["1", "1.1", "1.2", "2"],
            PlainOutline.Of(planning.Plan!).Steps.Select(step => step.Number)
        );
    }

    [Fact]
    public void Difference_TellsStepsValuesAndWays()
    {
        WorkflowPlan before = Plan(Steps, Arrows);
        WorkflowPlan after = Plan(
            "s Start\na Event eventName=Letter\nd Delay timeSpan=3.00:00:00\nq FlowDecision condition==input.size>3\nn WriteLine text=new",
            "s>a, s>d, a>q, q.True>n, q.False>n, d>n"
        );

        Assert.Equal(
            [
                "‘Event’: No limit, because was Post_is_slow, and is now nothing.",
                "‘Delay’: Time span was 2.04:00:00, and is now 3.00:00:00.",
                "‘Decision’: Condition was (the size that it began with is more than 3 or the present moment is less than 3 February 2027) and not (empty of “x”), and is now the size that it began with is more than 3.",
                "New: ‘Write line’. Notes in the history: new",
                "Gone: ‘Write line’. Notes in the history: big",
                "After ‘Delay’ it goes on with ‘Write line’; before with nothing.",
                "After ‘Decision’ (True) it goes on with ‘Write line’; before with ‘Write line’.",
                "After ‘Decision’ (False) it goes on with ‘Write line’; before with ‘Event’.",
            ],
            PlainDifference.Between(before, after)
        );
        Assert.Empty(PlainDifference.Between(after, after));
    }

    private static WorkflowPlan Plan(string steps, string arrows) =>
        new DefinitionPlanner(new(Governance.Engine.Activities.EngineActivities.All))
            .Plan(
                Flow.Definition(
                    Flow.Container("f", "Elsa.Flowchart", steps, arrows),
                    "",
                    [
                        new System.Text.Json.Nodes.JsonObject
                        {
                            ["name"] = "size",
                            ["type"] = "Int32",
                        },
                    ]
                )
            )
            .Plan!;

    private static string[] Lines(PlainOutline outline) =>
        outline.Write().TrimEnd().ReplaceLineEndings("\n").Split('\n');
}
