using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Record;

/// <summary>
/// One entry, never changed and never deleted. <see cref="Canonical"/> is what counts; the other columns repeat it for queries
/// and are compared with it when the record is verified.
/// </summary>
internal sealed class RecordEntry
{
    public required string PartnershipId { get; init; }

    public required long Sequence { get; init; }

    public required DateTime At { get; init; }

    public required string Person { get; init; }

    public required string Act { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The text exactly as hashed (<see cref="EntryCanonicalForm"/>).</summary>
    public required string Canonical { get; init; }

    /// <summary>Leaf hash of <see cref="Canonical"/>: 32 bytes.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The row of an entry.</summary>
    public static RecordEntry Of(EntryContent entry)
    {
        byte[] canonical = EntryCanonicalForm.Write(entry);
        return new RecordEntry
        {
            PartnershipId = entry.PartnershipId,
            Sequence = entry.Sequence,
            At = entry.At,
            Person = entry.Actor.Person,
            Act = entry.Act,
            SubjectType = entry.Subject.Type,
            SubjectId = entry.Subject.Id,
            Outcome = entry.Outcome,
            Canonical = System.Text.Encoding.UTF8.GetString(canonical),
            Hash = RecordHash.OfEntry(canonical),
        };
    }

    /// <summary>The first column that does not repeat what the entry says, or null.</summary>
    public string? ColumnThatDiffers(EntryContent entry) =>
        At != entry.At ? nameof(At)
        : Person != entry.Actor.Person ? nameof(Person)
        : Act != entry.Act ? nameof(Act)
        : SubjectType != entry.Subject.Type ? nameof(SubjectType)
        : SubjectId != entry.Subject.Id ? nameof(SubjectId)
        : Outcome != entry.Outcome ? nameof(Outcome)
        : null;
}

internal sealed class RecordEntryMapping : IEntityTypeConfiguration<RecordEntry>
{
    public void Configure(EntityTypeBuilder<RecordEntry> builder)
    {
        builder.ToTable("RecordEntry");
        builder.HasKey(row => new { row.PartnershipId, row.Sequence });
        builder.Property(row => row.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Person).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Act).HasMaxLength(100);
        builder.Property(row => row.SubjectType).HasMaxLength(100);
        builder.Property(row => row.SubjectId).HasMaxLength(200);
        builder.Property(row => row.Outcome).HasMaxLength(20);
        builder.Property(row => row.Hash).HasMaxLength(RecordHash.Length);
        builder.HasIndex(row => new
        {
            row.PartnershipId,
            row.SubjectType,
            row.SubjectId,
        });

        // What was refused is little, and is looked for among all the rest.
        builder
            .HasIndex(row => new { row.PartnershipId, row.Sequence })
            .HasDatabaseName("IX_RecordEntry_Refused")
            .HasFilter($"\"Outcome\" = '{EntryOutcomes.Refused}'");
    }
}
