using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Consultation;

/// <summary>States of a consultation. Wire names; never change.</summary>
public static class ConsultationStates
{
    /// <summary>Asked for; the workflow has not come to it yet.</summary>
    public const string Requested = "requested";
    public const string Open = "open";

    /// <summary>Its limit passed, or somebody closed it early.</summary>
    public const string Closed = "closed";

    /// <summary>Ended before its time because the text was withdrawn or its workflow ended.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>
/// One version of a text, put before its audience for a number of working days. Version and hash are fixed when it opens; who was
/// asked is fixed then too. After it has closed its comments are still decided on, until the text is published or withdrawn.
/// </summary>
public sealed class ConsultationWindow : IVersioned
{
    public const int MostReason = 4_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>1, 2, 3 … for this subject.</summary>
    public required int Number { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required string SubjectTitle { get; set; }

    public required int SubjectVersion { get; set; }

    public required string Hash { get; set; }

    /// <summary>The group whose output the text is.</summary>
    public string? GroupId { get; init; }

    /// <summary>The audience as it was asked for (<see cref="Contracts.Audiences"/> and ids of agencies).</summary>
    public required List<string> Audience { get; set; }

    /// <summary>How long it shall be; null leaves it to the workflow until it opens.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>One of <see cref="ConsultationStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>Unique: a subject has one consultation that is asked for or open. Null once it is over.</summary>
    public string? OpenKey { get; set; }

    public required DateTime OpenedAt { get; set; }

    public required string OpenedBy { get; set; }

    public string? InstanceId { get; set; }

    public string? ClockId { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Who closed it before its limit.</summary>
    public string? ClosedBy { get; set; }

    public string? CloseReason { get; set; }

    /// <summary>When its text was published or withdrawn: nothing more is taken, and the audience no longer reads the draft.</summary>
    public DateTime? OverAt { get; set; }

    public int Version { get; set; }

    public List<ConsultedBody> Bodies { get; init; } = [];

    public bool IsOpen => State == ConsultationStates.Open;

    public SubjectRef Subject => new(SubjectType, SubjectId, Hash);

    public static string OpenKeyOf(string type, string id) => type + ":" + id;

    /// <summary>It begins with this text, by these bodies' right to be asked.</summary>
    public void Begin(
        ConsultationText text,
        IEnumerable<AudienceBody> bodies,
        int workingDays,
        DateTime now
    )
    {
        State = ConsultationStates.Open;
        SubjectTitle = text.Title;
        SubjectVersion = text.Version;
        Hash = text.Hash;
        WorkingDays = workingDays;
        OpenedAt = now;
        Bodies.AddRange(
            bodies.Select(body => new ConsultedBody
            {
                WindowId = Id,
                Body = body.Body,
                Name = body.Name,
                IsAsked = true,
            })
        );
    }

    public void Close(string? by, string? reason, DateTime now)
    {
        State = ConsultationStates.Closed;
        OpenKey = null;
        ClosedAt = now;
        ClosedBy = by;
        CloseReason = reason;
    }

    public void Cancel(DateTime now)
    {
        State = ConsultationStates.Cancelled;
        OpenKey = null;
        ClosedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ConsultationWindow>
    {
        public void Configure(EntityTypeBuilder<ConsultationWindow> builder)
        {
            builder.ToTable("Consultation");
            builder.HasKey(w => w.Id);
            builder.Property(w => w.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectTitle).HasMaxLength(300);
            builder.Property(w => w.Hash).HasMaxLength(64);
            builder.Property(w => w.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.State).HasMaxLength(32);
            builder.Property(w => w.OpenKey).HasMaxLength((2 * Ids.MaxLength) + 1);
            builder.Property(w => w.OpenedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.ClosedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.CloseReason).HasMaxLength(MostReason);
            builder.Ignore(w => w.IsOpen);
            builder.Ignore(w => w.Subject);
            builder.HasIndex(w => w.OpenKey).IsUnique();
            builder
                .HasIndex(w => new
                {
                    w.SubjectType,
                    w.SubjectId,
                    w.Number,
                })
                .IsUnique();
            builder.HasIndex(w => new { w.PartnershipId, w.State });
            builder
                .HasMany(w => w.Bodies)
                .WithOne()
                .HasForeignKey(body => body.WindowId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
