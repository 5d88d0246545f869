using Governance.Contracts;
using Governance.Host.Rehearsal.Seed;

namespace Governance.Tests.Host.Seed;

public sealed class SeedPlanTests
{
    private const int End = 3_000;

    private static readonly SeedPlan[] _plans =
    [
        .. Enumerable.Range(0, 2_000).Select(number => SeedPlan.Of(number, number, End)),
    ];

    [Fact]
    public void Plan_OfANumber_IsTheSameEveryTime() =>
        Assert.Equal(_plans[7].Steps, SeedPlan.Of(7, 7, End).Steps);

    [Fact]
    public void Plan_OfAPolicy_BeginsWithItAndNeverActsTwiceAtATime()
    {
        foreach (SeedPlan plan in _plans)
        {
            Assert.Equal(SeedStep.Create, plan.Steps[0].Step);
            Assert.Equal(plan.Steps.Count, plan.Steps.Select(step => step.At).Distinct().Count());
            Assert.Equal(plan.Steps.OrderBy(step => step.At), plan.Steps);
            Assert.InRange(plan.Steps[^1].At, 0, End);
        }
    }

    [Theory]
    [InlineData("SignThird", 40, 65)]
    [InlineData("Reject", 6, 14)]
    [InlineData("Withdraw", 1, 8)]
    [InlineData("Attach", 2, 7)]
    [InlineData("Confirm", 8, 25)]
    public void Plans_OfMany_HaveABelievableMix(string step, int least, int most) =>
        Assert.InRange(
            100
                * _plans.Count(plan => plan.Steps.Any(each => each.Step.ToString() == step))
                / _plans.Length,
            least,
            most
        );

    [Fact]
    public void Plans_OfMany_LeaveSomeInSignOff() =>
        Assert.InRange(
            _plans.Count(plan =>
                plan.Steps[^1].Step
                    is SeedStep.RequestSignOff
                        or SeedStep.SignFirst
                        or SeedStep.SignSecond
            ),
            _plans.Length * 8 / 100,
            _plans.Length * 20 / 100
        );

    [Fact]
    public void Text_OfManyPolicies_VariesInTitleAndLength()
    {
        SeedText[] texts =
        [
            .. Enumerable
                .Range(0, 500)
                .Select(number => SeedText.Of(new SeedDice(number), DocumentClasses.Procedure)),
        ];

        Assert.InRange(texts.Select(text => text.Title).Distinct().Count(), 450, 500);
        Assert.All(texts, text => Assert.InRange(text.Title.Length, 10, 200));
        Assert.InRange(texts.Min(text => text.Body.Length), 500, 3_000);
        Assert.InRange(texts.Max(text => text.Body.Length), 7_000, 20_000);
        Assert.DoesNotContain(texts, text => text.Body.Contains('{', StringComparison.Ordinal));
        Assert.NotEqual(texts[0].Body, texts[0].Revised(new SeedDice(1)).Body);
    }
}
