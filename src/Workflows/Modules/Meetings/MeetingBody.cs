using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>
/// A body that meets and decides: a place in the partnership's tree, with its terms of reference. The body of a task and finish
/// group has the group's id.
/// </summary>
public sealed class MeetingBody : IRoot
{
    public const int MostName = 200;
    public const int MostPurpose = 2_000;
    public const int MostTerms = 20_000;
    public const int MostFrequency = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>The body above; null for the partnership itself.</summary>
    public string? ParentId { get; set; }

    public required string Name { get; set; }

    public required string Purpose { get; set; }

    /// <summary>One of <see cref="BodyKinds"/>.</summary>
    public required string Kind { get; init; }

    public string? TermsOfReference { get; set; }

    /// <summary>How often it meets, in its own words.</summary>
    public string? Frequency { get; set; }

    /// <summary>When its terms of reference are to be looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Unique where there is one in each partnership; null for others.</summary>
    public string? OnlyKey { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DissolvedAt { get; set; }

    public string? DissolvedReason { get; set; }

    public int Version { get; set; }

    /// <summary>When it can decide.</summary>
    public required QuorumRule Quorum
    {
        get => new(QuorumKind, QuorumSeats, QuorumAtLeast, QuorumPlaces, QuorumDiscretion);
        set
        {
            QuorumKind = value.Kind;
            QuorumSeats = value.Seats is null ? null : [.. value.Seats];
            QuorumAtLeast = value.AtLeast;
            QuorumPlaces = value.Places is null ? null : [.. value.Places];
            QuorumDiscretion = value.AllowsDiscretion;
        }
    }

    public bool IsDissolved => DissolvedAt is not null;

    /// <summary>Installed with the partnership: it is neither moved nor dissolved.</summary>
    public bool IsInstalled => OnlyKey is not null;

    public SubjectRef Subject => new(MeetingsWords.Body, Id);

    private string QuorumKind { get; set; } = QuorumKinds.NamedSeats;

    private List<string>? QuorumSeats { get; set; }

    private int? QuorumAtLeast { get; set; }

    private List<string>? QuorumPlaces { get; set; }

    private bool QuorumDiscretion { get; set; }

    public static string OnlyKeyOf(string kind, string partnershipId) => kind + ":" + partnershipId;

    internal sealed class Mapping : IEntityTypeConfiguration<MeetingBody>
    {
        public void Configure(EntityTypeBuilder<MeetingBody> builder)
        {
            builder.ToTable("MeetingBody");
            builder.HasKey(b => b.Id);
            builder.Property(b => b.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(b => b.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(b => b.ParentId).HasMaxLength(Ids.MaxLength);
            builder.Property(b => b.Name).HasMaxLength(MostName);
            builder.Property(b => b.Purpose).HasMaxLength(MostPurpose);
            builder.Property(b => b.Kind).HasMaxLength(32);
            builder.Property(b => b.TermsOfReference).HasMaxLength(MostTerms);
            builder.Property(b => b.Frequency).HasMaxLength(MostFrequency);
            builder.Property(b => b.OnlyKey).HasMaxLength(Ids.MaxLength + 32);
            builder.Property(b => b.DissolvedReason).HasMaxLength(2_000);
            builder.Property(b => b.QuorumKind).HasMaxLength(32);
            builder.Property(b => b.QuorumSeats);
            builder.Property(b => b.QuorumAtLeast);
            builder.Property(b => b.QuorumPlaces);
            builder.Property(b => b.QuorumDiscretion);
            builder.Ignore(b => b.Quorum);
            builder.Ignore(b => b.IsDissolved);
            builder.Ignore(b => b.IsInstalled);
            builder.Ignore(b => b.Subject);
            builder.HasIndex(b => b.OnlyKey).IsUnique();
            builder.HasIndex(b => new { b.PartnershipId, b.Id });
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(b => b.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<MeetingBody>()
                .WithMany()
                .HasForeignKey(b => b.ParentId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
