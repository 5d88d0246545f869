using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import;

/// <summary>One list on its way in: where to, by whom, and the names that it uses.</summary>
public sealed class ImportRun(IReadGovernance reads, string partnershipId, ActCaller by)
{
    /// <summary>A list names the same few people again and again; more than these are looked up each time.</summary>
    private const int MostKept = 1_000;

    private readonly Dictionary<string, (string? Id, string Why)> _people = new(
        StringComparer.Ordinal
    );

    public string PartnershipId { get; } = partnershipId;

    public ActCaller By { get; } = by with { Idempotency = null };

    public GovernanceDb Open() => reads.OpenReader();

    /// <summary>What is beside the list; null where there is nothing.</summary>
    public Func<string, Result<string>>? FileBeside { get; init; }

    /// <summary>A seat's wire name, or the id of the person who is meant; what is neither is noted.</summary>
    internal async Task<string?> SeatOrPersonAsync(
        ListRow row,
        string column,
        FieldErrors errors
    ) =>
        row[column] is not { } text ? null
        : Seats.All.FirstOrDefault(seat => ListColumn.Plain(seat) == ListColumn.Plain(text))
            is { } seat
            ? seat
        : await PersonAsync(row, column, errors);

    /// <summary>Somebody of the partnership by e-mail address, by name where only one has it, or by id; who is not found is noted.</summary>
    internal async Task<string?> PersonAsync(ListRow row, string column, FieldErrors errors)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (!_people.TryGetValue(text, out (string? Id, string Why) found))
        {
            found = await FindAsync(text);
            if (_people.Count < MostKept)
            {
                _people[text] = found;
            }
        }

        errors.When(found.Id is null, column, found.Why);
        return found.Id;
    }

    private async Task<(string?, string)> FindAsync(string text)
    {
        string small = text.ToLowerInvariant();
        await using GovernanceDb db = Open();
#pragma warning disable CA1862 // The database lowers both sides.
        List<string> ids = await db.Set<Person>()
            .Where(person =>
                db.Set<Appointment>()
                    .Any(a =>
                        a.PartnershipId == PartnershipId
                        && a.PersonId == person.Id
                        && a.Status == AppointmentStates.Active
                    )
            )
            .Where(person =>
                person.Id == text
                || person.DisplayName.ToLower() == small
                || (person.Email != null && person.Email.ToLower() == small)
            )
            .OrderBy(person => person.Id)
            .Select(person => person.Id)
            .Take(2)
            .ToListAsync();
#pragma warning restore CA1862
        string shown = ListRow.Short(text);
        return ids.Count switch
        {
            1 => (ids[0], ""),
            0 => (
                null,
                $"Nobody who holds something in this partnership is called \"{shown}\". Use the e-mail address, or bring the people in first."
            ),
            _ => (null, $"More than one person is called \"{shown}\". Use the e-mail address."),
        };
    }
}
