using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>Task and finish groups that are at work; people and tasks follow in lists of their own.</summary>
internal sealed class GroupList(CommissionGroup commission) : IImportKind
{
    public string Name => ImportKinds.Groups;

    public string Act => "group.commission";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("name", true, "What the group is called", "group"),
        new("purpose", true, "What it is for"),
        new("scope", false, "What it looks at, and what not"),
        new("deliverables", false, "What it is to bring about, with semicolons between"),
        new(
            "commissioned by",
            true,
            $"The seat that it answers to: one of {string.Join(", ", Seats.All)}"
        ),
        new("deadline", true, "The day by which its work is due"),
        new("sunset", true, "The day on which it ends unless it is extended", "end"),
        new(
            "report every",
            true,
            "Working days from report to report, or weekly, fortnightly, monthly, sixWeekly, quarterly"
        ),
    ];

    public string IdentityOf(ListRow row) => (row["name"] ?? "").ToLowerInvariant();

    /// <summary>A group of that name that is not over.</summary>
    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row)
    {
        string? name = row["name"];
        bool over = false;
        string? id = await db.Set<TaskAndFinishGroup>()
            .Where(group => group.PartnershipId == run.PartnershipId && group.IsOver == over)
            .Where(group => group.Name == name)
            .Select(group => group.Id)
            .FirstOrDefaultAsync();
        return id is null ? null : new BroughtIn(id, $"/groups/{id}");
    }

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        CommissionGroupBody body = new(
            row["name"],
            row["purpose"],
            null,
            null,
            row.DayOf("deadline", errors),
            row.DayOf("sunset", errors),
            CadenceOf(row["report every"]),
            row.WordOf("commissioned by", Seats.All, errors),
            row["scope"],
            row["deliverables"]
                ?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (await commission.HandleAsync(caller, run.PartnershipId, body)).Then(
                group => new BroughtIn(group.Id, $"/groups/{group.Id}")
            );
    }

    public string ColumnOf(string field) =>
        field switch
        {
            "commissionedBy" => "commissioned by",
            "reportEvery" => "report every",
            _ => field,
        };

    /// <summary>A number as a number, a name as a text: the module knows both.</summary>
    private static JsonElement? CadenceOf(string? text) =>
        text is null ? null
        : int.TryParse(text, out int days) ? JsonSerializer.SerializeToElement(days)
        : JsonSerializer.SerializeToElement(text);
}
