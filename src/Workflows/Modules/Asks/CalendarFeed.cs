using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Asks;

/// <summary>
/// A person's secret address under which a calendar program fetches what waits for them and when they meet. The address is told
/// once; only its hash is kept, so that nobody can read it out of the database.
/// </summary>
public sealed class CalendarFeed : IVersioned
{
    public required string PersonId { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the key.</summary>
    public required string KeyHash { get; set; }

    public required DateTime MadeAt { get; set; }

    public int Version { get; set; }

    /// <summary>256 random bits, in letters and digits.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    public static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> builder)
        {
            builder.ToTable("CalendarFeed");
            builder.HasKey(feed => feed.PersonId);
            builder.Property(feed => feed.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(feed => feed.KeyHash).HasMaxLength(64);
            builder.HasIndex(feed => feed.KeyHash).IsUnique();
            builder
                .HasOne<Person>()
                .WithMany()
                .HasForeignKey(feed => feed.PersonId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
