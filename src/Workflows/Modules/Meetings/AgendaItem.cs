using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>An item of a meeting's agenda; items are numbered in the order in which they were added.</summary>
public sealed class AgendaItem
{
    public const int MostTitle = 300;

    public required string Id { get; init; }

    public required string MeetingId { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>It was added when the papers had been circulated already.</summary>
    public required bool IsLate { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> builder)
        {
            builder.ToTable("AgendaItem");
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.MeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.Title).HasMaxLength(MostTitle);
            builder.HasIndex(i => new { i.MeetingId, i.Number }).IsUnique();
        }
    }
}
