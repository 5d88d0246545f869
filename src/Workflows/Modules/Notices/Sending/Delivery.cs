using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>
/// One message that leaves the product by one channel to one recipient, written in the act that gives reason to, so that neither
/// exists without the other. Any host claims it and sends it outside of every transaction. It holds no address and no text: the
/// one is looked up when it is sent, the other is made of the template.
/// </summary>
public sealed class Delivery : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>A notice's id, the day of a digest, or what an address is proved by: one message for each, recipient and channel.</summary>
    public required string Cause { get; init; }

    /// <summary>A person's id; for Teams the seat, role or agency whose channel it is (<see cref="Notices.Recipient.Audience"/>).</summary>
    public required string Recipient { get; init; }

    public required string Channel { get; init; }

    /// <summary>By name (<see cref="DeliveryTemplate"/>).</summary>
    public required string Template { get; init; }

    /// <summary>By when what it tells of is due; of a digest the first limit. UTC.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>Addressed by duty (<see cref="NoticeMessage.IsByDuty"/>); a digest counts these.</summary>
    public bool IsByDuty { get; init; }

    /// <summary>Of a digest: how many notices it tells of, and how many of them by duty.</summary>
    public int Notices { get; init; } = 1;

    public int NoticesByDuty { get; init; }

    public bool IsUrgent { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string State { get; set; }

    /// <summary>How often a host has taken it up; more than none says that it may have gone out already.</summary>
    public int Attempts { get; set; }

    /// <summary>At so many attempts it is given up; whoever tries it again by hand gives it more.</summary>
    public int AttemptsAllowed { get; set; } = SendingPlan.AttemptsAllowed;

    /// <summary>Not taken up before; while a host has it, the end of that host's lease.</summary>
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>Which attempt of which host has it now; null when none.</summary>
    public string? ClaimedBy { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>What came of the last attempt, by a stable code.</summary>
    public string? Result { get; set; }

    /// <summary>The digest that told it instead.</summary>
    public string? DigestId { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Delivery>
    {
        public void Configure(EntityTypeBuilder<Delivery> builder)
        {
            builder.ToTable("Delivery");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Cause).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Recipient).HasMaxLength(100);
            builder.Property(d => d.Channel).HasMaxLength(32);
            builder.Property(d => d.Template).HasMaxLength(64);
            builder.Property(d => d.State).HasMaxLength(32);
            builder.Property(d => d.ClaimedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Result).HasMaxLength(64);
            builder.Property(d => d.DigestId).HasMaxLength(Ids.MaxLength);
            builder
                .HasIndex(d => new
                {
                    d.Recipient,
                    d.PartnershipId,
                    d.Cause,
                    d.Channel,
                })
                .IsUnique();
            builder.HasIndex(d => new { d.State, d.NextAttemptAt });
            builder.HasIndex(d => new { d.PartnershipId, d.Id });
            builder.HasIndex(d => new
            {
                d.PartnershipId,
                d.State,
                d.Id,
            });
        }
    }
}

/// <summary>Stored names; never change.</summary>
public static class DeliveryStates
{
    /// <summary>To be sent, or under way.</summary>
    public const string Pending = "pending";

    /// <summary>Waits for the recipient's digest.</summary>
    public const string Held = "held";

    public const string Sent = "sent";

    /// <summary>Told by a digest instead.</summary>
    public const string Digested = "digested";

    /// <summary>Tried as often as it may be, or refused for good. Somebody has to look.</summary>
    public const string GaveUp = "gave-up";

    /// <summary>There was nowhere left to send it: the recipient has taken their address away meanwhile.</summary>
    public const string Dropped = "dropped";

    public static IReadOnlyList<string> All { get; } =
    [Pending, Held, Sent, Digested, GaveUp, Dropped];
}

/// <summary>Stored names; never change.</summary>
public static class DeliveryChannels
{
    public const string Email = "email";

    public const string Teams = "teams";

    public static IReadOnlyList<string> All { get; } = [Email, Teams];
}
