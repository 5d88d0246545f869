using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Library;

/// <summary>States of a dissemination. Wire names; never change.</summary>
public static class DisseminationStates
{
    public const string Open = "open";

    /// <summary>Every agency that was asked has confirmed.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>A later version was published before all had.</summary>
    public const string Superseded = "superseded";

    /// <summary>The policy was withdrawn before all had.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The workflow that asked was ended before all had.</summary>
    public const string Ended = "ended";

    /// <summary>What is told of a version about which nobody was asked; not stored.</summary>
    public const string None = "none";
}

/// <summary>
/// One published version, brought to the relevant agencies: each is asked to confirm its cascade (DOMAIN B8.2). What was reached
/// stays when a later version is published.
/// </summary>
public sealed class Dissemination : IVersioned
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>The published version.</summary>
    public required int Number { get; init; }

    public required string Hash { get; init; }

    public required string Title { get; init; }

    public required DateTime ToldAt { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>The agencies' common limit; null when there was none to ask.</summary>
    public string? ClockId { get; set; }

    /// <summary>One of <see cref="DisseminationStates"/>.</summary>
    public required string State { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>When the business unit last told everybody outstanding once more.</summary>
    public DateTime? ChasedAt { get; set; }

    public int Version { get; set; }

    /// <summary>The agencies named in the arrangements on the day of publication.</summary>
    public List<AgencyCascade> Agencies { get; init; } = [];

    public bool IsOpen => State == DisseminationStates.Open;

    public IEnumerable<AgencyCascade> Outstanding =>
        Agencies.Where(agency => agency.ConfirmedAt is null);

    public SubjectRef Subject => new(PoliciesWords.Policy, PolicyId, Hash);

    public void End(string state, DateTime now)
    {
        State = state;
        EndedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Dissemination>
    {
        public void Configure(EntityTypeBuilder<Dissemination> builder)
        {
            builder.ToTable("Dissemination");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Hash).HasMaxLength(64);
            builder.Property(d => d.Title).HasMaxLength(300);
            builder.Property(d => d.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.State).HasMaxLength(32);
            builder.Ignore(d => d.IsOpen);
            builder.Ignore(d => d.Outstanding);
            builder.Ignore(d => d.Subject);
            builder.HasIndex(d => new { d.PolicyId, d.Number }).IsUnique();
            builder.HasIndex(d => new { d.PartnershipId, d.State });
            builder
                .HasOne<Policy>()
                .WithMany()
                .HasForeignKey(d => d.PolicyId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(d => d.Agencies)
                .WithOne()
                .HasForeignKey(agency => agency.DisseminationId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
