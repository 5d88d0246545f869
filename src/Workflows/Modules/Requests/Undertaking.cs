using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Requests;

/// <summary>
/// Something that the partnership undertakes by a workflow of its own, such as an audit of several agencies. How far it has come is
/// its instance's to say.
/// </summary>
public sealed class Undertaking : IRoot
{
    public const int MostTitle = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Title { get; init; }

    public required string DefinitionId { get; init; }

    public required DateTime StartedAt { get; init; }

    public required string StartedBy { get; init; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Undertaking>
    {
        public void Configure(EntityTypeBuilder<Undertaking> builder)
        {
            builder.ToTable("Undertaking");
            builder.HasKey(each => each.Id);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Title).HasMaxLength(MostTitle);
            builder.Property(each => each.DefinitionId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.StartedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(each => each.PartnershipId);
        }
    }
}
