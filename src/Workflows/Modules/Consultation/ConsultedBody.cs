using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Consultation;

/// <summary>
/// A body in one consultation: asked, or commenting by right. It has answered while one of its comments stands, or since it said
/// that it has none.
/// </summary>
public sealed class ConsultedBody : IVersioned
{
    public required string WindowId { get; init; }

    /// <summary><see cref="BodyKeys"/>.</summary>
    public required string Body { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string Name { get; init; }

    /// <summary>False for a body that comments by right without having been asked.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>The ask that waits, or waited last.</summary>
    public string? AskId { get; set; }

    public DateTime? AnsweredAt { get; set; }

    /// <summary>It has said that it has no comment.</summary>
    public bool HasNone { get; set; }

    /// <summary>How many of its comments stand.</summary>
    public int Comments { get; set; }

    public int Version { get; set; }

    public bool HasAnswered => AnsweredAt is not null;

    /// <summary>A comment takes back an earlier "no comment".</summary>
    public void Comment(DateTime now)
    {
        Comments++;
        HasNone = false;
        AnsweredAt ??= now;
    }

    /// <summary>One of its comments is withdrawn: without another it has not answered any more.</summary>
    public void WithdrawComment()
    {
        Comments--;
        if (Comments == 0)
        {
            AnsweredAt = null;
        }
    }

    public void SayNone(DateTime now)
    {
        HasNone = true;
        AnsweredAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ConsultedBody>
    {
        public void Configure(EntityTypeBuilder<ConsultedBody> builder)
        {
            builder.ToTable("ConsultedBody");
            builder.HasKey(b => new { b.WindowId, b.Body });
            builder.Property(b => b.WindowId).HasMaxLength(Ids.MaxLength);
            builder.Property(b => b.Body).HasMaxLength(BodyKeys.MaxLength);
            builder.Property(b => b.Name).HasMaxLength(200);
            builder.Property(b => b.AskId).HasMaxLength(Ids.MaxLength);
            builder.Ignore(b => b.HasAnswered);
        }
    }
}
