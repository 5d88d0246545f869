using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>
/// A safeguarding children partnership, and the root row of everything about its people: appointments, delegations and interests
/// change under its lock, one at a time. Its id is a readable slug.
/// </summary>
public sealed class Partnership : IRoot
{
    /// <summary>
    /// The reserved partnership of the installation itself: calendars and matters of the administrator stand in its record.
    /// </summary>
    public const string Installation = "installation";

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required DateTime EstablishedAt { get; init; }

    /// <summary>The London date of its establishment; a seat that nobody ever held is vacant since then.</summary>
    public required DateOnly EstablishedOn { get; init; }

    public int Version { get; set; }

    public string PartnershipId => Id;

    public bool IsInstallation => Id == Installation;

    internal sealed class Mapping : IEntityTypeConfiguration<Partnership>
    {
        public void Configure(EntityTypeBuilder<Partnership> builder)
        {
            builder.ToTable("Partnership");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Name).HasMaxLength(200);
            builder.Ignore(p => p.PartnershipId);
            builder.Ignore(p => p.IsInstallation);
        }
    }
}
