using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Every version of a policy that the viewer may see, and a choice of two to compare.</summary>
internal sealed class VersionsModel : GovernancePage
{
    private const int PageSize = 50;

    /// <summary>The numbers of the two to compare, as they were typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public PolicyAnswer Policy { get; private set; } = null!;

    public Page<PolicyVersionLine> Versions { get; private set; } = null!;

    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        string viewer = Viewer.PersonId;
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(db, id, viewer, Reading.Now);
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        IsLater = after is not null;
        if (From is not null || To is not null)
        {
            int? from = await NumberAsync(db, id, nameof(From), From);
            int? to = await NumberAsync(db, id, nameof(To), To);
            if (from is not null && to is not null)
            {
                return Redirect(
                    $"/policies/{Uri.EscapeDataString(id)}/versions/{from}/changes/{to}"
                );
            }
        }
        else if (Policy.Version > 1)
        {
            To = Text(Policy.Version);
            From = Text(
                Policy.PublishedVersion is { } n && n < Policy.Version ? n : Policy.Version - 1
            );
        }

        Result<Page<PolicyVersionLine>> versions = await PolicyBook.VersionsAsync(
            db,
            id,
            viewer,
            Reading.Now,
            after,
            PageSize
        );
        return versions.Refusal is { Kind: RefusalKind.Malformed }
            ? Redirect(Request.Path)
            : Show(versions, page => Versions = page);
    }

    private async Task<int?> NumberAsync(GovernanceDb db, string id, string field, string? typed)
    {
        bool isNumber = int.TryParse(
            typed?.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number
        );
        if (
            isNumber
            && !(
                await PolicyBook.VersionAsync(db, id, number, Viewer.PersonId, Reading.Now)
            ).IsRefused
        )
        {
            return number;
        }

        ModelState.AddModelError(field, "Enter the number of a version in the list.");
        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
