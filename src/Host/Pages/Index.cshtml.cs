using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Pages;

/// <summary>The first page: what this is, and where to go on.</summary>
internal sealed class IndexModel(IReadGovernance read) : PageModel
{
    public IReadOnlyList<PartnershipLine> Partnerships { get; private set; } = [];

    /// <summary>The part of the page that a rehearsal adds.</summary>
#if REHEARSAL
    public string? TryIt { get; } = "/Rehearsal/TryIt.cshtml";
#else
    public string? TryIt { get; }
#endif

    public string RecordCommands =>
        $"""
            curl -s {Here}/api/partnerships/{First}/record/verification -H "authorization: Bearer $TOKEN"
            curl -s {Here}/api/partnerships/{First}/record/export -H "authorization: Bearer $TOKEN" > record.ndjson
            dotnet run --project src/Host -- verify record.ndjson
            """;

    private string First => Partnerships.Count == 0 ? "ID" : Partnerships[0].Id;

    private string Here => $"{Request.Scheme}://{Request.Host}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using GovernanceDb db = read.OpenReader();
        Partnerships = await db.Set<Partnership>()
            .Where(partnership => partnership.Id != Partnership.Installation)
            .OrderBy(partnership => partnership.Name)
            .Select(partnership => new PartnershipLine(partnership.Id, partnership.Name))
            .ToListAsync(cancellation);
    }
}
