using System.Net;
using Governance.Modules.Meetings;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// What people read, as files: each version of each policy, its attachments under their names, papers of meetings and the evidence of
/// challenges. The text of a version is exactly what is hashed; class, title and the rest of it stand in the tables.
/// </summary>
internal static class DocumentFiles
{
    public static async Task WriteAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        await WritePoliciesAsync(files, db, partnershipId, cancellation);
        await WritePapersAsync(files, db, partnershipId, cancellation);
        await WriteEvidenceAsync(files, db, partnershipId, cancellation);
    }

    private static async Task WritePoliciesAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        var versions = await db.Set<Policy>()
            .Where(policy => partnershipId == null || policy.PartnershipId == partnershipId)
            .Join(
                db.Set<PolicyVersion>(),
                policy => policy.Id,
                version => version.PolicyId,
                (policy, version) =>
                    new
                    {
                        policy.PartnershipId,
                        policy.Slug,
                        policy.Id,
                        version.Number,
                    }
            )
            .OrderBy(row => row.PartnershipId)
            .ThenBy(row => row.Id)
            .ThenBy(row => row.Number)
            .ToListAsync(cancellation);
        foreach (var row in versions)
        {
            PolicyVersion version = await db.Set<PolicyVersion>()
                .Include(each => each.Attachments)
                .SingleAsync(
                    each => each.PolicyId == row.Id && each.Number == row.Number,
                    cancellation
                );
            string stem =
                $"documents/{FileNames.Plain(row.PartnershipId)}/policies/{FileNames.Plain(row.Slug)}/version-{row.Number}";
            await files.WriteAsync(stem + ".md", version.Body);
            if (version.PublishedAt is not null)
            {
                await files.WriteAsync(stem + ".html", PageOf(version));
            }

            FileNames names = new();
            foreach (
                PolicyAttachment file in version.Attachments.OrderBy(
                    each => each.Hash,
                    StringComparer.Ordinal
                )
            )
            {
                await files.WriteAsync(
                    $"{stem}-files/{names.Take(file.FileName)}",
                    await db.Set<AttachmentContent>()
                        .Where(content => content.Hash == file.Hash)
                        .Select(content => content.Bytes)
                        .SingleAsync(cancellation)
                );
            }
        }

        files.Tell($"policies: {versions.Count} versions");
    }

    private static async Task WritePapersAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        var papers = await db.Set<Paper>()
            .Where(paper => partnershipId == null || paper.PartnershipId == partnershipId)
            .Join(
                db.Set<PaperVersion>(),
                paper => paper.Id,
                version => version.PaperId,
                (paper, version) =>
                    new
                    {
                        paper.PartnershipId,
                        paper.ForId,
                        PaperNumber = paper.Number,
                        paper.Name,
                        version.Number,
                        version.Hash,
                    }
            )
            .OrderBy(row => row.PartnershipId)
            .ThenBy(row => row.ForId)
            .ThenBy(row => row.PaperNumber)
            .ThenBy(row => row.Number)
            .ToListAsync(cancellation);
        foreach (var row in papers)
        {
            await files.WriteAsync(
                $"documents/{FileNames.Plain(row.PartnershipId)}/papers/{row.ForId}/paper-{row.PaperNumber}-version-{row.Number}/{FileNames.Plain(row.Name)}",
                await ContentAsync(db, row.Hash, cancellation)
            );
        }

        files.Tell($"papers: {papers.Count} versions");
    }

    private static async Task WriteEvidenceAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        List<EvidenceFile> evidence = await db.Set<EvidenceFile>()
            .Where(file => partnershipId == null || file.PartnershipId == partnershipId)
            .OrderBy(file => file.PartnershipId)
            .ThenBy(file => file.ChallengeId)
            .ThenBy(file => file.Number)
            .ToListAsync(cancellation);
        foreach (EvidenceFile file in evidence)
        {
            await files.WriteAsync(
                $"documents/{FileNames.Plain(file.PartnershipId)}/challenges/{file.ChallengeId}/{file.Number}/{FileNames.Plain(file.Name)}",
                await ContentAsync(db, file.Hash, cancellation)
            );
        }

        files.Tell($"evidence: {evidence.Count} files");
    }

    private static Task<byte[]> ContentAsync(
        GovernanceDb db,
        string hash,
        CancellationToken cancellation
    ) =>
        db.Set<PaperContent>()
            .Where(content => content.Hash == hash)
            .Select(content => content.Bytes)
            .SingleAsync(cancellation);

    /// <summary>As the library shows it, in a page that needs nothing else.</summary>
    private static string PageOf(PolicyVersion version)
    {
        string title = WebUtility.HtmlEncode(version.Title);
        return $"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n{SafeMarkdown.ToHtml(version.Body)}\n</body>\n</html>\n";
    }
}
