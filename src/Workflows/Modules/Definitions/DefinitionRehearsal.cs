using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Definitions;

/// <summary>
/// What came of playing cases through the published version and a draft. It is about exactly these texts; a text that has changed
/// since has another hash, and is to be rehearsed anew.
/// </summary>
public sealed class DefinitionRehearsal
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string DefinitionId { get; init; }

    /// <summary>The number of the version that was rehearsed.</summary>
    public required int Version { get; init; }

    /// <summary>Of its text.</summary>
    public required string Hash { get; init; }

    /// <summary>The version that it was compared with; null where none was published.</summary>
    public int? Against { get; init; }

    public string? AgainstHash { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>The result, as JSON: counts and sentences, without anybody's name or text.</summary>
    public required string Result { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DefinitionRehearsal>
    {
        public void Configure(EntityTypeBuilder<DefinitionRehearsal> builder)
        {
            builder.ToTable("DefinitionRehearsal");
            builder.HasKey(one => one.Id);
            builder.Property(one => one.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(one => one.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(one => one.DefinitionId).HasMaxLength(Ids.MaxLength);
            builder.Property(one => one.Hash).HasMaxLength(64);
            builder.Property(one => one.AgainstHash).HasMaxLength(64);
            builder.Property(one => one.By).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(one => new
            {
                one.PartnershipId,
                one.DefinitionId,
                one.Id,
            });
        }
    }
}
