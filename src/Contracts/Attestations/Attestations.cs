namespace Governance.Contracts.Attestations;

/// <param name="Appointments">One verdict for each appointment of the list.</param>
public sealed record AttestBody(IReadOnlyList<AttestVerdict?>? Appointments);

/// <param name="Verdict"><c>holds</c>, <c>hasLeft</c>, <c>changedRole</c> or <c>other</c>; all but the first end it as of today.</param>
/// <param name="Reason">Needed for <c>other</c>, in up to 300 characters.</param>
public sealed record AttestVerdict(string? Appointment, string? Verdict, string? Reason = null);

/// <summary>A quarter's review of who holds what, for one body.</summary>
/// <param name="Quarter">For example <c>2027-Q1</c>.</param>
/// <param name="Body">One of the three seats, <c>scrutiny</c> or <c>others</c>.</param>
/// <param name="State"><c>open</c>, <c>answered</c>, or <c>missed</c>: the next quarter began without an answer.</param>
/// <param name="Due">UTC; 17:00 London time of the last day.</param>
/// <param name="Overdue">Whether the limit passed without an answer, or before it.</param>
/// <param name="Appointments">While it is open, those held today; then those that were answered for.</param>
/// <param name="MayAnswer">Whether the reader may answer it now.</param>
public sealed record AttestationAnswer(
    string Id,
    string Partnership,
    string Quarter,
    string Body,
    string State,
    DateTime Opened,
    DateTime Due,
    string Clock,
    bool Overdue,
    DateTime? Answered,
    string? AnsweredByName,
    int Confirmed,
    int Ended,
    IReadOnlyList<AttestedLine> Appointments,
    bool MayAnswer
);

/// <summary>One appointment of the list.</summary>
/// <param name="Verdict">Null while nothing was said.</param>
/// <param name="Approval">The proposal by which it ends, where a second person has to agree.</param>
public sealed record AttestedLine(
    string Appointment,
    PersonLine Person,
    string Role,
    string? Seat,
    string? Level,
    string? Agency,
    string? Group,
    DateOnly From,
    string? Verdict,
    string? Approval
);
