namespace Governance.Contracts;

/// <summary>Entries of a partnership's record, oldest first.</summary>
/// <param name="Next">What to send as <c>after</c> for the next page; null when this was the last.</param>
public sealed record RecordPage(IReadOnlyList<RecordedEntry> Items, string? Next);

/// <summary>
/// One entry of the record (docs/record.md §2). <paramref name="Canonical"/> is the text that <paramref name="Hash"/> is the
/// hash of; the other members repeat it.
/// </summary>
/// <param name="Sequence">Place in the record, from 1 without gaps.</param>
/// <param name="Outcome"><c>done</c> or <c>refused</c>; then <paramref name="Refusal"/> names the rule.</param>
/// <param name="Payload"><c>none</c>, <c>held</c> or <c>erased</c>.</param>
/// <param name="Commitment">Salted SHA-256 of the payload, in hexadecimal; null when the act has none.</param>
/// <param name="Previous">Hash of the entry before, in hexadecimal.</param>
public sealed record RecordedEntry(
    long Sequence,
    DateTime At,
    RecordedActor Actor,
    string Act,
    RecordedSubject Subject,
    string Outcome,
    string? Refusal,
    string? DefinitionVersion,
    string? CalendarVersion,
    string Payload,
    string? Commitment,
    string Previous,
    string Hash,
    string Canonical
);

/// <param name="Service">True when the service itself acted (timers, calendars) and no person.</param>
public sealed record RecordedActor(
    string Person,
    bool Service,
    string? Seat,
    string? Capacity,
    string? Instrument
);

public sealed record RecordedSubject(string Type, string Id, string? Hash);
