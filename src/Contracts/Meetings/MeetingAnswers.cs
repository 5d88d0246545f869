namespace Governance.Contracts;

public sealed record MeetingLine(
    string Id,
    string Body,
    string BodyName,
    string Title,
    DateTime Starts,
    string Place,
    string State
);

/// <summary>Whether something can be decided, and why.</summary>
/// <param name="Rule">The body's rule in words.</param>
/// <param name="Words">Who is there and who is missing.</param>
public sealed record QuorumStanding(
    bool Quorate,
    int Needed,
    int Of,
    IReadOnlyList<string> Present,
    IReadOnlyList<string> Missing,
    string Rule,
    string Words,
    bool AllowsDiscretion
);

/// <summary>A paper with both hashes where it was changed after it had been circulated.</summary>
/// <param name="Hash">SHA-256 of the newest version.</param>
/// <param name="Circulated">SHA-256 of what was circulated.</param>
/// <param name="Changed">When it was changed, or first added, after circulation.</param>
public sealed record PaperAnswer(
    string Id,
    int Number,
    string Name,
    string ContentType,
    long Size,
    string Hash,
    string? Circulated,
    DateTime? Changed,
    IReadOnlyList<PaperVersionAnswer> Versions
);

public sealed record PaperVersionAnswer(
    int Number,
    string Hash,
    long Size,
    DateTime Added,
    bool Circulated
);

public sealed record DeclarationAnswer(
    PersonLine Person,
    string Item,
    string Nature,
    bool Withdraws,
    DateTime At
);

/// <param name="AfterCirculation">It was added after the papers had been circulated.</param>
/// <param name="Quorum">For this item now; null once the meeting is over.</param>
public sealed record AgendaItemAnswer(
    string Id,
    int Number,
    string Title,
    DateTime Added,
    bool AfterCirculation,
    IReadOnlyList<PaperAnswer> Papers,
    IReadOnlyList<DeclarationAnswer> Declarations,
    QuorumStanding? Quorum,
    IReadOnlyList<DecisionLine> Decisions
);

/// <summary>An entry of the attendance log.</summary>
public sealed record AttendanceAnswer(
    int Number,
    PersonLine Person,
    string? Place,
    string? PlaceName,
    PersonLine? DeputyFor,
    string State,
    DateTime At
);

public sealed record MeetingAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required string Body { get; init; }

    public required string BodyName { get; init; }

    public required string Title { get; init; }

    public required DateTime Starts { get; init; }

    public required string Place { get; init; }

    /// <summary>planned, circulated, held, closed or cancelled.</summary>
    public required string State { get; init; }

    public DateTime? Circulated { get; init; }

    public DateTime? Opened { get; init; }

    public DateTime? Closed { get; init; }

    public string? CancelReason { get; init; }

    public required IReadOnlyList<AgendaItemAnswer> Items { get; init; }

    /// <summary>The whole log, oldest first.</summary>
    public required IReadOnlyList<AttendanceAnswer> Attendance { get; init; }

    /// <summary>Who is present now, or was when it was closed.</summary>
    public required IReadOnlyList<AttendanceAnswer> Present { get; init; }

    /// <summary>Now, without regard to an item; null once it is over.</summary>
    public QuorumStanding? Quorum { get; init; }

    public required IReadOnlyList<ActionLine> Actions { get; init; }

    /// <summary>none, draft, agreed or published.</summary>
    public required string Minutes { get; init; }

    /// <summary>Whether I act for the body as chair or as its secretary.</summary>
    public required bool Secretary { get; init; }
}

public sealed record DecisionLine(
    string Id,
    int Number,
    string Body,
    string BodyName,
    string? Meeting,
    string? Item,
    string Outcome,
    string Text,
    DateTime Decided,
    string Hash,
    string? Supersedes,
    string? SupersededBy
);

/// <param name="Withdrew">They had withdrawn from the item and did not count.</param>
public sealed record PresentAnswer(
    string Person,
    string Name,
    string? Place,
    string? DeputyFor,
    bool Withdrew
);

/// <param name="Circulated">The hash that had been circulated.</param>
public sealed record DecisionPaperAnswer(string Id, string Name, string Hash, string? Circulated);

public sealed record DecisionAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required int Number { get; init; }

    public required string Body { get; init; }

    public required string BodyName { get; init; }

    public string? Meeting { get; init; }

    public string? Item { get; init; }

    public string? ItemTitle { get; init; }

    public string? Procedure { get; init; }

    public required string Text { get; init; }

    /// <summary>decided or discussed.</summary>
    public required string Outcome { get; init; }

    public string? Dissent { get; init; }

    public string? Discretion { get; init; }

    public required string Rule { get; init; }

    public required bool Quorate { get; init; }

    public required string Quorum { get; init; }

    public required IReadOnlyList<PresentAnswer> Present { get; init; }

    public required IReadOnlyList<DecisionPaperAnswer> Papers { get; init; }

    public required DateTime Decided { get; init; }

    public required PersonLine RecordedBy { get; init; }

    public string? Supersedes { get; init; }

    public string? SupersededBy { get; init; }

    /// <summary>SHA-256 of <see cref="Basis"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Everything that the decision rests on, exactly as it was hashed.</summary>
    public required string Basis { get; init; }

    public required IReadOnlyList<ActionLine> Actions { get; init; }
}

/// <param name="State">draft, agreed or published; none for a proposal that nobody has saved.</param>
public sealed record MinutesAnswer(
    string Meeting,
    string Partnership,
    string Title,
    string Body,
    string BodyName,
    DateTime Starts,
    string State,
    string Text,
    string? Hash,
    string? AgreedAt,
    DateTime? Agreed,
    string? PublicText,
    DateTime? Published,
    bool Secretary,
    string Tag
);

/// <summary>What everybody may read: the redacted text.</summary>
public sealed record PublicMinutesAnswer(
    string Meeting,
    string Partnership,
    string BodyName,
    string Title,
    DateTime Starts,
    string Text,
    string Hash,
    DateTime Agreed,
    DateTime Published
);

public sealed record PublicMinutesLine(
    string Meeting,
    string BodyName,
    string Title,
    DateTime Starts,
    DateTime Published
);
