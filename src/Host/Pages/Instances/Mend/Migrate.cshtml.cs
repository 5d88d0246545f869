using System.Globalization;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Host.Pages.Components;
using Governance.Modules.Cases;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.Instances;

/// <summary>
/// Moving a run, or all that run its version, to another version of the workflow: choose; see what would become of each; propose. A
/// second person agrees.
/// </summary>
internal sealed class MigrateInstanceModel(MigrateInstances migrate) : InstancePage
{
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Not this one alone: every run of the same version.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Versions { get; private set; } = [];

    /// <summary>What would become of each; null until somebody has looked.</summary>
    public IReadOnlyList<MigrationPreview>? Previews { get; private set; }

    private int? Number =>
        int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);

    public Task<IActionResult> OnPostChangeAsync(string id) => ShowAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        IActionResult page = await ShowAsync(id);
        if (page is not PageResult)
        {
            return page;
        }

        await using GovernanceDb db = Reading.Open();
        Result<IReadOnlyList<MigrationPreview>> previews = All
            ? await migrate.PreviewAllAsync(
                db,
                Instance.Partnership,
                Instance.Definition.Id,
                new MigrateVersionBody(Instance.Definition.Version, Number, Reason),
                Reading.Now
            )
            : (
                await migrate.PreviewAsync(
                    db,
                    id,
                    new MigrateInstanceBody(Number, Reason),
                    Reading.Now
                )
            ).Then<IReadOnlyList<MigrationPreview>>(one => new List<MigrationPreview> { one });
        if (previews.Refusal is { } refusal)
        {
            AddErrors(refusal);
            return await AgainAsync(() => Task.FromResult(page));
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say why.");
            return await AgainAsync(() => Task.FromResult(page));
        }

        Previews = previews.Value;
        return page;
    }

    public async Task<IActionResult> OnPostProposeAsync(string id)
    {
        IActionResult page = await ShowAsync(id);
        if (page is not PageResult)
        {
            return page;
        }

        return await AnswerAsync(
            All
                ? await migrate.ProposeAllAsync(
                    Caller,
                    Instance.Partnership,
                    Instance.Definition.Id,
                    new MigrateVersionBody(Instance.Definition.Version, Number, Reason)
                )
                : await migrate.ProposeAsync(Caller, id, new MigrateInstanceBody(Number, Reason)),
            proposed =>
                ToInstance(
                    id,
                    $"The move of {Words.Count(proposed.Instances.Count, "workflow")} is proposed. It is done when a second person agrees."
                ),
            () => Task.FromResult(page)
        );
    }

    private async Task<IActionResult> ShowAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, CasesPermissions.Migrate) is { } no)
        {
            return no;
        }

        Result<(
            IReadOnlyList<Governance.Engine.Definitions.WorkflowDefinitionVersion> Page,
            int Total
        )> versions = await DefinitionCatalogue.ListAsync(
            db,
            Instance.Partnership,
            new DefinitionQuery(
                VersionOptions.AllVersions,
                DefinitionIds: [Instance.Definition.Id],
                OrderBy: "Version",
                Descending: true,
                PageSize: 50
            )
        );
        Versions =
        [
            .. versions
                .Value.Page.Where(each =>
                    each.PublishedAt is not null && each.Version != Instance.Definition.Version
                )
                .Select(each => new Choice(
                    each.Version.ToString(CultureInfo.InvariantCulture),
                    $"Version {each.Version}, published {Dates.Moment(each.PublishedAt!.Value)}{(each.IsPublished ? ", in force" : "")}"
                )),
        ];
        return Page();
    }
}
