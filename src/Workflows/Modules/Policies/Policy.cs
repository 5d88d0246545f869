using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>States of a policy, which are those of its newest version. Wire names; never change.</summary>
public static class PolicyStates
{
    public const string Draft = "draft";
    public const string Consultation = "consultation";

    /// <summary>Back with its authors after a rejection, a change of the text, or because nobody could sign.</summary>
    public const string Revision = "revision";
    public const string SignOff = "signOff";
    public const string Published = "published";
    public const string Superseded = "superseded";
    public const string Withdrawn = "withdrawn";

    /// <summary>The states that a workflow may put a draft into.</summary>
    internal static IReadOnlyList<string> OfDrafts { get; } = [Draft, Consultation, Revision];
}

/// <summary>
/// A document of one partnership: the root row of its versions. Title, class and review period are copies of the newest
/// version's; summary and tags belong to the policy and are outside the hash.
/// </summary>
public sealed class Policy : IRoot
{
    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>Its name in the public library; never changes.</summary>
    public required string Slug { get; init; }

    public required string Class { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required List<string> Tags { get; set; }

    /// <summary>One of <see cref="PolicyStates"/>.</summary>
    public required string State { get; set; }

    public required int NewestVersion { get; set; }

    public int? PublishedVersion { get; set; }

    /// <summary>The London date by which the published version is to be reviewed.</summary>
    public DateOnly? ReviewDate { get; set; }

    /// <summary>When the reminder of that review went out.</summary>
    public DateTime? ReviewRemindedAt { get; set; }

    /// <summary>The group whose output it is.</summary>
    public string? GroupId { get; init; }

    public string? InstanceId { get; set; }

    /// <summary>When the stored text was found not to be what was signed; null once a new version is saved.</summary>
    public DateTime? IntegrityAlarmAt { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawalReason { get; set; }

    /// <summary>Counts every change that a reader can see; the entity tag that a change has to name.</summary>
    public int Revision { get; set; } = 1;

    public int Version { get; set; }

    public string Tag => $"policy-{Revision}";

    internal sealed class Mapping : IEntityTypeConfiguration<Policy>
    {
        public void Configure(EntityTypeBuilder<Policy> builder)
        {
            builder.ToTable("Policy");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.Slug).HasMaxLength(100);
            builder.Property(p => p.Class).HasMaxLength(32);
            builder.Property(p => p.Title).HasMaxLength(DraftRules.MostTitle);
            builder.Property(p => p.Summary).HasMaxLength(DraftRules.MostSummary);
            builder.Property(p => p.State).HasMaxLength(32);
            builder.Property(p => p.GroupId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.InstanceId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.CreatedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.WithdrawalReason).HasMaxLength(DraftRules.MostReason);
            builder.Ignore(p => p.Tag);
            builder.HasIndex(p => p.Slug).IsUnique();
            builder.HasIndex(p => new { p.PartnershipId, p.State });
        }
    }
}
