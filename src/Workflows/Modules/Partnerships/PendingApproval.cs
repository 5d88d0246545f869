using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>Something proposed by one person that takes effect only when a second one agrees.</summary>
public sealed class PendingApproval : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Which <see cref="IApprovalKind"/> applies it.</summary>
    public required string Kind { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string Title { get; init; }

    /// <summary>The person whom it is about, who may not be the second person; null where it is about nobody.</summary>
    public string? ConcernsPersonId { get; init; }

    /// <summary>What the kind needs to apply it, as JSON; null where the subject's own row holds it.</summary>
    public string? Proposal { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>The bodies that the proposer stood for when proposing (<see cref="Standing.Bodies"/>).</summary>
    public required List<string> ProposerBodies { get; init; }

    public required DateTime ProposedAt { get; init; }

    /// <summary>One of <see cref="ApprovalStates"/>.</summary>
    public required string State { get; set; }

    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PendingApproval>
    {
        public void Configure(EntityTypeBuilder<PendingApproval> builder)
        {
            builder.ToTable("PendingApproval");
            builder.HasKey(a => a.Id);
            builder.Property(a => a.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Kind).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Title).HasMaxLength(300);
            builder.Property(a => a.ConcernsPersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.State).HasMaxLength(32);
            builder.Property(a => a.DecidedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Reason).HasMaxLength(Limits.Text);
            builder.HasIndex(a => new { a.PartnershipId, a.State });
            builder.HasIndex(a => new { a.SubjectType, a.SubjectId });
        }
    }
}
