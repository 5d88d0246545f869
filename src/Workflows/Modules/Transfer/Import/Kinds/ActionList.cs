using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>Actions of meetings that are still to be done.</summary>
internal sealed class ActionList(OpenAction open) : IImportKind
{
    public string Name => ImportKinds.Actions;

    public string Act => "action.open";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("text", true, "What is to be done", "action"),
        new("owner", true, "Who does it: a seat, or a person by e-mail address or name"),
        new("verifier", false, "Who else looks at the evidence; the business unit when empty"),
        new("due", false, "The last day", "due date"),
        new("working days", false, "Or so many working days from today"),
        new("body", false, "The body that it comes from, by its name", "meeting"),
    ];

    public string IdentityOf(ListRow row) =>
        string.Join(
            '\u001f',
            ((string[])["text", "owner", "due", "working days"]).Select(column =>
                (row[column] ?? "").ToLowerInvariant()
            )
        );

    /// <summary>The same words for the same owner by the same day.</summary>
    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row)
    {
        FieldErrors errors = new();
        string? owner = await run.SeatOrPersonAsync(row, "owner", errors);
        DateOnly? due = row.DayOf("due", errors);
        int? workingDays = row.NumberOf("working days", errors);
        if (owner is null || errors.AsRefusal() is not null)
        {
            return null;
        }

        (string place, string? text) = (ActionRules.PlaceOf(owner), row["text"]);
        DateTime? by = due is { } day ? London.ToUtc(day, ClockCalculation.CloseOfDay) : null;
        string? id = await db.Set<MeetingAction>()
            .Where(action => action.PartnershipId == run.PartnershipId)
            .Where(action => by == null || action.DueAt == by)
            .Where(action => by != null || action.WorkingDays == workingDays)
            .Where(action => action.Text == text && action.Owner == place)
            .OrderBy(action => action.Id)
            .Select(action => action.Id)
            .FirstOrDefaultAsync();
        return id is null ? null : Made(id);
    }

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        string? body = await BodyAsync(run, row, errors);
        OpenActionBody action = new(
            row["text"],
            await run.SeatOrPersonAsync(row, "owner", errors),
            await run.SeatOrPersonAsync(row, "verifier", errors),
            row.DayOf("due", errors),
            row.NumberOf("working days", errors),
            Body: body
        );
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (await open.HandleAsync(caller, run.PartnershipId, action)).Then(opened =>
                Made(opened.Id)
            );
    }

    public string ColumnOf(string field) => field == "workingDays" ? "working days" : field;

    private static async Task<string?> BodyAsync(ImportRun run, ListRow row, FieldErrors errors)
    {
        if (row["body"] is not { } name)
        {
            return null;
        }

        await using GovernanceDb db = run.Open();
        List<string> ids = await db.Set<MeetingBody>()
            .Where(body => body.PartnershipId == run.PartnershipId && body.DissolvedAt == null)
            .Where(body => body.Name == name || body.Id == name)
            .Select(body => body.Id)
            .Take(2)
            .ToListAsync();
        errors.When(
            ids.Count != 1,
            "body",
            ids.Count == 0
                ? $"No body that meets is called \"{ListRow.Short(name)}\"."
                : $"More than one body is called \"{ListRow.Short(name)}\". Leave this out, or name it by its id."
        );
        return ids.Count == 1 ? ids[0] : null;
    }

    private static BroughtIn Made(string id) => new(id, $"/actions/{id}");
}
