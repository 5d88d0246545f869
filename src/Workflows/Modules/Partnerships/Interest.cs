using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Partnerships;

/// <summary>A declared interest: the person is barred from deciding on the subject on these days (DOMAIN B1.6).</summary>
public sealed class Interest
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The subject's type; null bars from a subject of any type with this id.</summary>
    public string? SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>What the interest is, in the person's words.</summary>
    public required string Nature { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive; null while it lasts.</summary>
    public DateOnly? To { get; init; }

    public required DateTime DeclaredAt { get; init; }

    public bool Bars(string subjectType, string subjectId, DateOnly day) =>
        SubjectId == subjectId
        && (SubjectType is null || SubjectType == subjectType)
        && From <= day
        && day <= (To ?? DateOnly.MaxValue);

    internal sealed class Mapping : IEntityTypeConfiguration<Interest>
    {
        public void Configure(EntityTypeBuilder<Interest> builder)
        {
            builder.ToTable("Interest");
            builder.HasKey(i => i.Id);
            builder.Property(i => i.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.SubjectType).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.SubjectId).HasMaxLength(Ids.MaxLength);
            builder.Property(i => i.Nature).HasMaxLength(Limits.Text);
            builder.HasIndex(i => new { i.PartnershipId, i.SubjectId });
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(i => i.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(i => i.PersonId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
