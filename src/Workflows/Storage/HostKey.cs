using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Storage;

/// <summary>
/// A key that protects session cookies and forms, as the framework writes it, kept for all hosts of the database. Where a
/// certificate is configured the text is encrypted to it.
/// </summary>
public sealed class HostKey
{
    public required string Id { get; init; }

    /// <summary>The framework's own name for it.</summary>
    public required string Name { get; init; }

    public required string Xml { get; init; }

    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HostKey>
    {
        public void Configure(EntityTypeBuilder<HostKey> builder)
        {
            builder.ToTable("HostKey");
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(Ids.MaxLength);
            builder.Property(row => row.Name).HasMaxLength(200);
        }
    }
}
