using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>What an entry of the attendance log says. Wire names; never change.</summary>
public static class AttendanceStates
{
    public const string Present = "present";
    public const string Apologies = "apologies";
    public const string Left = "left";

    public static IReadOnlyList<string> All { get; } = [Present, Apologies, Left];
}

/// <summary>
/// An entry of a meeting's attendance log: from this moment on somebody is present, away with apologies, or has left. The last
/// entry about a person counts; none is changed.
/// </summary>
public sealed class AttendanceEntry
{
    public required string MeetingId { get; init; }

    /// <summary>1, 2, 3 … in the meeting.</summary>
    public required int Number { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>The place that the person sits for (<see cref="PlaceKeys"/>); null for somebody who only attends.</summary>
    public string? Place { get; init; }

    public string? PlaceName { get; init; }

    /// <summary>The member for whom a named deputy sits.</summary>
    public string? DeputyForId { get; init; }

    public string? DeputyForName { get; init; }

    /// <summary>One of <see cref="AttendanceStates"/>.</summary>
    public required string State { get; init; }

    public required DateTime At { get; init; }

    public required DateTime NotedAt { get; init; }

    public required string NotedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AttendanceEntry>
    {
        public void Configure(EntityTypeBuilder<AttendanceEntry> builder)
        {
            builder.ToTable("AttendanceEntry");
            builder.HasKey(e => new { e.MeetingId, e.Number });
            builder.Property(e => e.MeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.Number).ValueGeneratedNever();
            builder.Property(e => e.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.PersonName).HasMaxLength(200);
            builder.Property(e => e.Place).HasMaxLength(PlaceKeys.MaxLength);
            builder.Property(e => e.PlaceName).HasMaxLength(200);
            builder.Property(e => e.DeputyForId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.DeputyForName).HasMaxLength(200);
            builder.Property(e => e.State).HasMaxLength(32);
            builder.Property(e => e.NotedBy).HasMaxLength(Ids.MaxLength);
        }
    }
}
