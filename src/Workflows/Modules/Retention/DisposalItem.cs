using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Retention;

/// <summary>Stored names; never change.</summary>
public static class DisposalItemStates
{
    public const string Waiting = "waiting";

    /// <summary>
    /// Stands for the length of the act that destroys it, never after: the database lets rows of a challenge go in it and at no other
    /// time.
    /// </summary>
    public const string Underway = "underway";
    public const string Disposed = "disposed";

    /// <summary>Something stood against it when its time came; see <see cref="DisposalItem.WhyNot"/>.</summary>
    public const string Kept = "kept";
}

/// <summary>One subject on the list of a <see cref="Disposal"/>, and afterwards what is left of it: its certificate.</summary>
public sealed class DisposalItem : IVersioned
{
    public required string Id { get; init; }

    public required string DisposalId { get; init; }

    public required string PartnershipId { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>What it is called afterwards: a kind and a number, none of its own words.</summary>
    public required string Label { get; init; }

    public required string ClassKey { get; init; }

    public required int ClassVersion { get; init; }

    /// <summary>The rule in words, as it was applied.</summary>
    public required string Rule { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>One of <see cref="DisposalItemStates"/>.</summary>
    public required string State { get; set; }

    public string? WhyNot { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The certificate's exact text, and its SHA-256 as the record's entry names it.</summary>
    public string? Certificate { get; set; }

    public string? CertificateHash { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DisposalItem>
    {
        public void Configure(EntityTypeBuilder<DisposalItem> builder)
        {
            builder.ToTable("DisposalItem");
            builder.HasKey(each => each.Id);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.DisposalId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.SubjectType).HasMaxLength(64);
            builder.Property(each => each.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.Label).HasMaxLength(100);
            builder.Property(each => each.ClassKey).HasMaxLength(64);
            builder.Property(each => each.Rule).HasMaxLength(500);
            builder.Property(each => each.State).HasMaxLength(16);
            builder.Property(each => each.WhyNot).HasMaxLength(300);
            builder.Property(each => each.CertificateHash).HasMaxLength(64);
            builder
                .HasOne<Disposal>()
                .WithMany()
                .HasForeignKey(each => each.DisposalId)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(each => new { each.SubjectType, each.SubjectId });
            builder.HasIndex(each => new { each.PartnershipId, each.State });
        }
    }
}
