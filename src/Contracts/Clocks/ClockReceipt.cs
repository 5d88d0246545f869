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

    public string? Partnership { get; init; }

    /// <summary>What must be done, in words for people.</summary>
    public string? Title { get; init; }

    /// <summary>What it runs for: the type and id of a sign-off round, for example.</summary>
    public ClockSubject? Subject { get; init; }

    /// <summary>True when an earlier limit that passed brought it about: that limit's due date is the day of receipt.</summary>
    public bool Escalated { get; init; }

    /// <summary>When reminders go out or went out, earliest first.</summary>
    public IReadOnlyList<ClockReminderAnswer> Reminders { get; init; } = [];

    public string? Purpose { get; init; }

    public string? Seat { get; init; }

    /// <summary><c>running</c>, <c>met</c>, <c>expired</c> or <c>stopped</c>.</summary>
    public string? State { get; init; }

    /// <summary>When it stopped running, in whatever way.</summary>
    public DateTime? Stopped { get; init; }

    public string? WhyStopped { get; init; }

    /// <summary>Working days left, today not counted: 0 on the day itself, negative when it is past.</summary>
    public int? WorkingDaysLeft { get; init; }

    /// <summary>True when a person must look at it: its calendar changed in a way that may not move it.</summary>
    public bool FlaggedForHuman { get; init; }

    /// <summary>When it stood or stands still, oldest first.</summary>
    public IReadOnlyList<ClockPauseAnswer> Pauses { get; init; } = [];

    /// <summary>For which reasons the reader may pause it; none where they may not.</summary>
    public IReadOnlyList<ClockPauseReason> PauseReasons { get; init; } = [];
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

/// <param name="Until">The moment at which it runs again, unless it was let run before.</param>
/// <param name="Ended">When it was let run before that.</param>
/// <param name="Reason">Wire name; <paramref name="Words"/> says it.</param>
/// <param name="By">The name of who paused it.</param>
/// <param name="Now">It stands still now.</param>
public sealed record ClockPauseAnswer(
    DateTime From,
    DateTime Until,
    DateTime? Ended,
    string Reason,
    string Words,
    string? Note,
    string By,
    string? EndedBy,
    bool Now
);

public sealed record ClockPauseReason(string Reason, string Words);

/// <param name="Reason">One of those that the clock's receipt lists as <c>pauseReasons</c>.</param>
/// <param name="Until">The day on which the clock runs again; after today and within 92 days.</param>
public sealed record PauseClockBody(string? Reason, DateOnly? Until, string? Note = null);

public sealed record ClockSubject(string Type, string Id);

/// <summary>So many working days before the deadline, and the moment that this makes.</summary>
public sealed record ClockReminderAnswer(int WorkingDays, DateTime At);

/// <summary>Somebody of the business unit has looked at a flagged clock, and what they found.</summary>
public sealed record ReviewClockBody(string? Found);
