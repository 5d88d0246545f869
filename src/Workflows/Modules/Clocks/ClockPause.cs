using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Clocks;

/// <summary>A pause of a clock: by whom, for which listed reason, and until when at the latest. It is ended early or not at all.</summary>
public sealed class ClockPause
{
    public required string Id { get; init; }

    public required string ClockId { get; init; }

    public required DateTime From { get; init; }

    /// <summary>The beginning of the London date on which the clock runs again.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Wire name of the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in the words of that day.</summary>
    public required string Words { get; init; }

    public string? Note { get; init; }

    public required string By { get; init; }

    public DateTime? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    internal DateTime End => EndedAt ?? Until;

    internal StandStill StandStill => new(From, End, Words);

    /// <summary>The pauses of one clock, oldest first.</summary>
    internal static Task<List<ClockPause>> OfAsync(GovernanceDb db, string clockId) =>
        db.Set<ClockPause>()
            .Where(pause => pause.ClockId == clockId)
            .OrderBy(pause => pause.Id)
            .ToListAsync();

    /// <summary>The pauses of many clocks, by the clock's id.</summary>
    internal static async Task<ILookup<string, StandStill>> OfAllAsync(
        GovernanceDb db,
        IEnumerable<Clock> clocks
    )
    {
        string[] ids = [.. clocks.Select(clock => clock.Id)];
        return ByClock(
            await db.Set<ClockPause>().Where(pause => ids.Contains(pause.ClockId)).ToListAsync()
        );
    }

    /// <summary>The pauses of every running clock of a calendar, by the clock's id.</summary>
    internal static async Task<ILookup<string, StandStill>> OfRunningAsync(
        GovernanceDb db,
        string calendarId
    ) =>
        ByClock(
            await (
                from pause in db.Set<ClockPause>().AsNoTracking()
                join clock in db.Set<Clock>() on pause.ClockId equals clock.Id
                where clock.State == ClockStates.Running && clock.CalendarId == calendarId
                select pause
            ).ToListAsync()
        );

    private static ILookup<string, StandStill> ByClock(IEnumerable<ClockPause> pauses) =>
        pauses.ToLookup(pause => pause.ClockId, pause => pause.StandStill, StringComparer.Ordinal);

    internal sealed class Mapping : IEntityTypeConfiguration<ClockPause>
    {
        public void Configure(EntityTypeBuilder<ClockPause> builder)
        {
            builder.ToTable("ClockPause");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Reason).HasMaxLength(64);
            builder.Property(p => p.Words).HasMaxLength(PauseRules.LongestWords);
            builder.Property(p => p.Note).HasMaxLength(PauseRules.LongestNote);
            builder.Property(p => p.By).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.EndedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(p => new { p.ClockId, p.Id });
            builder
                .HasOne<Clock>()
                .WithMany()
                .HasForeignKey(p => p.ClockId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
