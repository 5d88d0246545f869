namespace Governance.Contracts;

/// <summary>
/// How a deadline came about: each day counted or skipped, and why (DOMAIN B6.4). The same for a stored clock and for the stateless
/// calculation; the last members tell of the stored clock only.
/// </summary>
public sealed record ClockReceipt
{
    public required int Amount { get; init; }

    public required ClockUnit Unit { get; init; }

    /// <summary>The moment of receipt, in whole seconds.</summary>
    public required DateTime Received { get; init; }

    /// <summary>The working day that counts as the day of receipt; counting starts on the working day after it.</summary>
    public required DateOnly DayOfReceipt { get; init; }

    /// <summary>The last second that is in time.</summary>
    public required DateTime Due { get; init; }

    /// <summary>True when the deadline lies beyond the published lists of bank holidays.</summary>
    public required bool Provisional { get; init; }

    public required string Calendar { get; init; }

    public required int CalendarVersion { get; init; }

    public required IReadOnlyList<ClockDay> Days { get; init; }

    /// <summary>How the deadline moved with new calendar versions, oldest first.</summary>
    public IReadOnlyList<ClockRecomputation> History { get; init; } = [];

    /// <summary>The other limit, where "whichever is less" was asked and this one was the earlier.</summary>
    public OtherLimit? WhicheverIsLess { get; init; }

    public string? Id { get; init; }

    public string? Purpose { get; init; }

    public string? Seat { get; init; }

    /// <summary><c>running</c>, <c>met</c>, <c>expired</c> or <c>stopped</c>.</summary>
    public string? State { get; init; }

    /// <summary>When it stopped running, in whatever way.</summary>
    public DateTime? Stopped { get; init; }

    /// <summary>Working days left, today not counted: 0 on the day itself, negative when it is past.</summary>
    public int? WorkingDaysLeft { get; init; }

    /// <summary>True when a person must look at it: its calendar changed in a way that may not move it.</summary>
    public bool FlaggedForHuman { get; init; }
}

/// <summary>One day of a receipt, in the order of dates.</summary>
public sealed record ClockDay(DateOnly Date, bool Counted, string Why);

/// <summary>The limit of a pair that did not apply, because it would have ended later.</summary>
public sealed record OtherLimit(int Amount, ClockUnit Unit, DateTime Due);

/// <summary>A running clock counted again under a new version of its calendar.</summary>
public sealed record ClockRecomputation(
    DateTime At,
    DateTime OldDue,
    DateTime NewDue,
    int OldCalendarVersion,
    int NewCalendarVersion,
    string Why
);
