using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>States of a written procedure. Wire names; never change.</summary>
public static class ProcedureStates
{
    /// <summary>Proposed; the workflow has not come to it yet.</summary>
    public const string Requested = "requested";
    public const string Open = "open";

    /// <summary>Every place has agreed in time.</summary>
    public const string Decided = "decided";

    /// <summary>A place disagreed, or the limit passed without every place's agreement. Nothing was decided.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>Taken back, or its workflow was ended.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>
/// A decision that a body is asked to take between its meetings (DOMAIN B7.8). Text, papers and whom the rule asks are fixed when
/// it is proposed; it is decided only when every one of those places agrees within the limit. Silence never agrees.
/// </summary>
public sealed class WrittenProcedure : IRoot
{
    public const int MostTitle = 200;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string BodyId { get; init; }

    public required string Title { get; init; }

    /// <summary>The decision as it would be taken.</summary>
    public required string Text { get; init; }

    public required int WorkingDays { get; init; }

    /// <summary>The body's rule in words, as it was when this was proposed.</summary>
    public required string Rule { get; init; }

    /// <summary>One of <see cref="ProcedureStates"/>.</summary>
    public required string State { get; set; }

    public required DateTime ProposedAt { get; init; }

    public required string ProposedBy { get; init; }

    public string? InstanceId { get; set; }

    public string? ClockId { get; set; }

    public DateTime? OverAt { get; set; }

    public string? OverReason { get; set; }

    public string? DecisionId { get; set; }

    public int Version { get; set; }

    public List<ProcedurePlace> Places { get; init; } = [];

    public bool IsOpen => State == ProcedureStates.Open;

    public bool IsOver =>
        State is ProcedureStates.Decided or ProcedureStates.Lapsed or ProcedureStates.Cancelled;

    public SubjectRef Subject => new(MeetingsWords.Procedure, Id);

    internal sealed class Mapping : IEntityTypeConfiguration<WrittenProcedure>
    {
        public void Configure(EntityTypeBuilder<WrittenProcedure> builder)
        {
            builder.ToTable("WrittenProcedure");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Title).HasMaxLength(MostTitle);
            builder.Property(p => p.Text).HasMaxLength(Decision.MostText);
            builder.Property(p => p.Rule).HasMaxLength(4_000);
            builder.Property(p => p.State).HasMaxLength(32);
            builder.Property(p => p.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.OverReason).HasMaxLength(2_000);
            builder.Property(p => p.DecisionId).HasMaxLength(Ids.MaxLength);
            builder.Ignore(p => p.IsOpen);
            builder.Ignore(p => p.IsOver);
            builder.Ignore(p => p.Subject);
            builder.HasIndex(p => new { p.PartnershipId, p.Id });
            builder.HasIndex(p => new { p.BodyId, p.State });
            builder
                .HasOne<MeetingBody>()
                .WithMany()
                .HasForeignKey(p => p.BodyId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasMany(p => p.Places)
                .WithOne()
                .HasForeignKey(place => place.ProcedureId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A place that a written procedure asks, and what it answered. It answers once.</summary>
public sealed class ProcedurePlace : IVersioned
{
    public required string ProcedureId { get; init; }

    /// <summary><see cref="PlaceKeys"/>.</summary>
    public required string Place { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string Name { get; init; }

    public string? AskId { get; set; }

    /// <summary>Null while it has not answered.</summary>
    public bool? Agrees { get; set; }

    public string? Reason { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public string? AnsweredByName { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProcedurePlace>
    {
        public void Configure(EntityTypeBuilder<ProcedurePlace> builder)
        {
            builder.ToTable("ProcedurePlace");
            builder.HasKey(p => new { p.ProcedureId, p.Place });
            builder.Property(p => p.ProcedureId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Place).HasMaxLength(PlaceKeys.MaxLength);
            builder.Property(p => p.Name).HasMaxLength(200);
            builder.Property(p => p.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Reason).HasMaxLength(Decision.MostReason);
            builder.Property(p => p.AnsweredBy).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.AnsweredByName).HasMaxLength(200);
        }
    }
}
