namespace Governance.Contracts;

/// <summary>A task and finish group as its reader sees it.</summary>
public sealed record GroupAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public string? Scope { get; init; }

    /// <summary>commissioned (its terms are not approved yet), active, closing, dissolved or stoodDown.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<DeliverableAnswer> Deliverables { get; init; }

    /// <summary>The decision that commissioned it; null where a lead did.</summary>
    public GroupDecision? Decision { get; init; }

    /// <summary>The seat that it answers to.</summary>
    public required string CommissionedBy { get; init; }

    public required DateOnly Deadline { get; init; }

    public required DateOnly Sunset { get; init; }

    /// <summary>Working days from one report to the next.</summary>
    public required int ReportEvery { get; init; }

    public GroupPerson? Chair { get; init; }

    /// <summary>The chair is the vice-chair, until somebody is appointed.</summary>
    public bool ChairIsInterim { get; init; }

    /// <summary>The first day without this chair, who has resigned.</summary>
    public DateOnly? ChairLeaves { get; init; }

    public GroupPerson? ViceChair { get; init; }

    /// <summary>Since when nobody chairs it.</summary>
    public DateTime? VacantSince { get; init; }

    public TermsAnswer? Terms { get; init; }

    public required IReadOnlyList<GroupMemberAnswer> Members { get; init; }

    public required GroupTaskCounts Tasks { get; init; }

    /// <summary>What waits with a limit: terms, report, chair, sunset, closure or closeDown.</summary>
    public required IReadOnlyList<GroupLimit> Limits { get; init; }

    public GroupClosureAnswer? Closure { get; init; }

    public string? Lessons { get; init; }

    public string? Instance { get; init; }

    public required DateTime Created { get; init; }

    public DateTime? Ended { get; init; }

    /// <summary>Why, where it was stood down.</summary>
    public string? EndReason { get; init; }

    public int ReportsMissed { get; init; }
}

public sealed record GroupPerson(string Id, string Name);

/// <param name="Outcome">What became of it, from the closure.</param>
public sealed record DeliverableAnswer(int Number, string Text, string? Outcome);

public sealed record GroupDecision(string Id, int Number, string Text, DateTime Decided);

/// <summary>One version of a group's terms of reference.</summary>
public sealed record TermsAnswer(
    int Number,
    string Text,
    string Hash,
    DateOnly? ReviewOn,
    DateTime Saved,
    string SavedByName,
    DateTime? Approved,
    string? ApprovedByName,
    string? ApprovedForSeat
);

/// <param name="Role">groupChair or groupMember.</param>
/// <param name="Expert">For an outside expert: what they know.</param>
/// <param name="Current">Whether they hold the appointment today.</param>
/// <param name="OpenTasks">How many unfinished tasks are theirs.</param>
public sealed record GroupMemberAnswer(
    string Id,
    string Person,
    string Name,
    string Role,
    string? Agency,
    string? AgencyName,
    string? Expert,
    DateOnly From,
    DateOnly? To,
    bool Current,
    int OpenTasks
);

/// <param name="Overdue">Unfinished and past their date.</param>
/// <param name="Escalated">Unfinished and rolled forward three times or more.</param>
public sealed record GroupTaskCounts(
    int Open,
    int Started,
    int Blocked,
    int Completed,
    int Dropped,
    int Transferred,
    int Overdue,
    int OwnerLeft,
    int Escalated
)
{
    public int Unfinished => Open + Started + Blocked;
}

/// <param name="What">terms, report, chair, sunset, closure or closeDown.</param>
/// <param name="Late">The limit has passed and it still waits.</param>
public sealed record GroupLimit(
    string Id,
    string What,
    int Number,
    string Clock,
    DateTime Opened,
    DateTime Due,
    bool Late
);

public sealed record GroupLine(
    string Id,
    string Name,
    string State,
    string CommissionedBy,
    DateOnly Deadline,
    DateOnly Sunset,
    bool Vacant
);

/// <summary>A task of a group.</summary>
public sealed record GroupTaskAnswer
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required string GroupName { get; init; }

    /// <summary>1, 2, 3 … in its group.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>open, started, blocked, completed, dropped or transferred.</summary>
    public required string State { get; init; }

    public required GroupPerson Owner { get; init; }

    /// <summary>The owner is no longer in the group: it must be reassigned or dropped.</summary>
    public bool OwnerLeft { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>Where the date was counted in working days: the clock with the receipt.</summary>
    public string? Clock { get; init; }

    public bool Overdue { get; init; }

    /// <summary>How often its date was rolled forward.</summary>
    public int Rolls { get; init; }

    /// <summary>When the third roll told the commissioner.</summary>
    public DateTime? Escalated { get; init; }

    public string? BlockedReason { get; init; }

    public DateTime? Started { get; init; }

    public DateTime? Finished { get; init; }

    public string? Evidence { get; init; }

    /// <summary>Why it was dropped, or to whom it went.</summary>
    public string? EndReason { get; init; }

    public required IReadOnlyList<TaskLink> DependsOn { get; init; }

    /// <summary>The tasks that wait for this one.</summary>
    public required IReadOnlyList<TaskLink> Blocks { get; init; }
}

public sealed record TaskLink(string Id, int Number, string Title, string State);

/// <param name="Kind">added, note, started, blocked, unblocked, rolled, reassigned, completed, dropped, transferred, ownerLeft or dependencies.</param>
public sealed record TaskUpdateAnswer(
    string Id,
    DateTime At,
    string Person,
    string PersonName,
    string Kind,
    string? Text,
    DateOnly? OldDue,
    DateOnly? NewDue
);

/// <param name="State">due, submitted or missed.</param>
/// <param name="Text">As submitted; null until then.</param>
public sealed record GroupReportAnswer(
    string Id,
    string Group,
    int Number,
    string State,
    DateTime Due,
    string? Text,
    DateTime? Submitted,
    string? SubmittedByName
);

/// <summary>A draft of the next report, written from the tasks.</summary>
/// <param name="Since">From when on tasks are told: the report before, or the beginning.</param>
public sealed record GroupReportDraft(string Group, DateTime Since, DateTime? Due, string Text);

/// <param name="State">proposed, accepted or returned.</param>
/// <param name="Deliverables">What the chair says became of each; of the group itself once the closure was accepted.</param>
public sealed record GroupClosureAnswer(
    int Number,
    string State,
    IReadOnlyList<DeliverableAnswer> Deliverables,
    DateTime Proposed,
    string ProposedByName,
    string Lessons,
    IReadOnlyList<OutstandingTaskAnswer> Outstanding,
    DateTime? Decided,
    string? DecidedByName,
    string? Reason
);

/// <param name="Action">The action that it became, once the closure was accepted.</param>
public sealed record OutstandingTaskAnswer(
    string Task,
    int Number,
    string Title,
    string TransferTo,
    string TransferToName,
    string? Action
);
