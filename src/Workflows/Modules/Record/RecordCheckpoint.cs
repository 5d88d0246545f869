using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Record;

/// <summary>A signed checkpoint; one for each size at most. Where one stands, the nodes up to its size stand too.</summary>
internal sealed class RecordCheckpoint
{
    public required string PartnershipId { get; init; }

    public required long Size { get; init; }

    /// <summary>The whole text with its signature (<see cref="SignedCheckpoint"/>).</summary>
    public required string Text { get; init; }
}

internal sealed class RecordCheckpointMapping : IEntityTypeConfiguration<RecordCheckpoint>
{
    public void Configure(EntityTypeBuilder<RecordCheckpoint> builder)
    {
        builder.ToTable("RecordCheckpoint");
        builder.HasKey(row => new { row.PartnershipId, row.Size });
        builder.Property(row => row.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Size).ValueGeneratedNever();
    }
}
