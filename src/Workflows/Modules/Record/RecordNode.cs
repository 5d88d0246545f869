using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Record;

/// <summary>A complete subtree of at least two entries; derived data, so that a proof needs no reading of entries.</summary>
internal sealed class RecordNode
{
    public required string PartnershipId { get; init; }

    /// <summary><see cref="MerklePlace.Position"/>.</summary>
    public required long Position { get; init; }

    public required byte[] Hash { get; init; }
}

internal sealed class RecordNodeMapping : IEntityTypeConfiguration<RecordNode>
{
    public void Configure(EntityTypeBuilder<RecordNode> builder)
    {
        builder.ToTable("RecordNode");
        builder.HasKey(row => new { row.PartnershipId, row.Position });
        builder.Property(row => row.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Position).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(RecordHash.Length);
    }
}
