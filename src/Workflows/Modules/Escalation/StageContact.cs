using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Escalation;

/// <summary>A single point of contact of a body for a stage and those after it, or a deputy. A post, not a name.</summary>
public sealed class StageContact
{
    public const int MostPost = 120;
    public const int MostPhone = 40;
    public const int MostEmail = 254;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>An agency's id or a statutory seat.</summary>
    public required string Body { get; init; }

    public required int Stage { get; init; }

    public required string Post { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Who is told by name, while they act for the body.</summary>
    public string? PersonId { get; init; }

    public bool IsDeputy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<StageContact>
    {
        public void Configure(EntityTypeBuilder<StageContact> builder)
        {
            builder.ToTable("StageContact");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Body).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Post).HasMaxLength(MostPost);
            builder.Property(c => c.Phone).HasMaxLength(MostPhone);
            builder.Property(c => c.Email).HasMaxLength(MostEmail);
            builder.Property(c => c.PersonId).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(c => new { c.PartnershipId, c.Body });
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(c => c.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Whom to call when a child is at immediate risk, in one partnership.</summary>
public sealed class FrontDoor : IVersioned
{
    public const int MostText = 1_000;

    public required string PartnershipId { get; init; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? OutOfHours { get; set; }

    public string? Text { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FrontDoor>
    {
        public void Configure(EntityTypeBuilder<FrontDoor> builder)
        {
            builder.ToTable("FrontDoor");
            builder.HasKey(d => d.PartnershipId);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Name).HasMaxLength(LadderRules.MostName);
            builder.Property(d => d.Phone).HasMaxLength(StageContact.MostPhone);
            builder.Property(d => d.OutOfHours).HasMaxLength(StageContact.MostPhone);
            builder.Property(d => d.Text).HasMaxLength(MostText);
            builder
                .HasOne<Partnership>()
                .WithOne()
                .HasForeignKey<FrontDoor>(d => d.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
