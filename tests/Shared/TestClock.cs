namespace Governance.Tests.Shared;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTime start) : TimeProvider
{
    private DateTime _now = DateTime.SpecifyKind(start, DateTimeKind.Utc);

    public TestClock()
        : this(new DateTime(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc)) { }

    public DateTime Now
    {
        get => _now;
        set => _now = DateTime.SpecifyKind(value, DateTimeKind.Utc);
    }

    public void Advance(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);
}
