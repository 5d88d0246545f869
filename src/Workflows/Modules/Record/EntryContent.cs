using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>What one entry of the record says (docs/record.md §2).</summary>
internal sealed record EntryContent
{
    public required string PartnershipId { get; init; }

    /// <summary>Place in the partnership's record, from 1 without gaps. Sequence, not time, is the order.</summary>
    public required long Sequence { get; init; }

    /// <summary>UTC, whole milliseconds.</summary>
    public required DateTime At { get; init; }

    public required EntryActor Actor { get; init; }

    /// <summary>The act's stable name.</summary>
    public required string Act { get; init; }

    public required SubjectRef Subject { get; init; }

    /// <summary>The code of the rule that said no; null when the act was done.</summary>
    public string? RefusalCode { get; init; }

    public string? DefinitionVersion { get; init; }

    public string? CalendarVersion { get; init; }

    /// <summary>Salted SHA-256 of the payload in lower-case hexadecimal; null when the act has none.</summary>
    public string? Payload { get; init; }

    /// <summary>Hash of the entry before, in lower-case hexadecimal.</summary>
    public required string Previous { get; init; }

    public string Outcome => RefusalCode is null ? EntryOutcomes.Done : EntryOutcomes.Refused;
}

/// <summary>Who acted, and in what capacity where that matters.</summary>
internal sealed record EntryActor(
    string Person,
    bool IsService,
    string? Seat,
    string? Capacity,
    string? Instrument
);

/// <summary>How an act ended. Stable names; they stand in the record for ever.</summary>
internal static class EntryOutcomes
{
    public const string Done = "done";
    public const string Refused = "refused";
}

/// <summary>What kind of actor it was. Stable names.</summary>
internal static class ActorKinds
{
    public const string Person = "person";
    public const string Service = "service";
}
