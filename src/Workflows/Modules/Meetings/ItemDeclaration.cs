using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Meetings;

/// <summary>
/// An interest that somebody declared in an item, and what follows: they stay, or they withdraw from the item and do not count
/// for its quorum. The last declaration of a person on an item counts; none is changed.
/// </summary>
public sealed class ItemDeclaration
{
    public const int MostNature = 2_000;

    public required string MeetingId { get; init; }

    /// <summary>1, 2, 3 … in the meeting.</summary>
    public required int Number { get; init; }

    public required string ItemId { get; init; }

    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Nature { get; init; }

    public required bool Withdraws { get; init; }

    public required DateTime At { get; init; }

    public required string NotedBy { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ItemDeclaration>
    {
        public void Configure(EntityTypeBuilder<ItemDeclaration> builder)
        {
            builder.ToTable("ItemDeclaration");
            builder.HasKey(d => new { d.MeetingId, d.Number });
            builder.Property(d => d.MeetingId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.Number).ValueGeneratedNever();
            builder.Property(d => d.ItemId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(d => d.PersonName).HasMaxLength(200);
            builder.Property(d => d.Nature).HasMaxLength(MostNature);
            builder.Property(d => d.NotedBy).HasMaxLength(Ids.MaxLength);
        }
    }
}
