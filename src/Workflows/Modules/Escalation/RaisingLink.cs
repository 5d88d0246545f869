using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Escalation;

/// <summary>Secrets that lead to one thing each without an account. Told once; only a hash is kept.</summary>
internal static class EscalationKeys
{
    public const int Length = 64;

    /// <summary>256 random bits, in letters and digits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    /// <summary>Null for what cannot be a key.</summary>
    public static string? HashOf(string? key)
    {
        string trimmed = (key ?? "").Trim().ToLowerInvariant();
        return trimmed.Length == Length && trimmed.All(char.IsAsciiHexDigitLower)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trimmed)))
            : null;
    }
}

/// <summary>
/// The link by which people of one body raise challenges without an account: its single point of contact gives it to them. What it leads to
/// is the form, never a challenge.
/// </summary>
public sealed class RaisingLink : IVersioned
{
    public const int MostLabel = 100;

    public required string Id { get; init; }

    public required string PartnershipId { get; init; }

    /// <summary>An agency's id or a statutory seat.</summary>
    public required string Body { get; init; }

    /// <summary>Where it hangs or who has it, for whoever may have to revoke it.</summary>
    public string? Label { get; init; }

    public required string KeyHash { get; init; }

    public required DateTime MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public DateTime? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RaisingLink>
    {
        public void Configure(EntityTypeBuilder<RaisingLink> builder)
        {
            builder.ToTable("RaisingLink");
            builder.HasKey(l => l.Id);
            builder.Property(l => l.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.Body).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.Label).HasMaxLength(MostLabel);
            builder.Property(l => l.KeyHash).HasMaxLength(64);
            builder.Property(l => l.MadeBy).HasMaxLength(Ids.MaxLength);
            builder.Property(l => l.RevokedBy).HasMaxLength(Ids.MaxLength);
            builder.HasIndex(l => l.KeyHash).IsUnique();
            builder.HasIndex(l => new { l.PartnershipId, l.Body });
            builder
                .HasOne<Partnership>()
                .WithMany()
                .HasForeignKey(l => l.PartnershipId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
