using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Search;

/// <summary>
/// One text that can be found: a copy of what a subject's own page shows, in English, with what it is filtered by and who may read it.
/// Derived: written in the act that changes the subject, and never anybody's truth. A changed text is a new row.
/// </summary>
public sealed class SearchText
{
    /// <summary>The most of a text that can be found; what stands behind it is not looked through.</summary>
    public const int MostBody = 200_000;

    public const int MostTitle = 400;

    /// <summary>A definition is known by its partnership and its id.</summary>
    public const int MostSubject = (2 * Ids.MaxLength) + 1;

    public long Number { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>One of <see cref="SearchKinds"/>.</summary>
    public required string Kind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>What the page that shows it is about, where that is something else than the subject.</summary>
    public string? PageId { get; init; }

    /// <summary>The version of a subject that has several texts, else 0.</summary>
    public required int Part { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    /// <summary>As the subject's module stores it; null where it has none.</summary>
    public string? State { get; init; }

    /// <summary>The body that meets whose it is.</summary>
    public string? BodyId { get; init; }

    public string? GroupId { get; init; }

    /// <summary>The statutory seats that it concerns, each between blanks.</summary>
    public string? Seats { get; init; }

    /// <summary>Whose words these are, where they are one person's.</summary>
    public string? PersonId { get; init; }

    /// <summary>The latest moment that the subject itself tells of; results are dated by it.</summary>
    public required DateTime At { get; init; }

    /// <summary>A version that another has followed; looked through only when it is asked for.</summary>
    public required bool IsEarlier { get; init; }

    /// <summary>Who may read it (<see cref="SearchAudienceKey"/>).</summary>
    public required string Audience { get; init; }

    /// <summary>A key whose holders find another telling of the same text; null where there is one telling for all.</summary>
    public string? Unless { get; init; }

    /// <summary>Of all of the above but the number: says whether anything has changed.</summary>
    public required string Hash { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchText>
    {
        public void Configure(EntityTypeBuilder<SearchText> builder)
        {
            builder.ToTable("SearchText");
            builder.HasKey(t => t.Number);
            builder.Property(t => t.Number).ValueGeneratedOnAdd();
            builder.Property(t => t.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Kind).HasMaxLength(32);
            builder.Property(t => t.SubjectId).HasMaxLength(MostSubject);
            builder.Property(t => t.PageId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Title).HasMaxLength(MostTitle);
            builder.Property(t => t.State).HasMaxLength(32);
            builder.Property(t => t.BodyId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Seats).HasMaxLength(100);
            builder.Property(t => t.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(t => t.Audience).HasMaxLength(64);
            builder.Property(t => t.Unless).HasMaxLength(SearchKeys.MostLength);
            builder.Property(t => t.Hash).HasMaxLength(64);
            builder
                .HasIndex(t => new
                {
                    t.Kind,
                    t.SubjectId,
                    t.Part,
                    t.PartnershipId,
                })
                .IsUnique();
            builder.HasIndex(t => new
            {
                t.PartnershipId,
                t.At,
                t.Number,
            });
            builder.HasIndex(t => t.PersonId);
        }
    }
}

/// <summary>One of the keys that open an audience's texts; whoever holds any of them may read. Written once, never changed.</summary>
public sealed class SearchAudienceKey
{
    public required string Audience { get; init; }

    public required string Key { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchAudienceKey>
    {
        public void Configure(EntityTypeBuilder<SearchAudienceKey> builder)
        {
            builder.ToTable("SearchAudience");
            builder.HasKey(a => new { a.Key, a.Audience });
            builder.Property(a => a.Audience).HasMaxLength(64);
            builder.Property(a => a.Key).HasMaxLength(SearchKeys.MostLength);
        }
    }
}

/// <summary>How far the index of one kind has been filled from what is stored, by which description of it.</summary>
public sealed class SearchFill : IVersioned
{
    public required string Kind { get; init; }

    /// <summary>The description's number; another release may describe otherwise, and fills anew.</summary>
    public required int Edition { get; set; }

    /// <summary>The last subject that was looked at; null before the first.</summary>
    public string? After { get; set; }

    public bool IsDone { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SearchFill>
    {
        public void Configure(EntityTypeBuilder<SearchFill> builder)
        {
            builder.ToTable("SearchFill");
            builder.HasKey(f => f.Kind);
            builder.Property(f => f.Kind).HasMaxLength(32);
            builder.Property(f => f.After).HasMaxLength(SearchText.MostSubject);
        }
    }
}
