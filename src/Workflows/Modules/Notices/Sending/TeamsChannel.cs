using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Notices;

/// <summary>
/// A seat, role or agency of a partnership that has a channel in Teams. Where it is posted to is a secret of the installation's
/// configuration; the row tells acts that there is one, so that they write the message in their own transaction.
/// </summary>
public sealed class TeamsChannel
{
    public required string PartnershipId { get; init; }

    /// <summary>As <see cref="Recipient.Audience"/> writes it: <c>role:businessUnit</c>.</summary>
    public required string Audience { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeamsChannel>
    {
        public void Configure(EntityTypeBuilder<TeamsChannel> builder)
        {
            builder.ToTable("TeamsChannel");
            builder.HasKey(c => new { c.PartnershipId, c.Audience });
            builder.Property(c => c.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(c => c.Audience).HasMaxLength(100);
        }
    }
}
