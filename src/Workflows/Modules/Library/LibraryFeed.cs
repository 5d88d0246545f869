using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>The newest changes of a partnership's library: each published version of what is in force, newest change first.</summary>
/// <param name="Id">A URN that never changes.</param>
/// <param name="Updated">Moment of the newest change; null while nothing has been published.</param>
public sealed record LibraryFeed(
    string Id,
    string PartnershipName,
    DateTime? Updated,
    IReadOnlyList<LibraryFeedEntry> Entries
)
{
    public const int MostEntries = 50;

    public static async Task<Result<LibraryFeed>> FindAsync(GovernanceDb db, string partnershipId)
    {
        string? name =
            partnershipId == Partnership.Installation
                ? null
                : await db.Set<Partnership>()
                    .Where(partnership => partnership.Id == partnershipId)
                    .Select(partnership => partnership.Name)
                    .SingleOrDefaultAsync();
        if (name is null)
        {
            return Refusal.NotFound;
        }

        // A version changes for the last time when it is superseded, which is when the next one is published: the newest fifty
        // changes are among those of the fifty policies that were published last.
        List<string> policies = await db.Set<LibraryEntry>()
            .Where(entry =>
                entry.PartnershipId == partnershipId && entry.Word == LibraryEntry.EveryText
            )
            .OrderByDescending(entry => entry.PublishedAt)
            .Select(entry => entry.PolicyId)
            .Take(MostEntries)
            .ToListAsync();
        var versions = await (
            from version in db.Set<PolicyVersion>()
            where policies.Contains(version.PolicyId) && version.PublishedAt != null
            join policy in LibraryTexts.InForce(db) on version.PolicyId equals policy.Id
            orderby version.PolicyId, version.Number descending
            select new
            {
                version.PolicyId,
                policy.Slug,
                policy.PublishedVersion,
                version.Number,
                version.Class,
                version.Title,
                version.Hash,
                version.PublishedAt,
            }
        ).ToListAsync();
        LibraryFeedEntry[] entries =
        [
            .. versions
                .GroupBy(version => version.PolicyId)
                .SelectMany(group =>
                    group.Select(
                        (version, at) =>
                            new LibraryFeedEntry(
                                UrnOf($"policy/{version.PolicyId}/{version.Number}"),
                                version.Slug,
                                version.Number,
                                version.Title,
                                version.Class,
                                version.Hash,
                                version.PublishedAt!.Value,
                                at == 0 ? null : group.ElementAt(at - 1).PublishedAt!.Value
                            )
                    )
                )
                .OrderByDescending(entry => entry.Updated)
                .ThenBy(entry => entry.Superseded is not null)
                .ThenBy(entry => entry.Id, StringComparer.Ordinal)
                .Take(MostEntries),
        ];
        return new LibraryFeed(
            UrnOf($"library/{partnershipId}"),
            name,
            entries.Length == 0 ? null : entries[0].Updated,
            entries
        );
    }

    /// <summary>A UUID of version 8 (RFC 9562) out of a name: the same wherever and whenever it is asked for.</summary>
    private static string UrnOf(string name)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes("governance/" + name))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}

/// <summary>A published version as the feed tells of it.</summary>
/// <param name="Superseded">When a later version took its place; null while it is in force.</param>
public sealed record LibraryFeedEntry(
    string Id,
    string Slug,
    int Version,
    string Title,
    string Class,
    string Hash,
    DateTime Published,
    DateTime? Superseded
)
{
    public DateTime Updated => Superseded ?? Published;
}
