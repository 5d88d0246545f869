using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Governance.Modules.Clocks;

/// <summary>The states of a stored clock. Wire names; never change.</summary>
public static class ClockStates
{
    public const string Running = "running";

    /// <summary>What was asked for was done in time.</summary>
    public const string Met = "met";

    /// <summary>The limit passed without it. Nothing re-opens an expired clock.</summary>
    public const string Expired = "expired";

    /// <summary>It no longer matters, for the reason given.</summary>
    public const string Stopped = "stopped";
}

/// <summary>
/// A running limit on somebody's act. The limit and the moment of receipt are what it is made of; the rest follows from them and a
/// version of its calendar, and can be shown day by day (<see cref="RunningClocks.GetReceiptAsync"/>).
/// </summary>
public sealed class Clock : IRoot
{
    public const int LongestTitle = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>Stable name of what must be done, for example <c>signOff</c> or <c>acknowledge</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The same for people, without any personal matter; it stands in notices.</summary>
    public required string Title { get; init; }

    /// <summary>The seat that must act; null where it is nobody's seat.</summary>
    public string? Seat { get; init; }

    public required int Amount { get; init; }

    public required ClockUnit Unit { get; init; }

    /// <summary>A second limit of which the earlier applies ("whichever is less"), or null.</summary>
    public int? OrAmount { get; init; }

    public ClockUnit? OrUnit { get; init; }

    /// <summary>The moment of receipt; for a stage that an expired clock brought about, that clock's due moment.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Whether an expired clock brought it about (<see cref="ClockCalculation.EscalatedStage"/>).</summary>
    public required bool Escalated { get; init; }

    public required DateOnly DayOfReceipt { get; set; }

    /// <summary>The last second that is in time.</summary>
    public required DateTime DueAt { get; set; }

    public required bool Provisional { get; set; }

    public required string CalendarId { get; init; }

    /// <summary>The version that <see cref="DueAt"/> was counted with.</summary>
    public required int CalendarVersion { get; set; }

    /// <summary>
    /// The newest version that was considered. It runs ahead of <see cref="CalendarVersion"/> where a version could not be
    /// applied; a running clock that lags behind its calendar waits to be counted again.
    /// </summary>
    public required int ConsideredVersion { get; set; }

    public required string State { get; set; }

    public required List<ClockReminder> Reminders { get; init; }

    /// <summary>When it stopped running, in whatever way.</summary>
    public DateTime? StoppedAt { get; set; }

    public string? WhyStopped { get; set; }

    /// <summary>A new calendar version would have made it late in retrospect; somebody must look at it.</summary>
    public bool FlaggedForHuman { get; set; }

    public int Version { get; set; }

    public bool IsRunning => State == ClockStates.Running;

    public ClockLimit Limit => new(Amount, Unit);

    public ClockLimit? OrLimit => OrAmount is { } amount ? new(amount, OrUnit!.Value) : null;

    internal sealed class Mapping : IEntityTypeConfiguration<Clock>
    {
        public void Configure(EntityTypeBuilder<Clock> builder)
        {
            builder.ToTable("Clock");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Purpose).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Title).HasMaxLength(LongestTitle);
            builder.Property(c => c.Seat).HasMaxLength(32);
            builder.Property(c => c.Unit).HasMaxLength(16).HasConversion<StoredUnit>();
            builder.Property(c => c.OrUnit).HasMaxLength(16).HasConversion<StoredUnit>();
            builder.Property(c => c.CalendarId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.State).HasMaxLength(16);
            builder.Property(c => c.WhyStopped).HasMaxLength(500);
            builder.HasIndex(c => new { c.SubjectType, c.SubjectId });
            builder.HasIndex(c => new
            {
                c.State,
                c.CalendarId,
                c.ConsideredVersion,
                c.PartnershipId,
            });
            builder.OwnsMany(
                c => c.Reminders,
                reminders =>
                {
                    reminders.ToTable("ClockReminder");
                    reminders.WithOwner().HasForeignKey("ClockId");
                    reminders.Property<string>("ClockId").HasMaxLength(Ids.MaxLength);
                    reminders.HasKey("ClockId", nameof(ClockReminder.WorkingDays));
                    reminders.Property(r => r.WorkingDays).ValueGeneratedNever();
                }
            );
        }

        /// <summary>Units by their wire names.</summary>
        private sealed class StoredUnit()
            : ValueConverter<ClockUnit, string>(
                unit => unit == ClockUnit.Hours ? "hours" : "workingDays",
                name => name == "hours" ? ClockUnit.Hours : ClockUnit.WorkingDays
            );
    }
}

/// <summary>A reminder of a clock: so many working days before it is due, and the moment that this makes.</summary>
public sealed class ClockReminder
{
    public required int WorkingDays { get; init; }

    public required DateTime At { get; set; }
}
