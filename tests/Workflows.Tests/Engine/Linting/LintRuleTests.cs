using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.Linting.Rules;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <summary>Each rule, by definitions that break exactly it and by their like that do not.</summary>
public sealed partial class LintRuleTests
{
    private const string Ask = "Test.Step mode=ask & noLimitBecause=test";
    private const string Do = "Test.Step mode=do";

    [Theory]
    [InlineData("s Start\na " + Ask, "s>a", "")]
    [InlineData("s Start\na " + Do + "\nb WriteLine text=b", "s>a, a.A>b", "")]
    [InlineData("s Start\na WriteLine text=a\nb WriteLine text=b", "s>a", "step-unreachable:b")]
    [InlineData(
        "s Start\na WriteLine text=a\nb WriteLine text=b",
        "s>a, a.Nie>b",
        "step-unreachable:b"
    )]
    [InlineData("s Start\na WriteLine text=a\ne End", "s>a", "ending-unreachable:e")]
    [InlineData(
        "s Start\na WriteLine text=a\nb WriteLine text=b\nc WriteLine text=c",
        "s>a, b>c",
        "step-unreachable:b step-unreachable:c"
    )]
    [InlineData(
        "s Start\na " + Do + "\nj FlowJoin mode=WaitAll\nz End",
        "s>a, a.A>j, a.B>j, j>z",
        "step-unreachable:j ending-unreachable:z"
    )]
    [InlineData(
        "s Start\na " + Do + "\nj FlowJoin mode=WaitAny\nz End",
        "s>a, a.A>j, a.B>j, j>z",
        ""
    )]
    [InlineData(
        "s Start\nk FlowFork branches=[\"L\",\"R\"]\na "
            + Ask
            + "\nb "
            + Ask
            + "\nj FlowJoin mode=WaitAll\nz End",
        "s>k, k.L>a, k.R>b, a.A>j, b.A>j, j>z",
        ""
    )]
    public void Reach_EachStep_OrIsNamed(string steps, string arrows, string expected) =>
        Assert.Equal(expected, Codes(Flow.Chart(steps, arrows, "coin:Boolean")));

    [Theory]
    [InlineData("s Start\na Test.Step mode=ask", "s>a", "wait-without-limit:a")]
    [InlineData("s Start\na " + Ask, "s>a", "")]
    [InlineData("s Start\nd Delay timeSpan=1.00:00:00", "s>d", "")]
    [InlineData(
        "s Start\na Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nj FlowJoin mode=WaitAny",
        "s>a, s>d, a.A>j, a.B>j, d>j",
        ""
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\ne End",
        "s>a, s>d, d>e",
        ""
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nfin Finish",
        "s>a, s>d, d>fin",
        ""
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nw WriteLine text=late",
        "s>a, s>d, d>w",
        "wait-without-limit:a"
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nb Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nj FlowJoin mode=WaitAny",
        "s>a, s>d, a.A>b, a.B>j, d>j, b.A>j",
        ""
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nb Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nj FlowJoin mode=WaitAny",
        "s>a, s>d, a.A>j, d>j, j>b",
        "wait-without-limit:b"
    )]
    [InlineData(
        "s Start\na Test.Step mode=ask\nd Delay timeSpan=1.00:00:00\nx " + Do + "\ne End",
        "s>a, s>d, d>x, x.A>e",
        "wait-without-limit:a"
    )]
    public void Wait_HasALimit_OrIsNamed(string steps, string arrows, string expected) =>
        Assert.Equal(expected, Codes(Flow.Chart(steps, arrows, "coin:Boolean")));

    [Theory]
    [InlineData("s Start\na " + Ask, "s>a, a.B>a", "")]
    [InlineData("s Start\na " + Do, "s>a, a.B>a", "loop-without-wait:a")]
    [InlineData("s Start\na " + Do + "\nb " + Do, "s>a, a.A>b, b.A>a", "loop-without-wait:a")]
    [InlineData("s Start\na " + Do + "\nb " + Ask, "s>a, a.A>b, b.A>a", "")]
    [InlineData("s Start\na " + Do + "\nd Delay timeSpan=01:00:00", "s>a, a.A>d, d>a", "")]
    [InlineData("s Start\na FlowDecision condition==coin", "s>a, a.True>a", "loop-without-wait:a")]
    [InlineData(
        "s Start\na " + Do + "\nj FlowJoin mode=WaitAny",
        "s>a, a.A>j, j>a",
        "loop-without-wait:a"
    )]
    public void Loop_WithoutAWait_IsNamed(string steps, string arrows, string expected) =>
        Assert.Equal(expected, Codes(Flow.Chart(steps, arrows, "coin:Boolean")));

    [Theory]
    [InlineData("s Start\na " + Ask, "s>a, a.A>a, a.B>a", "no-end:")]
    [InlineData("s Start\na " + Ask + "\nb " + Ask, "s>a, a.A>b, b.A>b, b.B>b", "never-ends:a")]
    [InlineData("s Start\na " + Ask + "\nb " + Ask, "s>a, a.A>b, b.A>a, b.B>a", "")]
    [InlineData(
        "s Start\na " + Ask + "\nw " + Ask + "\ne End",
        "s>a, s>w, a.A>a, a.B>a, w.A>e, w.B>e",
        ""
    )]
    public void Way_CanEnd_OrIsNamed(string steps, string arrows, string expected) =>
        Assert.Equal(expected, Codes(Flow.Chart(steps, arrows, "coin:Boolean")));

    [Theory]
    [InlineData("g " + Ask + " & does=sign\np " + Do + " & does=publish", "g.A>p", "")]
    [InlineData(
        "g " + Ask + " & does=sign\np " + Do + " & does=publish",
        "g.A>p, g.B>p",
        "unsigned:p"
    )]
    [InlineData(
        "g " + Ask + " & does=sign\nd " + Ask + " & does=draft\np " + Do + " & does=publish",
        "g.A>d, d.A>p",
        "unsigned:p"
    )]
    [InlineData(
        "g " + Ask + " & does=sign\nd " + Ask + " & does=draft\np " + Do + " & does=publish",
        "g.A>p, g.B>d, d.A>g",
        ""
    )]
    [InlineData(
        "g " + Ask + " & does=sign\nw Delay timeSpan=1.00:00:00\np " + Do + " & does=publish",
        "g.A>w, w>p",
        ""
    )]
    // Beside the signing somebody still writes: whatever is signed first, the text may have changed since.
    [InlineData(
        "k FlowFork branches=[\"L\",\"R\"]\ng "
            + Ask
            + " & does=sign\nd "
            + Ask
            + " & does=draft\np "
            + Do
            + " & does=publish",
        "k.L>g, k.R>d, g.A>p",
        "unsigned:p"
    )]
    // Both ways are always gone, so one signature on one of them is one on every way to what follows both.
    [InlineData(
        "k FlowFork branches=[\"L\",\"R\"]\ng "
            + Ask
            + " & does=sign\nx "
            + Ask
            + "\nj FlowJoin mode=WaitAll\np "
            + Do
            + " & does=publish",
        "k.L>g, k.R>x, g.A>j, x.A>j, j>p",
        ""
    )]
    [InlineData(
        "k FlowFork branches=[\"L\",\"R\"]\ng "
            + Ask
            + " & does=sign\nx "
            + Ask
            + "\nj FlowJoin mode=WaitAny\np "
            + Do
            + " & does=publish",
        "k.L>g, k.R>x, g.A>j, x.A>j, x.B>j, j>p",
        "unsigned:p"
    )]
    // Without a join what follows waits for whoever is still on the way.
    [InlineData(
        "k FlowFork branches=[\"L\",\"R\"]\ng "
            + Ask
            + " & does=sign\nx "
            + Ask
            + "\np "
            + Do
            + " & does=publish",
        "k.L>g, k.R>x, g.A>p, x.A>p",
        "unsigned:p"
    )]
    [InlineData(
        "k FlowFork branches=[\"L\",\"R\"]\ng "
            + Ask
            + " & does=sign\nx "
            + Ask
            + "\np "
            + Do
            + " & does=publish\ny "
            + Ask,
        "k.L>g, k.R>x, g.A>p, g.B>g, x.A>p, x.B>y, y.A>p",
        ""
    )]
    public void Requirement_IsMetOnEveryWay_OrTheStepIsNamed(
        string steps,
        string arrows,
        string expected
    ) => Assert.Equal(expected, Codes(Flow.Chart(steps, arrows, "coin:Boolean")));

    [Theory]
    [InlineData("r ExecuteWorkflow workflowDefinitionId=x", "r", "unsigned:p")]
    [InlineData(
        "r ExecuteWorkflow workflowDefinitionId=x & waitForCompletion=true",
        "r",
        "wait-without-limit:r unsigned:p"
    )]
    [InlineData(
        "r DispatchWorkflow workflowDefinitionId=x & waitForCompletion=true & noLimitBecause=test",
        "r",
        "unsigned:p"
    )]
    [InlineData("r PublishEvent eventName=x", "r", "")]
    [InlineData("r Correlate correlationId=x", "r", "")]
    public void OtherWorkflow_AfterTheSignature_MayHaveUndoneIt(
        string step,
        string id,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Codes(
                Flow.Chart(
                    $"g {Ask} & does=sign\n{step}\np {Do} & does=publish",
                    $"g.A>{id}, {id}>p",
                    "coin:Boolean"
                )
            )
        );

    [Theory]
    [InlineData("x Fault message=broken", "")]
    [InlineData("x Complete outcomes=[\"A\"]", "")]
    public void Ending_OfAnotherKind_IsAnEnd(string step, string expected) =>
        Assert.Equal(
            expected,
            Codes(Flow.Chart($"a {Ask}\n{step}", "a.A>x, a.B>a", "coin:Boolean"))
        );

    [Fact]
    public void Check_TooMuchSideBySide_IsRefusedAsUnproved()
    {
        string steps = string.Join('\n', Enumerable.Range(0, 16).Select(n => $"a{n} {Ask}"));
        string arrows = string.Join(", ", Enumerable.Range(0, 16).Select(n => $"s>a{n}"));

        LintReport report = Lint(Flow.Chart("s Start\n" + steps, arrows, "coin:Boolean"));

        Assert.Equal([Linter.TooEntangled], report.Refused.Select(finding => finding.Code));
    }

    [Fact]
    public void Finding_SaysWhereInWords()
    {
        JsonObject definition = JsonNode
            .Parse(
                Flow.Chart(
                    $"s Start\nd {Ask} & does=draft\np {Do} & does=publish",
                    "s>d, d.A>p",
                    "coin:Boolean"
                )
            )!
            .AsObject();
        definition["root"]!["activities"]![1]!["metadata"] = new JsonObject
        {
            ["displayText"] = "Write it",
        };

        DefinitionFinding finding = Assert.Single(Lint(definition.ToJsonString()).Refused);

        Assert.Equal("p", finding.Activity);
        Assert.Equal(
            "‘Step’ publishes what is not signed. So it is on this way: ‘Write it’ (A).",
            finding.Reason
        );
    }

    internal static ActivityRegistry Registry { get; } =
        new([
            .. EngineActivities.All,
            new TestStep(),
            .. Enum.GetValues<InnerSteps>().Select(runs => new TestHolder(runs)),
        ]);

    internal static LintReport Lint(string json, int mostSituations = 1_000)
    {
        Planning planning = new DefinitionPlanner(Registry).Plan(json);
        Assert.Empty(planning.Errors.Select(error => error.Reason));
        return new Linter([
            new EveryStepIsReached(),
            new EveryWayCanEnd(),
            new EveryWaitHasALimit(),
            new NoLoopWithoutAWait(),
            new EveryRequirementIsMet(),
        ])
        {
            MostSituations = mostSituations,
        }.Check(planning.Plan!);
    }

    private static string Codes(string json) =>
        string.Join(
            ' ',
            Lint(json)
                .Refused.Select(finding =>
                    $"{finding.Code[(finding.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]}:{finding.Activity}"
                )
        );

    private static JsonObject Around(JsonObject inner) =>
        Flow.Container("f", "Elsa.Flowchart", "p " + Do + " & does=publish", "inner>p", inner);
}
