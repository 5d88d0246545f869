using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>
/// A notice that still has to leave the product, written in the act that brought it about, so that neither exists without the
/// other. A sender claims it later; the address is looked up then, since an e-mail is only a label.
/// </summary>
public sealed class OutboxMessage : IVersioned
{
    /// <summary>The notice's id: one message for each.</summary>
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public required string Kind { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>pending, sent or failed (<see cref="OutboxStates"/>).</summary>
    public required string State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not tried before this moment.</summary>
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>Which host tries it, and until when the claim holds.</summary>
    public string? ClaimedBy { get; set; }

    public DateTime? ClaimedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("OutboxMessage");
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.Kind).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.State).HasMaxLength(32);
            builder.Property(m => m.ClaimedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(m => new { m.State, m.NextAttemptAt });
            builder
                .HasOne<Notice>()
                .WithOne()
                .HasForeignKey<OutboxMessage>(m => m.Id)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class OutboxStates
{
    public const string Pending = "pending";
    public const string Sent = "sent";
    public const string Failed = "failed";
}
