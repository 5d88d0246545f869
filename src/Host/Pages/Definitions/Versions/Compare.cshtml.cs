using System.Globalization;
using Governance.Host.Pages.Components;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Leads from two numbers to what is different between these versions; asks again where one is not there.</summary>
internal sealed class CompareModel : DefinitionPage
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IEnumerable<Choice> Numbers =>
        Definition.Versions.Select(version => new Choice(
            version.Version.ToString(CultureInfo.InvariantCulture),
            $"Version {version.Version}"
        ));

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d) is { } no)
        {
            return no;
        }

        bool from = Numbers.Any(number => number.Value == From);
        bool to = Numbers.Any(number => number.Value == To);
        if (from && to)
        {
            return LocalRedirect($"{At}/versions/{From}/changes/{To}");
        }

        if (!from && !string.IsNullOrEmpty(From))
        {
            ModelState.AddModelError(nameof(From), "Choose a version of this workflow.");
        }

        if (!to && !string.IsNullOrEmpty(To))
        {
            ModelState.AddModelError(nameof(To), "Choose a version of this workflow.");
        }

        return Page();
    }
}
