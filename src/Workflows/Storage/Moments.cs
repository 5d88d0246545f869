namespace Governance.Storage;

/// <summary>Moments as they are stored: UTC, whole milliseconds, the same on every database and in the record.</summary>
public static class Moments
{
    public static DateTime Now(TimeProvider time) =>
        WholeMilliseconds(time.GetUtcNow().UtcDateTime);

    public static DateTime WholeMilliseconds(DateTime moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
