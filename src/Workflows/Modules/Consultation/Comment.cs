using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Consultation;

/// <summary>
/// What somebody said about one version, for a body. The text never changes once it is sent; its author may withdraw it until it
/// has been decided on. What was decided may change until sign-off opens, and each change stands in the record.
/// </summary>
public sealed class Comment : IVersioned
{
    public const int MostText = 10_000;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string WindowId { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>The version that it is about, and that version's hash.</summary>
    public required int SubjectVersion { get; init; }

    public required string Hash { get; init; }

    /// <summary>The body it speaks for (<see cref="BodyKeys"/>).</summary>
    public required string Body { get; init; }

    public required string BodyName { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>It came after the limit, or after an early closure.</summary>
    public required bool IsLate { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    /// <summary>One of <see cref="Contracts.CommentDecisions"/>.</summary>
    public string? Decision { get; set; }

    public string? Reason { get; set; }

    public DateTime? DisposedAt { get; set; }

    public string? DisposedBy { get; set; }

    public string? DisposedByName { get; set; }

    public int Version { get; set; }

    /// <summary>It stands and nobody has decided on it: sign-off waits for it.</summary>
    public bool NeedsDisposition
    {
        get => WithdrawnAt is null && Decision is null;
        private set => _ = value;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Comment>
    {
        public void Configure(EntityTypeBuilder<Comment> builder)
        {
            builder.ToTable("Comment");
            builder.HasKey(c => c.Id);
            builder.Property(c => c.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.WindowId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Hash).HasMaxLength(64);
            builder.Property(c => c.Body).HasMaxLength(BodyKeys.MaxLength);
            builder.Property(c => c.BodyName).HasMaxLength(200);
            builder.Property(c => c.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.PersonName).HasMaxLength(200);
            builder.Property(c => c.Text).HasMaxLength(MostText);
            builder.Property(c => c.Decision).HasMaxLength(32);
            builder.Property(c => c.Reason).HasMaxLength(ConsultationWindow.MostReason);
            builder.Property(c => c.DisposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.DisposedByName).HasMaxLength(200);
            builder
                .Property(c => c.NeedsDisposition)
                .UsePropertyAccessMode(PropertyAccessMode.Property);
            builder.HasIndex(c => new
            {
                c.SubjectType,
                c.SubjectId,
                c.Id,
            });
            builder.HasIndex(c => c.WindowId);
            builder
                .HasOne<ConsultationWindow>()
                .WithMany()
                .HasForeignKey(c => c.WindowId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A version of the subject was changed because of a comment.</summary>
public sealed class WorkedInComment
{
    public required string CommentId { get; init; }

    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    public required int SubjectVersion { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WorkedInComment>
    {
        public void Configure(EntityTypeBuilder<WorkedInComment> builder)
        {
            builder.ToTable("WorkedInComment");
            builder.HasKey(w => new { w.CommentId, w.SubjectVersion });
            builder.Property(w => w.CommentId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.SubjectVersion).ValueGeneratedNever();
            builder.HasIndex(w => new
            {
                w.SubjectType,
                w.SubjectId,
                w.SubjectVersion,
            });
            builder
                .HasOne<Comment>()
                .WithMany()
                .HasForeignKey(w => w.CommentId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
