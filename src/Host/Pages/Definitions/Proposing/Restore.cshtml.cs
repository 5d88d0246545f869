using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Makes an earlier version's text the next draft.</summary>
internal sealed class RestoreModel(RevertDefinition revert) : SteerPage
{
    public IReadOnlyList<string> Differences { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string p, string d, int n) =>
        AskAsync(
            p,
            d,
            n,
            async db =>
                Differences = Reader.Differences(
                    (await DefinitionOverview.TextAsync(db, p, Definition.Latest.Id))!,
                    await TextAsync(db)
                )
        );

    public async Task<IActionResult> OnPostAsync(string p, string d, int n) =>
        await DoneAsync(
            await revert.HandleAsync(Caller, p, d, n, HttpContext.RequestAborted),
            p,
            $"Version {n} is the draft now.",
            () => OnGetAsync(p, d, n)
        );
}
