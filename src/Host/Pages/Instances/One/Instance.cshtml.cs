using System.Globalization;
using Governance.Contracts.Instances;
using Governance.Contracts.Requests;
using Governance.Engine.Instances;
using Governance.Host.Api;
using Governance.Modules.Requests;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>One run: drawn with where it stands, what it waits for and until when, what went wrong, and the way it came.</summary>
internal sealed class InstanceModel : InstancePage
{
    private const int PageSize = 100;

    public InstanceMap Map { get; private set; } = null!;

    /// <summary>What it has asked by name, oldest first.</summary>
    public IReadOnlyList<WorkRequestAnswer> Requests { get; private set; } = [];

    /// <summary>The entries that say something to people, oldest first.</summary>
    public IReadOnlyList<InstanceStep> Steps { get; private set; } = [];

    /// <summary>The number after which the next part begins; null at the end.</summary>
    public string? Next { get; private set; }

    public bool IsLater { get; private set; }

    public string StepName(string? activity) =>
        Map.Steps.FirstOrDefault(step => step.Id == activity)?.Text ?? activity ?? "";

    public async Task<IActionResult> OnGetAsync(string id, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, InstancesApi.Read) is { } no)
        {
            return no;
        }

        Map = (await InstanceMaps.FindAsync(db, id))!;
        Requests = await RequestBook.OfInstanceAsync(db, id, Viewer.PersonId, Reading.Now);
        _ = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out int from);
        IsLater = from > 0;
        IReadOnlyList<InstanceStep> found = await InstanceBook.HistoryAsync(
            db,
            id,
            from,
            PageSize + 1
        );
        // What holds the other steps is no step to people.
        Steps =
        [
            .. found
                .Take(PageSize)
                .Where(step =>
                    InstanceWords.Event(step) is not null
                    && (step.Activity is null || Map.Steps.Any(each => each.Id == step.Activity))
                ),
        ];
        Next =
            found.Count > PageSize
                ? found[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture)
                : null;
        return Page();
    }
}
