namespace Governance.Contracts;

/// <param name="Body">The body that meets.</param>
/// <param name="Place">A room or an address.</param>
public sealed record PlanMeetingBody(string? Body, string? Title, DateTime? Starts, string? Place);

/// <summary>Another time or place for a meeting that has not begun.</summary>
public sealed record RescheduleMeetingBody(DateTime? Starts, string? Place);

/// <summary>Items that are added to the agenda, in this order.</summary>
public sealed record AgendaBody(IReadOnlyList<AgendaItemBody?>? Items);

public sealed record AgendaItemBody(string? Title, IReadOnlyList<PaperBody?>? Papers = null);

/// <summary>A paper as part of a request; files of any size go to the route that takes forms.</summary>
/// <param name="Name">The file's name with its ending: .pdf, .docx, .doc, .png, .jpg, .txt or .md.</param>
/// <param name="MediaType">Not needed: the type follows from name and content.</param>
/// <param name="Content">The bytes in base64; or else <paramref name="Text"/>.</param>
/// <param name="Text">The content of a plain text paper.</param>
public sealed record PaperBody(
    string? Name,
    string? MediaType = null,
    string? Content = null,
    string? Text = null
);

public sealed record CancelMeetingBody(string? Reason);

/// <summary>An entry of the attendance log.</summary>
/// <param name="Seat">The seat that the person sits for, where they could sit for several.</param>
/// <param name="Agency">The agency, likewise.</param>
/// <param name="State">present, apologies or left.</param>
/// <param name="At">Since when; now when left out.</param>
/// <param name="DeputyFor">The member for whom they sit as named deputy.</param>
public sealed record AttendanceBody(
    string? Person,
    string? Seat = null,
    string? State = null,
    DateTime? At = null,
    string? DeputyFor = null,
    string? Agency = null
);

/// <param name="Item">The agenda item.</param>
/// <param name="Person">Who declares; the caller when left out.</param>
/// <param name="Withdraws">Whether they withdraw from the item, and so do not count for its quorum.</param>
public sealed record DeclarationBody(
    string? Item,
    string? Nature,
    bool Withdraws = false,
    string? Person = null
);

/// <param name="Item">The agenda item.</param>
/// <param name="Dissent">Who was of another mind, and why.</param>
/// <param name="Discretion">Why the chair lets it be decided without quorum, where the terms of reference allow that.</param>
/// <param name="Discussed">Record it as discussed, not decided.</param>
/// <param name="Supersedes">The earlier decision that this one takes the place of.</param>
public sealed record DecisionBody(
    string? Item,
    string? Text,
    string? Dissent = null,
    string? Discretion = null,
    bool Discussed = false,
    string? Supersedes = null
);

public sealed record SaveMinutesBody(string? Text);

/// <param name="Meeting">The later meeting of the same body that agrees them.</param>
public sealed record AgreeMinutesBody(string? Meeting);

/// <param name="Text">The public text; what was left out is marked in it.</param>
public sealed record PublishMinutesBody(string? Text);
