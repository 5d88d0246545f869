namespace Governance.Contracts;

/// <summary>A limit of a challenge, which opens its receipt.</summary>
/// <param name="What"><c>acknowledge</c>, <c>respond</c>, <c>meet</c>, <c>confirm</c> or <c>satisfy</c>.</param>
/// <param name="State"><c>running</c>, <c>met</c>, <c>expired</c> or <c>stopped</c>.</param>
public sealed record EscalationClock(
    string Id,
    string What,
    int Stage,
    DateTime Received,
    DateTime Due,
    string State,
    bool Late
);

/// <summary>Something said in a challenge.</summary>
/// <param name="Kind"><c>acknowledgement</c>, <c>answer</c>, <c>meeting</c>, <c>confirmation</c>, <c>satisfied</c>, <c>notSatisfied</c> or <c>withdrawal</c>.</param>
/// <param name="By">Null for whoever raised it.</param>
public sealed record EscalationEntryAnswer(
    string Id,
    int Stage,
    string Kind,
    string? Text,
    DateOnly? Held,
    DateTime At,
    string? By,
    bool ByRaiser
);

/// <param name="State"><c>skippedForRisk</c>, <c>awaitingAnswer</c>, <c>awaitingMeeting</c>, <c>awaitingConfirmation</c>, <c>awaitingRaiser</c>, <c>silent</c>, <c>notSatisfied</c>, <c>satisfied</c>, <c>withdrawn</c> or <c>notReached</c>.</param>
/// <param name="AskedOf">Who is asked, in words.</param>
public sealed record EscalationStageAnswer(
    int Number,
    string Label,
    string State,
    string? AskedOf,
    string? Who,
    DateTime? Received,
    bool AcknowledgedLate,
    IReadOnlyList<EscalationClock> Clocks,
    IReadOnlyList<EscalationEntryAnswer> Entries,
    string? Form,
    string? Note
);

/// <summary>A professional challenge.</summary>
/// <param name="State"><c>open</c>, <c>resolved</c>, <c>unresolved</c> or <c>withdrawn</c>.</param>
/// <param name="Stage">Where it stands, or stood last.</param>
/// <param name="HasStatusKey">Somebody without an account can see it with a key.</param>
public sealed record EscalationAnswer(
    string Id,
    string Partnership,
    int Number,
    string State,
    int Stage,
    string Ladder,
    int LadderVersion,
    string LadderName,
    string Kind,
    string CaseReference,
    string Concern,
    string RaisedWith,
    string RaisedWithName,
    string? RaisedFor,
    string? Theme,
    string? Urgency,
    bool ImmediateRisk,
    int EnteredAtStage,
    string? RiskReason,
    DateTime Raised,
    DateTime? Ended,
    string? Ends,
    IReadOnlyList<EscalationStageAnswer> Stages,
    IReadOnlyList<EscalationClock> Clocks,
    string? Instance,
    bool HasStatusKey
);

/// <summary>What a raiser is told at once.</summary>
/// <param name="StatusKey">
/// Shows status and outcome without an account, and says whether the raiser is satisfied. Told once and never again; null in the
/// repeat of an answered request.
/// </param>
public sealed record EscalationRaised(
    string Id,
    int Number,
    string State,
    int Stage,
    IReadOnlyList<EscalationClock> Clocks,
    string? StatusKey
);

public sealed record EscalationLine(
    string Id,
    int Number,
    string State,
    int Stage,
    string StageLabel,
    string StageState,
    string LadderName,
    string Kind,
    string RaisedWith,
    string RaisedWithName,
    string? Theme,
    bool ImmediateRisk,
    DateTime Raised,
    DateTime? Ended,
    DateTime? Due,
    bool Overdue
);

/// <summary>What an agency's link leads to.</summary>
public sealed record RaisingPlaceAnswer(
    string Partnership,
    string PartnershipName,
    string Body,
    string BodyName,
    FrontDoorAnswer FrontDoor,
    IReadOnlyList<LadderAnswer> Ladders,
    IReadOnlyList<EscalationParty> Bodies,
    IReadOnlyList<string> Themes
);

/// <summary>Somebody that a challenge can be raised with.</summary>
public sealed record EscalationParty(string Id, string Name);

public sealed record FrontDoorAnswer(string? Name, string? Phone, string? OutOfHours, string? Text);

public sealed record StageContactAnswer(
    string Id,
    int Stage,
    string Post,
    string? Phone,
    string? Email,
    string? Person,
    string? PersonName,
    bool Deputy
);

public sealed record BodyContactsAnswer(
    string Body,
    string Name,
    IReadOnlyList<StageContactAnswer> Contacts
);

/// <param name="Key">Told once, when it is made.</param>
public sealed record RaisingLinkAnswer(
    string Id,
    string Body,
    string BodyName,
    string? Label,
    DateTime Made,
    DateTime? Revoked,
    string? Key = null
);

/// <param name="Key">A new status key, told once; the one before leads nowhere.</param>
public sealed record StatusKeyAnswer(string Key);

/// <summary>Challenges counted together.</summary>
/// <param name="Group">The body, theme, or stage.</param>
/// <param name="MedianWorkingDays">From raising to the end, of those that have ended; null while none has.</param>
public sealed record EscalationTheme(
    string Group,
    string Name,
    int Raised,
    int Open,
    int Resolved,
    int Unresolved,
    int Withdrawn,
    decimal? MedianWorkingDays,
    int? LongestWorkingDays
);

public sealed record EscalationThemes(
    DateOnly From,
    DateOnly To,
    int Raised,
    IReadOnlyList<EscalationTheme> ByBody,
    IReadOnlyList<EscalationTheme> ByTheme,
    IReadOnlyList<EscalationTheme> ByStage
);
