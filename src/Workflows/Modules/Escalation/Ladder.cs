using System.Text.Json;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Escalation;

/// <summary>A partnership's ladder, by the name that stands in addresses. Its text is in its versions.</summary>
public sealed class Ladder : IRoot
{
    public const int LongestKey = 40;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    public required string Key { get; init; }

    /// <summary>The version that challenges begin on; running ones keep theirs.</summary>
    public required int Newest { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Ladder>
    {
        public void Configure(EntityTypeBuilder<Ladder> builder)
        {
            builder.ToTable("EscalationLadder");
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.Key).HasMaxLength(LongestKey);
            builder.HasIndex(l => new { l.PartnershipId, l.Key }).IsUnique();
        }
    }
}

/// <summary>What a ladder says, from one day on. Never changed.</summary>
public sealed class LadderVersion
{
    public required string LadderId { get; init; }

    public required int Number { get; init; }

    /// <summary><see cref="LadderContent"/> as JSON.</summary>
    public required string Content { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Who proposed it and who agreed; the product's own name for what it was installed with.</summary>
    public required string ProposedBy { get; init; }

    public required string AgreedBy { get; init; }

    internal LadderContent Read() => LadderContent.Read(Content);

    internal sealed class Mapping : IEntityTypeConfiguration<LadderVersion>
    {
        public void Configure(EntityTypeBuilder<LadderVersion> builder)
        {
            builder.ToTable("EscalationLadderVersion");
            builder.HasKey(v => new { v.LadderId, v.Number });
            builder.Property(v => v.LadderId).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.ProposedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(v => v.AgreedBy).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<Ladder>()
                .WithMany()
                .HasForeignKey(v => v.LadderId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The text of a ladder's version: data, with the limits as the policy gives them.</summary>
public sealed record LadderContent(
    string Name,
    string Kind,
    IReadOnlyList<LadderUrgency> Urgencies,
    IReadOnlyList<LadderStage> Stages,
    LadderSpan? WhereBlank,
    string? Source,
    string? Mark,
    string? Ends
)
{
    internal LadderStage Stage(int number) => Stages[number - 1];

    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static LadderContent Read(string json) =>
        JsonSerializer.Deserialize<LadderContent>(json, JsonSerializerOptions.Web)!;

    internal LadderAnswer Answer(string key, int version, bool newest, DateTime since) =>
        new(
            key,
            version,
            newest,
            since,
            Name,
            Kind,
            Urgencies,
            Stages,
            WhereBlank,
            Source,
            Mark,
            Ends
        );
}
