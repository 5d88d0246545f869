using Governance.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Rehearsal;

/// <summary>Everybody whom one can be, and how to be them.</summary>
internal sealed class ChooseWhomModel(IReadGovernance read, TimeProvider time) : PageModel
{
    public IReadOnlyList<RehearsalPerson> People { get; private set; } = [];

    public DateTime Now { get; private set; }

    public string Commands =>
        $$"""
            curl -s {{Here}}/rehearsal/token -H 'content-type: application/json' -d '{"person":"ID"}'
            curl -s {{Here}}/rehearsal/clock -X PUT -H 'content-type: application/json' -d '{"now":"2027-02-03T17:00:01Z"}'
            """;

    private string Here => $"{Request.Scheme}://{Request.Host}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Now = Moments.Now(time);
        People = await RehearsalPeople.ListAsync(read, time, cancellation);
    }
}
