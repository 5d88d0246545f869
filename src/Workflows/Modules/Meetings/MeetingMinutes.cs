using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>States of minutes. Wire names; never change.</summary>
public static class MinutesStates
{
    public const string Draft = "draft";

    /// <summary>A later meeting of the body has agreed them; they change no more.</summary>
    public const string Agreed = "agreed";

    /// <summary>A redacted text of the agreed minutes is public.</summary>
    public const string Published = "published";
}

/// <summary>
/// The minutes of a meeting: drafted, agreed by a later meeting of the same body, published redacted. The agreed text is kept as it
/// is beside the public one. Their id is the meeting's.
/// </summary>
public sealed class MeetingMinutes : IRoot
{
    public const int MostText = 100_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string BodyId { get; init; }

    /// <summary>One of <see cref="MinutesStates"/>.</summary>
    public required string State { get; set; }

    public required string Text { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the text.</summary>
    public required string Hash { get; set; }

    public required DateTime SavedAt { get; set; }

    public required string SavedBy { get; set; }

    /// <summary>The meeting that agreed them.</summary>
    public string? AgreedAtMeetingId { get; set; }

    public DateTime? AgreedAt { get; set; }

    public string? PublicText { get; set; }

    public string? PublicHash { get; set; }

    public DateTime? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MeetingMinutes>
    {
        public void Configure(EntityTypeBuilder<MeetingMinutes> builder)
        {
            builder.ToTable("MeetingMinutes");
            builder.HasKey(m => m.Id);
            builder.Property(m => m.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.State).HasMaxLength(32);
            builder.Property(m => m.Text).HasMaxLength(MostText);
            builder.Property(m => m.Hash).HasMaxLength(64);
            builder.Property(m => m.SavedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.AgreedAtMeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(m => m.PublicText).HasMaxLength(MostText);
            builder.Property(m => m.PublicHash).HasMaxLength(64);
            builder.Property(m => m.PublishedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(m => new
            {
                m.PartnershipId,
                m.State,
                m.Id,
            });
            builder
                .HasOne<Meeting>()
                .WithOne()
                .HasForeignKey<MeetingMinutes>(m => m.Id)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
