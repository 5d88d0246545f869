using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Calendars;

/// <summary>
/// A version of a calendar that was loaded into this installation, from 2 on; version 1 is the product's own
/// (<see cref="ProclaimedDays"/>). Written once, never changed.
/// </summary>
public sealed class CalendarVersion
{
    public required string CalendarId { get; init; }

    public required int Version { get; init; }

    /// <summary>The last day for which the lists of bank holidays are published; later days are provisional.</summary>
    public required DateOnly PublishedThrough { get; init; }

    public required string Reason { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The person who proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>The second person, whose agreement loaded it.</summary>
    public required string LoadedBy { get; init; }

    /// <summary>What it changes against the rules and the versions before it.</summary>
    public required List<CalendarChange> Changes { get; init; }

    public CalendarEdition AsEdition() => new(Version, PublishedThrough, Changes);

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarVersion>
    {
        public void Configure(EntityTypeBuilder<CalendarVersion> builder)
        {
            builder.ToTable("CalendarVersion");
            builder.HasKey(v => new { v.CalendarId, v.Version });
            builder.Property(v => v.CalendarId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.Version).ValueGeneratedNever();
            builder.Property(v => v.Reason).HasMaxLength(CalendarVersionRules.LongestReason);
            builder.Property(v => v.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.LoadedBy).HasMaxLength(Ids.MaxLength);
            builder.OwnsMany(
                v => v.Changes,
                changes =>
                {
                    changes.ToTable("CalendarChange");
                    changes
                        .WithOwner()
                        .HasForeignKey(nameof(CalendarId), nameof(CalendarVersion.Version));
                    changes.Property<string>(nameof(CalendarId)).HasMaxLength(Ids.MaxLength);
                    changes.HasKey(
                        nameof(CalendarId),
                        nameof(CalendarVersion.Version),
                        nameof(CalendarChange.Date)
                    );
                    changes.Property(c => c.Date).ValueGeneratedNever();
                    changes.Property(c => c.Name).HasMaxLength(CalendarVersionRules.LongestName);
                }
            );
        }
    }
}
