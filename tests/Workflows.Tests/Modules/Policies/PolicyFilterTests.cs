using Governance.Contracts;
using Governance.Modules.Policies;

namespace Governance.Tests.Workflows.Modules.Policies;

public sealed class PolicyFilterTests
{
    [Theory]
    [InlineData("superseded", null, null, null, "state", "draft, consultation")]
    [InlineData("draft,Draft", null, null, null, "state", "withdrawn")]
    [InlineData(null, "leaflet", null, null, "class", "practiceGuidance")]
    [InlineData(null, null, "28.2.2027", null, "reviewDueBefore", "2027-02-28")]
    [InlineData(null, null, null, "newest", "sort", "changed, title, review")]
    public void Filter_ThatIsNotUnderstood_IsRefusedWithWhatThereIs(
        string? state,
        string? documentClass,
        string? due,
        string? sort,
        string field,
        string told
    )
    {
        Refusal? refusal = PolicyFilter
            .Read([state], [documentClass], reviewDueBefore: due, sort: sort)
            .Refusal;

        Assert.Equal(RefusalKind.Malformed, refusal?.Kind);
        Assert.Contains(told, refusal!.Errors![field].Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_OfSeveralValues_TakesThemPartedOrRepeated()
    {
        PolicyFilter filter = PolicyFilter.Read(["draft, signOff", "draft", null], null).Value;

        Assert.Equal([PolicyStates.Draft, PolicyStates.SignOff], filter.States);
        Assert.Equal(PolicySorts.Changed, filter.Sort);
        Assert.Equal(PolicySorts.Review, PolicyFilter.Read(null, null, overdue: true).Value.Sort);
    }

    [Theory]
    [InlineData("Female genital mutilation (FGM)", " female genital mutilation fgm")]
    [InlineData("  ÉLAN–vital 2027/28", " élan vital 2027 28")]
    [InlineData("—", "")]
    public void Title_InLists_IsItsWordsInSmallLetters(string title, string words) =>
        Assert.Equal(words, TitleWords.Of(title));
}
