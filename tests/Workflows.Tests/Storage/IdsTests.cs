using Governance.Storage;

namespace Governance.Tests.Workflows.Storage;

public sealed class IdsTests
{
    private static readonly DateTime Now = new(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void New_WhileTheClockStandsStill_SortsByTheOrderOfMaking()
    {
        string[] made = [.. Enumerable.Range(0, 1_000).Select(_ => Ids.New(Now))];

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
    }

    [Fact]
    public void New_OfALaterMillisecond_SortsAfter()
    {
        string later = Ids.New(Now.AddMilliseconds(1));
        string earlier = Ids.New(Now);

        Assert.True(string.CompareOrdinal(earlier, later) < 0);
    }

    [Fact]
    public void New_FromManyThreads_IsNeverTheSameTwice()
    {
        string[] made = [.. ParallelEnumerable.Range(0, 20_000).Select(_ => Ids.New(Now))];

        Assert.Equal(made.Length, made.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void New_IsAUuidOfVersionSevenAtItsMoment()
    {
        Guid id = Guid.ParseExact(Ids.New(Now), "N");

        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.StartsWith(
            new DateTimeOffset(Now).ToUnixTimeMilliseconds().ToString("x12"),
            id.ToString("N"),
            StringComparison.Ordinal
        );
    }
}
