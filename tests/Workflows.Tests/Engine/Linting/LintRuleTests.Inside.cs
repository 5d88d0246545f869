using System.Text.Json.Nodes;
using Governance.Engine.Linting;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <content>What stands inside loops, branches and containers.</content>
public sealed partial class LintRuleTests
{
    [Fact]
    public void Requirement_InsideWhatIsInside_IsFollowedThrough()
    {
        JsonObject signs = Flow.Container(
            "inner",
            "Elsa.Flowchart",
            "g " + Ask + " & does=sign",
            ""
        );
        JsonObject ends = Flow.Container(
            "inner",
            "Elsa.Flowchart",
            "g " + Ask + " & does=sign\ne End\nz WriteLine text=z",
            "g.A>z, g.B>e"
        );

        Assert.Equal("unsigned:p", Codes(Flow.Definition(Around(signs), "coin:Boolean")));
        Assert.Equal("unsigned:p", Codes(Flow.Definition(Around(ends), "coin:Boolean")));
    }

    [Fact]
    public void If_LeavesOutOneSide_MayRunNothing()
    {
        JsonObject either = new()
        {
            ["id"] = "i",
            ["type"] = "Elsa.If",
            ["then"] = new JsonObject
            {
                ["id"] = "g",
                ["type"] = "Test.Step",
                ["mode"] = "do",
                ["does"] = "sign",
            },
        };
        JsonObject sequence = Flow.Container(
            "q",
            "Elsa.Sequence",
            "p " + Do + " & does=publish",
            null
        );
        sequence["activities"]!.AsArray().Insert(0, either);

        Assert.Equal("unsigned:p", Codes(Flow.Definition(sequence, "coin:Boolean")));
    }

    [Fact]
    public void Switch_WithSeveralWaysAtOnce_IsWalkedInEachCombination()
    {
        const string Cases =
            "[{\"label\":\"L\",\"condition\":{\"type\":\"Rule\",\"value\":\"coin\"}},{\"label\":\"R\",\"condition\":{\"type\":\"Rule\",\"value\":\"coin\"}}]";
        string steps =
            $"s Start\nw FlowSwitch mode=MODE & cases={Cases}\ng {Ask} & does=sign\nx {Ask}\nj FlowJoin mode=WaitAll\np {Do} & does=publish";
        const string Arrows = "s>w, w.L>g, w.R>x, g.A>j, x.A>j, j>p";

        Assert.Equal(
            "",
            Codes(Flow.Chart(steps.Replace("MODE", "MatchAny"), Arrows, "coin:Boolean"))
        );
        Assert.Equal(
            "step-unreachable:j step-unreachable:p",
            Codes(Flow.Chart(steps.Replace("MODE", "MatchFirst"), Arrows, "coin:Boolean"))
        );
    }

    [Theory]
    [InlineData(InnerSteps.None, "do", "too-entangled:")]
    [InlineData(InnerSteps.OneOf, "do", "")]
    [InlineData(InnerSteps.AsLongAs, "do", "loop-without-wait:h")]
    [InlineData(InnerSteps.AsLongAs, "ask", "")]
    [InlineData(InnerSteps.OneAfterTheOther, "do", "")]
    [InlineData(InnerSteps.SideBySide, "ask", "")]
    public void Inner_Steps_RunAsTheirHolderSays(InnerSteps runs, string mode, string expected)
    {
        JsonObject holder = new()
        {
            ["id"] = "h",
            ["type"] = $"Test.{runs}",
            ["body"] = new JsonObject
            {
                ["id"] = "b",
                ["type"] = "Test.Step",
                ["mode"] = mode,
                ["noLimitBecause"] = "test",
            },
        };
        JsonObject chart = Flow.Container(
            "f",
            "Elsa.Flowchart",
            "z WriteLine text=z",
            "h>z",
            holder
        );

        Assert.Equal(expected, Codes(Flow.Definition(chart, "coin:Boolean")));
    }

    [Theory]
    [InlineData("While", "do", "loop-without-wait:h")]
    [InlineData("While", "ask", "")]
    [InlineData("ForEach", "do", "")]
    [InlineData("ParallelForEach", "ask", "")]
    public void Loop_OfTheEngine_IsWalkedAsItRuns(string loop, string mode, string expected)
    {
        JsonObject holder = new()
        {
            ["id"] = "h",
            ["type"] = $"Elsa.{loop}",
            ["items"] = new JsonArray(1, 2),
            ["body"] = new JsonObject
            {
                ["id"] = "b",
                ["type"] = "Test.Step",
                ["mode"] = mode,
                ["noLimitBecause"] = "test",
            },
        };
        JsonObject chart = Flow.Container(
            "f",
            "Elsa.Flowchart",
            "z WriteLine text=z",
            "h>z",
            holder
        );

        Assert.Equal(expected, Codes(Flow.Definition(chart, "coin:Boolean")));
    }

    [Fact]
    public void Complete_InsideWhatIsInside_LeavesByItsOutcomeOnly()
    {
        JsonObject inner = Flow.Container(
            "inner",
            "Elsa.Flowchart",
            "g "
                + Ask
                + " & does=sign\nyes Complete outcomes=[\"Yes\"]\nno Complete outcomes=[\"No\"]",
            "g.A>yes, g.B>no"
        );

        Assert.Equal(
            "",
            Codes(
                Flow.Definition(
                    Flow.Container(
                        "f",
                        "Elsa.Flowchart",
                        "p " + Do + " & does=publish\nz WriteLine text=z",
                        "inner.Yes>p, inner.No>z",
                        inner
                    ),
                    "coin:Boolean"
                )
            )
        );
    }

    [Fact]
    public void Loop_ThatStartsMoreEachTime_ComesToAnEnd()
    {
        // Each round leaves another wait behind; one or many of them are the same to the proof.
        LintReport report = Lint(
            Flow.Chart(
                $"s Start\na {Ask}\nb {Ask}\nc {Ask}\ne End",
                "s>a, a.A>a, a.A>b, a.A>c, a.B>e",
                "coin:Boolean"
            )
        );

        Assert.Empty(report.Refused);
        Assert.InRange(report.Situations, 5, 60);
    }
}
