using Governance.Host.Pages;

namespace Governance.Tests.Host.Pages;

public sealed class DatesTests
{
    private static readonly DateOnly First = new(2026, 11, 24);

    [Fact]
    public void Term_WithALastDay_NamesBoth() =>
        Assert.Equal(
            "From 24 November 2026 to 31 March 2027",
            Dates.Term(First, new DateOnly(2027, 3, 31))
        );

    [Fact]
    public void Term_WithoutALastDay_SaysSinceWhen() =>
        Assert.Equal("Since 24 November 2026", Dates.Term(First, null));

    [Fact]
    public void Term_EndedOnTheDayOnWhichItBegan_DoesNotRunBackwards() =>
        Assert.Equal(
            "On 24 November 2026, ended on the same day",
            Dates.Term(First, First.AddDays(-1))
        );
}
