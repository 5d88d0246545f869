namespace Governance.Contracts;

/// <summary>
/// Proves offline that the three statutory seats signed exactly this text and that it was published (docs/record.md §9). Moments
/// are texts exactly as they stand in the record's entries.
/// </summary>
public sealed record SignOffCertificate
{
    public const string KnownFormat = "governance-sign-off-certificate/1";

    /// <summary>governance-sign-off-certificate/1.</summary>
    public required string Format { get; init; }

    /// <summary>The partnership's id, by which its record goes.</summary>
    public required string Partnership { get; init; }

    public required string PartnershipName { get; init; }

    /// <summary>The policy's id.</summary>
    public required string Policy { get; init; }

    public required string Slug { get; init; }

    public required int Version { get; init; }

    public required CertificateText Text { get; init; }

    /// <summary>One for each statutory seat.</summary>
    public required IReadOnlyList<CertificateSignature> Signatures { get; init; }

    public required CertificatePublication Publication { get; init; }

    /// <summary>The record's entries of the signatures and of the publication, by sequence.</summary>
    public required IReadOnlyList<CertificateEntry> Entries { get; init; }

    /// <summary>The newest signed checkpoint, whole; null when none has been signed yet.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The key that signs checkpoints, as PEM; compare it with one got another way.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Checkpoints follow in the background: true while the newest does not cover every entry here.</summary>
    public required bool ProofPending { get; init; }
}

/// <summary>What was hashed and signed, in its normal form.</summary>
/// <param name="Attachments">Their hashes count; names, types and sizes help to find the files.</param>
/// <param name="Hash">SHA-256 of the canonical form.</param>
public sealed record CertificateText(
    string Class,
    string Title,
    string Body,
    int ReviewMonths,
    IReadOnlyList<AttachmentAnswer> Attachments,
    string Hash
);

/// <summary>A seat's signature.</summary>
/// <param name="Person">The signer's opaque id, as in the entry.</param>
/// <param name="PersonName">The name then; said by the partnership, the entry holds the id alone.</param>
/// <param name="Instrument">Id of the delegation instrument whose authority was used.</param>
/// <param name="Wording">The words agreed to; said by the partnership as well.</param>
/// <param name="Entry">Sequence of its entry in the record.</param>
public sealed record CertificateSignature(
    string Seat,
    string Person,
    string PersonName,
    string Capacity,
    string? Instrument,
    string? AccountableLeadName,
    string Wording,
    string Time,
    long Entry
);

/// <summary>The publication, which took place in the act of the last signature or after it.</summary>
public sealed record CertificatePublication(string Time, long Entry);

/// <summary>An entry of the record with its way up to the checkpoint's root.</summary>
/// <param name="Canonical">The text that is hashed, byte for byte.</param>
/// <param name="Hash">Its hash, in hexadecimal.</param>
/// <param name="Path">Inclusion proof (RFC 6962 §2.1.1), in hexadecimal; null while no checkpoint covers it.</param>
public sealed record CertificateEntry(
    long Sequence,
    string Canonical,
    string Hash,
    IReadOnlyList<string>? Path
);
