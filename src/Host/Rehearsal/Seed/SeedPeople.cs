using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>Who acts in a partnership: its business unit drafts, its seats sign at the level of the class.</summary>
internal sealed record SeedPeople(
    string PartnershipId,
    IReadOnlyList<string> Unit,
    SeatHolders Holders,
    IReadOnlyList<(string Person, string Agency)> Representatives
)
{
    public static async Task<SeedPeople> LoadAsync(
        IReadGovernance read,
        string partnershipId,
        DateTime now
    )
    {
        await using GovernanceDb db = read.OpenReader();
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            db,
            partnershipId,
            London.DateOf(now)
        );
        SeedPeople people = new(
            partnershipId,
            [.. held.Where(a => a.Role == Roles.BusinessUnit).Select(a => a.PersonId)],
            await SeatHolders.LoadAsync(db, partnershipId, now),
            [
                .. held.Where(a => a is { Role: Roles.AgencyRepresentative, AgencyId: not null })
                    .Select(a => (a.PersonId, a.AgencyId!)),
            ]
        );
        bool isComplete =
            people.Unit.Count > 0
            && people.Holders.Seats.All(seat => seat is { Lead: not null, Delegates.Count: > 0 });
        return isComplete
            ? people
            : throw new CannotStartException(
                $"The partnership {partnershipId} is not there, or has no business unit, or a seat without lead or delegate. The example has: {string.Join(", ", ExampleData.Partnerships.Select(each => each.Id))}."
            );
    }

    public ActCaller Author(SeedDice dice) => new(dice.One(Unit));

    /// <summary>Who signs a class for a seat.</summary>
    public ActCaller Signer(string seat, string documentClass) =>
        new(Holders[seat].At(DocumentClassRules.Find(documentClass)!.SignerLevel)[0].PersonId);
}
