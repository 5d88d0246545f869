using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Library;

/// <summary>
/// The catalogue of texts in force, by which the library is listed and searched: one row for each text under the empty word, and
/// one for each word of its title. Derived from the policies (<see cref="LibraryCatalogue"/>); every list is read off an index.
/// </summary>
public sealed class LibraryEntry
{
    /// <summary>The word under which each text stands once.</summary>
    public const string EveryText = "";

    public required string PartnershipId { get; init; }

    /// <summary>A word of the title in small letters, or <see cref="EveryText"/>.</summary>
    public required string Word { get; init; }

    public required string Slug { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>The published version's.</summary>
    public required string Class { get; set; }

    public required DateTime PublishedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LibraryEntry>
    {
        public void Configure(EntityTypeBuilder<LibraryEntry> builder)
        {
            builder.ToTable("LibraryEntry");
            // The list and the search, by slug.
            builder.HasKey(e => new
            {
                e.PartnershipId,
                e.Word,
                e.Slug,
            });
            builder.Property(e => e.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.Word).HasMaxLength(TitleWords.LongestWord);
            builder.Property(e => e.Slug).HasMaxLength(100);
            builder.Property(e => e.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(e => e.Class).HasMaxLength(32);
            builder
                .HasIndex(e => new
                {
                    e.PartnershipId,
                    e.Word,
                    e.Class,
                    e.Slug,
                })
                .HasDatabaseName("IX_LibraryEntry_ByClass");
            builder
                .HasIndex(e => new
                {
                    e.PartnershipId,
                    e.Word,
                    e.PublishedAt,
                })
                .HasDatabaseName("IX_LibraryEntry_Newest");
            builder.HasIndex(e => e.PolicyId).HasDatabaseName("IX_LibraryEntry_OfPolicy");
            builder
                .HasOne<Policy>()
                .WithMany()
                .HasForeignKey(e => e.PolicyId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
