using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>The relevant agencies that the arrangements name.</summary>
internal sealed class AgencyList(NameAgency name) : IImportKind
{
    public string Name => ImportKinds.Agencies;

    public string Act => "agency.name";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("name", true, "What the agency is called", "agency"),
        new("reference", false, "Its short name in addresses; made from the name when empty"),
        new("from", false, "The first day; today when empty", "since", "first day"),
    ];

    public string IdentityOf(ListRow row) => (row["name"] ?? "").ToLowerInvariant();

    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row) =>
        row["name"] is { } called
        && await NameAgency.FindAsync(
            db,
            run.PartnershipId,
            row["reference"] ?? NameAgency.IdOf(called),
            called
        )
            is { } known
        && known.Name.Equals(called, StringComparison.OrdinalIgnoreCase)
            ? new BroughtIn(known.Id, null)
            : null;

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        DateOnly? from = row.DayOf("from", errors);
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (
                await name.HandleAsync(
                    caller,
                    run.PartnershipId,
                    new NewAgency(row["reference"] ?? "", row["name"] ?? "", from)
                )
            ).Then(agency => new BroughtIn(agency.Id, null));
    }

    public string ColumnOf(string field) => field == "id" ? "reference" : field;
}
