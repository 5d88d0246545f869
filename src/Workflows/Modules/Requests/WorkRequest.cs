using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Requests;

/// <summary>
/// What a workflow asks of a seat or a role within a limit, whatever it is about: one ask and one clock. It is answered once; silence is
/// no answer.
/// </summary>
public sealed class WorkRequest : IVersioned
{
    public const int MostWhat = 300;
    public const int MostText = 4_000;
    public const int MostWorkingDays = 260;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>The run of the workflow that asks.</summary>
    public required string InstanceId { get; init; }

    /// <summary>In the definition's words; no personal data.</summary>
    public required string What { get; init; }

    /// <summary>One of <see cref="RequestWhom.All"/>.</summary>
    public required string Whom { get; init; }

    public required string AskId { get; init; }

    public required string ClockId { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>One of <see cref="RequestStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>The answer's words.</summary>
    public string? Text { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Who answered; null where nobody did.</summary>
    public string? ClosedBy { get; set; }

    public int Version { get; set; }

    internal SubjectRef Subject => new(RequestsWords.Request, Id);

    internal void Close(string state, DateTime at, string? by = null, string? text = null)
    {
        State = state;
        ClosedAt = at;
        ClosedBy = by;
        Text = text;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<WorkRequest>
    {
        public void Configure(EntityTypeBuilder<WorkRequest> builder)
        {
            builder.ToTable("WorkRequest");
            builder.HasKey(each => each.Id);
            builder.Property(each => each.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.What).HasMaxLength(MostWhat);
            builder.Property(each => each.Whom).HasMaxLength(32);
            builder.Property(each => each.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.ClockId).HasMaxLength(Ids.MaxLength);
            builder.Property(each => each.State).HasMaxLength(32);
            builder.Property(each => each.Text).HasMaxLength(MostText);
            builder.Property(each => each.ClosedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(each => each.InstanceId);
            builder.HasIndex(each => each.State);
        }
    }
}
