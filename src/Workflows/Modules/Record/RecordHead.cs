using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Record;

/// <summary>
/// The end of a partnership's record: the counter (which, unlike a database sequence, leaves no gaps) and the last hash. Its
/// lock is the last that an act takes.
/// </summary>
internal sealed class RecordHead : IVersioned
{
    public required string PartnershipId { get; init; }

    /// <summary>Sequence number of the last entry; 0 before the first.</summary>
    public required long Sequence { get; set; }

    public required byte[] Hash { get; set; }

    public int Version { get; set; }
}

internal sealed class RecordHeadMapping : IEntityTypeConfiguration<RecordHead>
{
    public void Configure(EntityTypeBuilder<RecordHead> builder)
    {
        builder.ToTable("RecordHead");
        builder.HasKey(row => row.PartnershipId);
        builder.Property(row => row.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Hash).HasMaxLength(RecordHash.Length);
    }
}
