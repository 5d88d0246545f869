using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Delegation instruments that are in force, to come, or over.</summary>
public static class DelegationBook
{
    /// <param name="state">
    /// One of <see cref="DelegationStates"/>; null for all. Those in force come with the dormant ones, since their days run.
    /// </param>
    public static async Task<Result<Page<DelegationAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        string? state = null,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        DateOnly today = London.DateOf(now);
        Result<Standing> standing = await SeeAsync(db, partnershipId, personId, today);
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        IQueryable<DelegationInstrument> all = db.Set<DelegationInstrument>()
            .Where(d => d.PartnershipId == partnershipId);
        IQueryable<DelegationInstrument>? asked = state switch
        {
            null => all,
            DelegationStates.Over => all.Where(d => d.Ends < today || d.RevokedFrom <= now),
            DelegationStates.Coming => all.Where(d =>
                d.Starts > today && (d.RevokedFrom == null || d.RevokedFrom > now)
            ),
            DelegationStates.InForce or DelegationStates.Dormant => all.Where(d =>
                d.Starts <= today
                && d.Ends >= today
                && (d.RevokedFrom == null || d.RevokedFrom > now)
            ),
            _ => null,
        };
        if (asked is null)
        {
            return Refusal.Invalid("state", "Ask for inForce, coming or over.");
        }

        List<DelegationInstrument> found = await asked
            .Where(d => after == null || string.Compare(d.Id, after) < 0)
            .OrderByDescending(d => d.Id)
            .Take(take + 1)
            .ToListAsync();
        DelegationInstrument[] shown = [.. found.Take(take)];
        return new Page<DelegationAnswer>(
            await DescribeAsync(db, standing.Value, shown, now),
            found.Count > take ? shown[^1].Id : null
        );
    }

    public static async Task<Result<DelegationAnswer>> FindAsync(
        GovernanceDb db,
        string delegationId,
        string personId,
        DateTime now
    )
    {
        DelegationInstrument? instrument = await db.Set<DelegationInstrument>()
            .SingleOrDefaultAsync(d => d.Id == delegationId);
        if (instrument is null)
        {
            return Refusal.NotFound;
        }

        Result<Standing> standing = await SeeAsync(
            db,
            instrument.PartnershipId,
            personId,
            London.DateOf(now)
        );
        return standing.IsRefused
            ? standing.Refusal
            : (await DescribeAsync(db, standing.Value, [instrument], now))[0];
    }

    /// <summary>How it stands at a moment, by its days, its revocation and who holds the seat then. Pure.</summary>
    public static string StateOf(
        DelegationInstrument instrument,
        SeatHolders holders,
        DateTime now
    ) =>
        RevokeDelegation.IsOver(instrument, now) ? DelegationStates.Over
        : instrument.Starts > London.DateOf(now) ? DelegationStates.Coming
        : holders[instrument.Seat].Instruments.Any(running => running.Id == instrument.Id)
            ? DelegationStates.InForce
        : DelegationStates.Dormant;

    private static async Task<IReadOnlyList<DelegationAnswer>> DescribeAsync(
        GovernanceDb db,
        Standing reader,
        DelegationInstrument[] instruments,
        DateTime now
    )
    {
        if (instruments.Length == 0)
        {
            return [];
        }

        SeatHolders holders = await SeatHolders.LoadAsync(db, reader.PartnershipId, now);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            instruments.SelectMany(d => (string[])[d.FromPersonId, d.ToPersonId, d.GrantedBy])
        );
        bool seesPapers = reader.HoldsAny(DutiesMatrix.ReadRecord.Roles);
        return
        [
            .. instruments.Select(d => new DelegationAnswer(
                d.Id,
                d.PartnershipId,
                d.Seat,
                Line(d.FromPersonId),
                Line(d.ToPersonId),
                d.Classes,
                d.Starts,
                d.Ends,
                Line(d.GrantedBy),
                d.RevokedFrom,
                StateOf(d, holders, now),
                seesPapers ? d.Evidence : null,
                seesPapers ? d.RevocationReason : null
            )),
        ];

        PersonLine Line(string id) => new(id, names.GetValueOrDefault(id, id));
    }

    private static Task<Result<Standing>> SeeAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateOnly today
    ) =>
        PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            today
        );
}
