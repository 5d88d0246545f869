using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>
/// How one person wants to be told outside the product, in all their partnerships, and where to. Without a confirmed address
/// nothing is sent to them; inside the product they are told in any case.
/// </summary>
public sealed class NoticePreference : IVersioned
{
    public required string PersonId { get; init; }

    /// <summary>Confirmed: whoever was signed in as this person reads what is sent there. Null when there is none.</summary>
    public string? Address { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Given and not confirmed yet. The confirmed one, if any, is used until it is.</summary>
    public string? ProposedAddress { get; set; }

    public DateTime? ProposedAt { get; set; }

    /// <summary>What proves the proposed address (<see cref="AddressKey"/>); gone once it is used.</summary>
    public string? ProposedKey { get; set; }

    /// <summary>Of what is addressed by duty: <c>each</c> or <c>daily</c>.</summary>
    public string ByDuty { get; set; } = NoticePaces.Each;

    /// <summary>Of the rest: <c>each</c>, <c>daily</c> or <c>off</c>.</summary>
    public string Rest { get; set; } = NoticePaces.Daily;

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NoticePreference>
    {
        public void Configure(EntityTypeBuilder<NoticePreference> builder)
        {
            builder.ToTable("NoticePreference");
            builder.HasKey(p => p.PersonId);
            builder.Property(p => p.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Address).HasMaxLength(EmailAddress.MaxLength);
            builder.Property(p => p.ProposedAddress).HasMaxLength(EmailAddress.MaxLength);
            builder.Property(p => p.ProposedKey).HasMaxLength(64);
            builder.Property(p => p.ByDuty).HasMaxLength(32);
            builder.Property(p => p.Rest).HasMaxLength(32);
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(p => p.PersonId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Stored and written on the wire; never change.</summary>
public static class NoticePaces
{
    /// <summary>A message for each notice.</summary>
    public const string Each = "each";

    /// <summary>One message for all of a day, on working days.</summary>
    public const string Daily = "daily";

    /// <summary>None.</summary>
    public const string Off = "off";
}

/// <summary>What becomes of one notice for one person. Pure.</summary>
public static class NoticePace
{
    /// <summary>The state in which its delivery begins; null when there is none. What is urgent waits for no digest.</summary>
    public static string? BeginsAs(NoticeMessage message, string byDuty, string rest) =>
        (
            message.IsUrgent ? NoticePaces.Each
            : message.IsByDuty ? byDuty
            : rest
        ) switch
        {
            NoticePaces.Each => DeliveryStates.Pending,
            NoticePaces.Daily => DeliveryStates.Held,
            // A stored value that this release does not know silences nothing that is addressed by duty.
            _ => message.IsByDuty ? DeliveryStates.Pending : null,
        };
}
