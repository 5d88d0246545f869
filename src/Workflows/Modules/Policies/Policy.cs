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

    /// <summary>Those that a policy as a whole can be in; only a version is superseded.</summary>
    internal static IReadOnlyList<string> Listed { get; } =
    [Draft, Consultation, Revision, SignOff, Published, Withdrawn];

    /// <summary>The states that a step may leave a draft in; the others follow from a consultation, a round and publication.</summary>
    internal static IReadOnlyList<string> OfDrafts { get; } = [Draft, Revision];
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

    public int? PublishedVersion { get; private set; }

    /// <summary>Copies of the published version's, for those who see no drafts.</summary>
    public string? PublishedTitle { get; private set; }

    public string? PublishedClass { get; private set; }

    public DateTime? PublishedAt { get; private set; }

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

    /// <summary>Who looks after it: who began it, until somebody else is named.</summary>
    public required string OwnerId { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawalReason { get; set; }

    /// <summary>Counts every change that a reader can see; the entity tag that a change has to name.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>When it last changed in a way that a reader can see.</summary>
    public required DateTime ChangedAt { get; set; }

    public int Version { get; set; }

    public string Tag => $"policy-{Revision}";

    /// <summary>Whether there is a text of it that everybody may rely on.</summary>
    public bool InForce
    {
        get => PublishedVersion is not null && State != PolicyStates.Withdrawn;
        private set => _ = value;
    }

    /// <summary>The title as lists sort and search it (<see cref="TitleWords"/>).</summary>
    public string TitleOrder
    {
        get => TitleWords.Of(Title);
        private set => _ = value;
    }

    public string PublishedOrder
    {
        get => TitleWords.Of(PublishedTitle ?? "");
        private set => _ = value;
    }

    /// <summary>The review date as lists sort it: those without one come last.</summary>
    public DateOnly ReviewOrder
    {
        get => ReviewDate ?? NoReview;
        private set => _ = value;
    }

    /// <summary>After every real review date.</summary>
    public static DateOnly NoReview { get; } = new(9999, 1, 1);

    /// <summary>A reader can see a change: its entity tag is another from now on.</summary>
    public void Changed(DateTime at)
    {
        Revision++;
        ChangedAt = at;
    }

    /// <summary>This version is in force from now on, to be reviewed by the date.</summary>
    public void Publish(PolicyVersion version, DateTime at, DateOnly reviewDate)
    {
        PublishedVersion = version.Number;
        PublishedTitle = version.Title;
        PublishedClass = version.Class;
        PublishedAt = at;
        State = PolicyStates.Published;
        ReviewDate = reviewDate;
        ReviewRemindedAt = null;
        Changed(at);
    }

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
            builder.Property(p => p.OwnerId).HasMaxLength(Ids.MaxLength);
            builder.Property(p => p.WithdrawalReason).HasMaxLength(DraftRules.MostReason);
            builder.Ignore(p => p.Tag);
            builder.HasIndex(p => p.Slug).IsUnique();
            builder.Property(p => p.PublishedTitle).HasMaxLength(DraftRules.MostTitle);
            builder.Property(p => p.PublishedClass).HasMaxLength(32);
            MapLists(builder);
        }

        /// <summary>What lists are found and sorted by; classes and dates stand in the index so that a filter reads no row.</summary>
        private static void MapLists(EntityTypeBuilder<Policy> builder)
        {
            const PropertyAccessMode computed = PropertyAccessMode.Property;
            builder.Property(p => p.InForce).UsePropertyAccessMode(computed);
            builder.Property(p => p.ReviewOrder).UsePropertyAccessMode(computed);
            builder
                .Property(p => p.TitleOrder)
                .HasMaxLength(TitleWords.MaxLength)
                .UsePropertyAccessMode(computed);
            builder
                .Property(p => p.PublishedOrder)
                .HasMaxLength(TitleWords.MaxLength)
                .UsePropertyAccessMode(computed);
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.State,
                p.ChangedAt,
                p.Id,
                p.Class,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.State,
                p.TitleOrder,
                p.Id,
                p.Class,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.State,
                p.ReviewOrder,
                p.Id,
                p.Class,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.InForce,
                p.PublishedAt,
                p.Id,
                p.PublishedClass,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.InForce,
                p.PublishedOrder,
                p.Id,
                p.PublishedClass,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.InForce,
                p.ReviewOrder,
                p.Id,
                p.PublishedClass,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.GroupId,
                p.ChangedAt,
            });
            builder.HasIndex(p => new
            {
                p.PartnershipId,
                p.CreatedBy,
                p.ChangedAt,
                p.Id,
            });
        }
    }
}
