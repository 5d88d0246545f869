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

#if REHEARSAL
    public static bool IsRehearsal => true;
#else
    public static bool IsRehearsal => false;
#endif

    public string TokenCommands =>
        $"""
            TOKEN=$(curl -s {Here}/rehearsal/token \
              -H 'content-type: application/json' \
              -d '{"{"}"person":"business-unit-officer"{"}"}' | sed 's/.*:"//; s/".*//')
            curl -s {Here}/api/me -H "authorization: Bearer $TOKEN"
            """;

    public string RecordCommands =>
        $"""
            curl -s {Here}/api/partnerships/{(
                Partnerships.Count == 0 ? "ID" : Partnerships[0].Id
            )}/record/verification \
              -H "authorization: Bearer $TOKEN"
            dotnet run --project src/Host -- verify record.json
            """;

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
