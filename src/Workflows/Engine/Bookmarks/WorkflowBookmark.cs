using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Engine.Bookmarks;

/// <summary>
/// An instance waits for a stimulus under a key, also while a fault keeps everything from it. The row goes with the act that ends the wait; of two acts that want to end
/// it, the second finds it gone.
/// </summary>
public sealed class WorkflowBookmark
{
    /// <summary>The instance's id and the wait's number in it.</summary>
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    public required string PartnershipId { get; init; }

    public required string Stimulus { get; init; }

    public required string Key { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The wait's id in the instance's state; waits are resumed in this order.</summary>
    public required int Wait { get; init; }

    public required DateTime Since { get; init; }
}

internal sealed class WorkflowBookmarkMapping : IEntityTypeConfiguration<WorkflowBookmark>
{
    public void Configure(EntityTypeBuilder<WorkflowBookmark> builder)
    {
        builder.ToTable("WorkflowBookmark");
        builder.HasKey(bookmark => bookmark.Id);
        builder.Property(bookmark => bookmark.Id).HasMaxLength(Ids.MaxLength);
        builder.Property(bookmark => bookmark.InstanceId).HasMaxLength(Ids.MaxLength);
        builder.Property(bookmark => bookmark.PartnershipId).HasMaxLength(Ids.MaxLength);
        builder.Property(bookmark => bookmark.Stimulus).HasMaxLength(200);
        builder.Property(bookmark => bookmark.Key).HasMaxLength(200);
        builder.Property(bookmark => bookmark.ActivityId).HasMaxLength(200);
        builder.HasIndex(bookmark => new
        {
            bookmark.PartnershipId,
            bookmark.Stimulus,
            bookmark.Key,
        });
        builder.HasIndex(bookmark => bookmark.InstanceId);
    }
}
