using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>Finds disseminations with their agencies, opens an agency's ask, and ends what is asked.</summary>
public sealed class DisseminationStore(RunningClocks clocks)
{
    public static Task<Dissemination?> FindAsync(GovernanceDb db, string id) =>
        Whole(db).SingleOrDefaultAsync(each => each.Id == id);

    public static Task<Dissemination?> OfVersionAsync(
        GovernanceDb db,
        string policyId,
        int number
    ) => Whole(db).SingleOrDefaultAsync(each => each.PolicyId == policyId && each.Number == number);

    /// <summary>Those of a policy that are still open; more than one only while a later one takes their place.</summary>
    public static Task<List<Dissemination>> OpenAsync(GovernanceDb db, string policyId) =>
        Whole(db)
            .Where(each => each.PolicyId == policyId && each.State == DisseminationStates.Open)
            .OrderBy(each => each.Number)
            .ToListAsync();

    public static async Task<string> AskAsync(
        Act act,
        Dissemination dissemination,
        string agencyId,
        DateTime dueAt,
        string clockId
    ) =>
        (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    LibraryWords.AskToConfirm,
                    dissemination.Subject,
                    dissemination.Title,
                    AgencyId: agencyId,
                    DueAt: dueAt,
                    ClockId: clockId
                )
            )
        ).Id;

    /// <summary>Nothing more is asked: asks and clock end, what was confirmed stays. Its workflow is the caller's matter.</summary>
    /// <param name="why">A fixed text of the product.</param>
    public async Task EndAsync(Act act, Dissemination dissemination, string state, string why)
    {
        dissemination.End(state, act.Now);
        foreach (AgencyCascade agency in dissemination.Outstanding)
        {
            await AskBook.CancelAsync(act, agency.AskId, why);
        }

        if (dissemination.ClockId is not null)
        {
            await clocks.StopAsync(act, dissemination.ClockId, why);
        }

        act.AlsoRecord(
            "cascade." + state,
            dissemination.Subject,
            new
            {
                version = dissemination.Number,
                confirmed = dissemination.Agencies.Count - dissemination.Outstanding.Count(),
                agencies = dissemination.Agencies.Count,
            }
        );
    }

    private static IQueryable<Dissemination> Whole(GovernanceDb db) =>
        db.Set<Dissemination>().Include(each => each.Agencies);
}
