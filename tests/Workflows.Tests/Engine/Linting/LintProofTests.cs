using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.Linting.Rules;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <summary>The proofs against what happens when real instances are walked by dice.</summary>
public sealed class LintProofTests
{
    /// <summary>Whatever was seen to happen, the proofs say that it can.</summary>
    [Fact]
    public void Proofs_OfAnyChart_HoldForEveryWayThatIsWalked() =>
        Prop.ForAll(RandomChart.All(withDecisions: true), chart => Differences(chart, sound: true))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    /// <summary>
    /// Whatever the proofs say can happen is seen when the dice fall often enough. Without decisions, whose conditions the proofs leave
    /// open; with fixed dice, since luck is no property.
    /// </summary>
    [Fact]
    public void Proofs_OfAnyChart_ClaimNothingThatCannotHappen() =>
        Prop.ForAll(
                RandomChart.All(withDecisions: false),
                chart => Differences(chart, sound: false)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(7, 1));

    private static bool Differences(RandomChart chart, bool sound)
    {
        Planning planning = new DefinitionPlanner(LintRuleTests.Registry).Plan(chart.Json);
        if (planning.Plan is not { } plan)
        {
            // Only arrows that break a join can be wrong in what is made here.
            Assert.All(
                planning.Errors,
                error => Assert.Equal("connection-breaks-join", error.Code)
            );
            return true;
        }

        LintReport report = LintRuleTests.Lint(chart.Json, mostSituations: 300);
        if (report.Refused.Any(finding => finding.Code == Linter.TooEntangled))
        {
            return true;
        }

        BruteWalk seen = new BruteWalk(plan, chart.Seed).Walk(sound ? 25 : 300, 20);
        string[] steps = [.. plan.ById.Keys.Order(StringComparer.Ordinal)];
        HashSet<string> unreachable = Of(report, EveryStepIsReached.StepUnreachable);
        unreachable.UnionWith(Of(report, EveryStepIsReached.EndingUnreachable));
        HashSet<string> unsigned = Of(report, "test.unsigned");
        HashSet<string> unlimited = Of(report, EveryWaitHasALimit.WaitWithoutLimit);
        bool loops = Of(report, NoLoopWithoutAWait.LoopWithoutWait).Count > 0;
        bool noEnd = report.Refused.Any(finding => finding.Code == EveryWayCanEnd.NoEnd);
        if (sound)
        {
            Assert.Empty(seen.Begun.Intersect(unreachable));
            Assert.Empty(seen.PublishedUnsigned.Except(unsigned));
            Assert.Empty(seen.Unlimited.Except(unlimited));
            Assert.False(seen.RanOn && !loops, "It ran on, and no loop is told.");
            Assert.False(seen.Ended && noEnd, "It ended, and no end is told.");
        }
        else if (!loops)
        {
            // What stands inside an unreachable step is not named again.
            Assert.Equal(
                steps.Where(step => !seen.Begun.Contains(step) && IsTold(plan, step, seen)),
                unreachable.Order(StringComparer.Ordinal)
            );
            Assert.Empty(unsigned.Except(seen.PublishedUnsigned));
            Assert.Empty(unlimited.Except(seen.Unlimited));
        }

        return true;
    }

    private static bool IsTold(WorkflowPlan plan, string step, BruteWalk seen) =>
        plan.ById[step].Parent is not { } around || seen.Begun.Contains(around.Id);

    private static HashSet<string> Of(LintReport report, string code) =>
        [
            .. report
                .Refused.Where(finding => finding.Code == code)
                .Select(finding => finding.Activity ?? ""),
        ];
}
