namespace Governance.Host.Housekeeping;

/// <summary>
/// Something that one host does for all, again and again. It may be cut off anywhere and may run twice: whoever does it next goes on.
/// </summary>
/// <param name="Name">
/// Names it in the database too, with its interval: a changed interval wants a new name, since hosts take what stands there.
/// </param>
internal sealed record Duty(string Name, TimeSpan First, TimeSpan Every)
{
    public static readonly Duty Record = new("record", TimeSpan.Zero, TimeSpan.FromSeconds(3));
    public static readonly Duty Library = new("library", TimeSpan.Zero, TimeSpan.FromHours(1));
    public static readonly Duty Structure = new("structure", TimeSpan.Zero, TimeSpan.FromHours(1));
    public static readonly Duty Purge = new("purge", TimeSpan.Zero, TimeSpan.FromHours(1));
    public static readonly Duty Attestations = new(
        "attestations",
        TimeSpan.Zero,
        TimeSpan.FromHours(1)
    );
    public static readonly Duty Reconcile = new(
        "reconcile",
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(24)
    );

    public static readonly Duty Search = new("search", TimeSpan.Zero, TimeSpan.FromHours(1));
    public static readonly Duty Retention = new(
        "retention",
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5)
    );

    public static readonly Duty[] All =
    [
        Record,
        Library,
        Structure,
        Purge,
        Attestations,
        Reconcile,
        Search,
        Retention,
    ];
}
