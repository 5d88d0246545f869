using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>People, each with an appointment. Somebody with several appointments has several lines.</summary>
internal sealed class PeopleList(AppointNewPerson appoint) : IImportKind
{
    private const string OfSeats = "seats";

    public string Name => ImportKinds.People;

    public string Act => "appointment.make";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new(
            "tenant",
            true,
            "The id of the directory that they sign in by",
            "tenant id",
            "directory"
        ),
        new("object", true, "The object id of the person in that directory", "object id"),
        new("name", true, "The person's name", "display name"),
        new("email", false, "Their e-mail address", "e-mail", "e-mail address"),
        new("role", true, $"One of {string.Join(", ", Roles.All)}"),
        new("seat", false, $"For a statutory partner: one of {string.Join(", ", Seats.All)}"),
        new("level", false, $"For a statutory partner: one of {string.Join(", ", Levels.All)}"),
        new("agency", false, "For an agency's representative: its name or reference"),
        new("group", false, "For a group's people: the group's id"),
        new("from", true, "The first day", "first day", "start"),
        new("to", false, "The last day; no end when empty", "last day", "end"),
    ];

    public string IdentityOf(ListRow row) =>
        string.Join(
            '\u001f',
            ((string[])["tenant", "object", "role", "seat", "level", "agency", "group"]).Select(
                column => ListColumn.Plain(row[column] ?? "")
            )
        );

    /// <summary>The same appointment of the same person for the same days.</summary>
    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row)
    {
        FieldErrors errors = new();
        (AppointPersonBody body, string? agency) = (BodyOf(row, errors), row["agency"]);
        (string tenant, string objectId) = (row["tenant"] ?? "", row["object"] ?? "");
        string? agencyId = agency is null
            ? null
            : (await AgencyAsync(db, run.PartnershipId, agency))?.Id;
        if (errors.AsRefusal() is not null || body.From is not { } from)
        {
            return null;
        }

        string? id = await db.Set<Appointment>()
            .Where(a => a.PartnershipId == run.PartnershipId)
            .Where(a =>
                db.Set<Person>()
                    .Any(p => p.Id == a.PersonId && p.TenantId == tenant && p.ObjectId == objectId)
            )
            .Where(a => a.Role == body.Role && a.Seat == body.Seat && a.Level == body.Level)
            .Where(a => a.AgencyId == agencyId && a.GroupId == body.Group)
            .Where(a => a.From == from && a.To == body.To)
            .Where(a => a.Status != AppointmentStates.Declined)
            .Select(a => a.Id)
            .FirstOrDefaultAsync();
        return id is null ? null : new BroughtIn(id, LinkOf(run));
    }

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        AppointPersonBody body = BodyOf(row, errors);
        if (row["agency"] is { } agency)
        {
            await using GovernanceDb db = run.Open();
            body = body with { Agency = (await AgencyAsync(db, run.PartnershipId, agency))?.Id };
            errors.When(
                body.Agency is null,
                "agency",
                $"\"{ListRow.Short(agency)}\" is none of this partnership's relevant agencies. Bring the agencies in first."
            );
        }

        errors.When(row["role"] is null, "role", $"Name one of {string.Join(", ", Roles.All)}.");
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (
                await appoint.HandleAsync(
                    caller,
                    run.PartnershipId,
                    new NewPerson(
                        row["tenant"] ?? "",
                        row["object"] ?? "",
                        row["name"] ?? "",
                        row["email"]
                    ),
                    body
                )
            ).Then(made => new BroughtIn(made.Id, LinkOf(run), made.Approval is not null));
    }

    /// <summary>One person's own appointments, and all of those that hold a seat or the chair.</summary>
    public IEnumerable<string> TiesOf(ListRow row)
    {
        yield return $"{row["tenant"]}\u001f{row["object"]}";
        if (
            ListColumn.Plain(row["level"] ?? "") is "lead" or "delegate"
            || row["role"] is { } role && ListColumn.Plain(role) == "partnershipchair"
        )
        {
            yield return OfSeats;
        }
    }

    private static AppointPersonBody BodyOf(ListRow row, FieldErrors errors) =>
        new(
            null,
            row.WordOf("role", Roles.All, errors),
            row.WordOf("seat", Seats.All, errors),
            row.WordOf("level", Levels.All, errors),
            null,
            row["group"],
            row.DayOf("from", errors),
            row.DayOf("to", errors)
        );

    private static Task<AgencyLine?> AgencyAsync(
        GovernanceDb db,
        string partnershipId,
        string given
    ) => NameAgency.FindAsync(db, partnershipId, given, given);

    private static string LinkOf(ImportRun run) =>
        $"/partnerships/{Uri.EscapeDataString(run.PartnershipId)}/people";
}
