using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Record;

/// <summary>
/// What an entry commits to, apart from it so that it can be erased (DOMAIN B8.6): without the row the commitment tells nobody
/// anything, and the chain still verifies.
/// </summary>
internal sealed class RecordPayload
{
    public required string PartnershipId { get; init; }

    public required long Sequence { get; init; }

    /// <summary>32 random bytes, different for every entry.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>The text exactly as hashed, in UTF-8, after the salt.</summary>
    public required string Json { get; init; }
}

internal sealed class RecordPayloadMapping : IEntityTypeConfiguration<RecordPayload>
{
    public void Configure(EntityTypeBuilder<RecordPayload> builder)
    {
        builder.ToTable("RecordPayload");
        builder.HasKey(row => new { row.PartnershipId, row.Sequence });
        builder.Property(row => row.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Salt).HasMaxLength(RecordHash.Length);
    }
}
