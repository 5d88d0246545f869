namespace Governance.Contracts.Retention;

/// <param name="Person">The person's reference, or the exact e-mail address that one person alone has.</param>
/// <param name="Reason">Who asked and on what ground; no name.</param>
public sealed record ProposeErasureBody(string? Person, string? Reason);

public sealed record ErasureProposed(string Id, string Approval);

/// <param name="State"><c>proposed</c>, <c>declined</c>, <c>approved</c>, <c>stopped</c> or <c>done</c>.</param>
/// <param name="Person">The person's reference, which stays.</param>
/// <param name="Payloads">Texts of records that were erased.</param>
/// <param name="Changed">What was destroyed or made nameless, by table.</param>
/// <param name="Kept">What names the person still, by table: fixed texts, which are hashed and signed.</param>
public sealed record ErasureAnswer(
    string Id,
    string Person,
    string State,
    string Reason,
    PersonLine ProposedBy,
    DateTime ProposedAt,
    PersonLine? ApprovedBy,
    DateTime? ApprovedAt,
    string? StoppedBy,
    DateTime? DoneAt,
    string? Pseudonym,
    int Payloads,
    IReadOnlyList<ErasedColumn> Changed,
    IReadOnlyList<ErasedColumn> Kept
);

public sealed record ErasedColumn(string Table, string Column, int Rows);
