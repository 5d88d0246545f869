using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Tests.Workflows.Engine.PlainWords;

/// <summary>Definitions told as headings with links, also while they cannot run yet.</summary>
public sealed class DefinitionOutlineTests
{
    private static readonly ActivityRegistry Registry = new(EngineActivities.All);

    private static readonly DefinitionReader Reader = new(
        new DefinitionPlanner(Registry),
        new Linter([]),
        Registry
    );

    private static readonly string Whole = Flow.Chart(
        "s Start\nq FlowDecision condition==input.size>3\na Event eventName=Letter & noLimitBecause=Post_is_slow\nw WriteLine text=big\ne End",
        "s>q, q.True>a, q.False>w, a>w, w>e, w>q"
    );

    [Fact]
    public void Step_LeadsOnByEachExit_AndSaysWhatLeadsToIt()
    {
        DefinitionOutline outline = Reader
            .Read(
                Whole.Replace(
                    "\"inputs\":[]",
                    "\"inputs\":[{\"name\":\"size\",\"type\":\"Int32\"}]"
                )
            )
            .Outline!;

        Assert.Equal("s", outline.Begins!.Id);
        Assert.Equal(["", "1", "2", "3", "4"], outline.Steps.Select(step => step.Number));
        OutlinedStep decision = outline.Find("q")!;
        Assert.Equal(
            ["If so: 2 ‘Event’", "If not: 3 ‘Write line’"],
            decision.Exits.Select(exit => $"{exit.When}: {exit.To.Single().Words}")
        );
        Assert.Equal(["s", "w"], decision.Entries.Select(entry => entry.From.Id));
        Assert.Equal(["e", "q"], outline.Find("w")!.Exits.Single().To.Select(to => to.Id));
        Assert.Equal("Post_is_slow", outline.Find("a")!.NoLimit);
        Assert.True(outline.Find("e")!.IsTerminal);
        Assert.Contains(
            decision.Settings,
            setting => setting.Words == "the size that it began with is more than 3"
        );
    }

    [Fact]
    public void Draft_ThatCannotRunYet_IsToldAllTheSame_WithWhatStandsAgainstIt()
    {
        string broken = Flow.Chart(
            "s Start\nv SetVariable value=1\nj FlowJoin mode=Sometimes\nk FlowFork branches={}",
            "s>v, v>nowhere, v.Never>j"
        );

        ReadDefinition read = Reader.Read(broken);

        Assert.Contains(read.Against, finding => finding.Activity == "v");
        Assert.Contains(read.Against, finding => finding.Code == "connection-to-unknown");
        Assert.Equal(["s", "v", "j", "k"], read.Outline!.Steps.Select(step => step.Id));
        OutlinedStep set = read.Outline.Find("v")!;
        Assert.Equal(
            [("Done", true, 0), ("Never", false, 1)],
            set.Exits.Select(exit => (exit.Port, exit.IsKnown, exit.To.Count))
        );
    }

    [Fact]
    public void StepInsideAnother_IsNumberedUnderIt_AndAnEmptyPlaceIsShown()
    {
        ReadDefinition read = Reader.Read(
            Flow.Definition(
                Flow.Container(
                    "q",
                    "Elsa.Sequence",
                    "i If condition=true\nw While condition=false",
                    null,
                    Flow.Container("n", "Elsa.Sequence", "x WriteLine text=x", null)
                )
            )
        );

        OutlinedStep inner = read.Outline!.Find("x")!;
        Assert.Equal(("3.1", "n", 1), (inner.Number, inner.Container, inner.Depth));
        Assert.False(read.Outline.RootIsChart);
        Assert.Empty(inner.Exits);
        Assert.Equal(
            [("then", true), ("else", true)],
            read.Outline.Find("i")!.Slots.Select(slot => (slot.Slot, slot.Holds is null))
        );
    }

    [Fact]
    public void Text_ThatIsNoDefinition_HasNoOutline_AndSaysWhy()
    {
        Assert.Null(Reader.Read("[]").Outline);
        Assert.Equal("definition-not-object", Reader.Read("[]").Against.Single().Code);
        Assert.Null(Reader.Read("{}").Outline);
    }

    [Fact]
    public void Differences_OfUnfinishedTexts_SayWhichStepsAndWaysCameAndWent()
    {
        string before = Flow.Chart(
            "s Start\na WriteLine text=a\nv SetVariable value=1",
            "s>a, a>v"
        );
        string after = Flow.Chart("s Start\na WriteLine text=b\nn Event eventName=x", "s>a, a>n");

        Assert.Equal(
            [
                "Changed: ‘Write line’.",
                "New: ‘Event’.",
                "Gone: ‘Set variable’.",
                "New way: from ‘Write line’ to ‘Event’.",
                "Way gone: from ‘Write line’ to ‘Set variable’.",
            ],
            Reader.Differences(before, after)
        );
        Assert.Empty(Reader.Differences(before, before));
    }
}
