namespace Governance.Contracts.Retention;

/// <summary>
/// What is left of a subject that was disposed of. Its exact text is hashed, and the hash stands in the record's entry
/// <c>subject.disposed</c>, so that it can be checked offline against an export of the record.
/// </summary>
/// <param name="Format">Names this form and its version.</param>
public sealed record DisposalCertificate(
    string Format,
    string Partnership,
    CertifiedSubject Subject,
    CertifiedRule Rule,
    CertifiedAgreement Agreement,
    DateTime DisposedAt,
    IReadOnlyList<DestroyedRows> Destroyed,
    IReadOnlyList<string> DestroyedContents,
    CertifiedRecord Record,
    string HowToCheck
)
{
    public const string KnownFormat = "disposal-certificate/1";
}

/// <param name="Label">A kind and a number, none of its own words.</param>
public sealed record CertifiedSubject(string Type, string Id, string Label, DateOnly EndedOn);

public sealed record CertifiedRule(string Class, int Version, string Rule, DateOnly DueOn);

/// <summary>Who proposed and agreed, by the ids under which the record knows them.</summary>
public sealed record CertifiedAgreement(
    string Disposal,
    string Reason,
    string ProposedBy,
    DateTime ProposedAt,
    string ApprovedBy,
    string ApprovedSeat,
    DateTime ApprovedAt,
    string? ScrutinyBy,
    DateTime? ScrutinyAt,
    DateTime ObjectionsUntil
);

/// <param name="Sha256">Of the destroyed rows as JSON, one a line, in the order of their keys.</param>
public sealed record DestroyedRows(string Table, int Rows, string Sha256);

/// <param name="Entries">Sequence numbers of the entries about it, which stay with their hashes.</param>
/// <param name="ErasedPayloads">Sequence numbers of the entries whose texts and salts were erased.</param>
public sealed record CertifiedRecord(
    IReadOnlyList<long> Entries,
    IReadOnlyList<long> ErasedPayloads
);
