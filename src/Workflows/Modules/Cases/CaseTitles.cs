using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Modules.Definitions;
using Governance.Modules.Escalation;
using Governance.Modules.Policies;
using Governance.Modules.Requests;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Cases;

/// <summary>
/// What the cases are called that instances run for, as far as the reader may know: a policy by the title that they see, a group by its
/// name, challenges by number and seat, as the public register has them.
/// </summary>
public static class CaseTitles
{
    /// <summary>By the subject's id; what has no title for this reader is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateOnly today,
        IEnumerable<InstanceSubject> subjects
    )
    {
        ILookup<string, string> ids = subjects
            .Distinct()
            .ToLookup(each => each.Type, each => each.Id);
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        Add(
            await PolicyTitles.OfAsync(
                db,
                partnershipId,
                personId,
                today,
                ids[PoliciesWords.Policy]
            )
        );
        Add(await GroupBook.NamesAsync(db, partnershipId, ids[GroupWords.Group]));
        Add(await SeatsAsync(db, [.. ids[ScrutinyWords.Addressee]]));
        Add(await EscalationsAsync(db, [.. ids[EscalationWords.Challenge]]));
        Add(await ChangesAsync(db, [.. ids[DefinitionsWords.Change]]));
        Add(await RequestBook.TitlesAsync(db, partnershipId, ids[RequestsWords.Undertaking]));
        return titles;

        void Add(IEnumerable<KeyValuePair<string, string>> found)
        {
            foreach ((string id, string title) in found)
            {
                titles[id] = title;
            }
        }
    }

    private static async Task<Dictionary<string, string>> SeatsAsync(
        GovernanceDb db,
        string[] ids
    ) =>
        ids.Length == 0
            ? []
            : await (
                from seat in db.Set<ChallengeAddressee>()
                join challenge in db.Set<Challenge>() on seat.ChallengeId equals challenge.Id
                where ids.Contains(seat.Id)
                select new
                {
                    seat.Id,
                    seat.Seat,
                    challenge.Number,
                }
            ).ToDictionaryAsync(
                each => each.Id,
                each => $"Challenge {each.Number}, for {ScrutinyTexts.SeatOf(each.Seat)}"
            );

    private static async Task<Dictionary<string, string>> EscalationsAsync(
        GovernanceDb db,
        string[] ids
    ) =>
        ids.Length == 0
            ? []
            : await db.Set<ProfessionalChallenge>()
                .Where(each => ids.Contains(each.Id))
                .Select(each => new { each.Id, each.Number })
                .ToDictionaryAsync(
                    each => each.Id,
                    each => $"Professional challenge {each.Number}"
                );

    private static async Task<Dictionary<string, string>> ChangesAsync(
        GovernanceDb db,
        string[] ids
    ) =>
        ids.Length == 0
            ? []
            : await (
                from change in db.Set<FrameworkChange>()
                join version in db.Set<WorkflowDefinitionVersion>()
                    on change.VersionId equals version.Id
                where ids.Contains(change.Id)
                select new
                {
                    change.Id,
                    version.Name,
                    change.Number,
                }
            ).ToDictionaryAsync(
                each => each.Id,
                each => $"Change of “{each.Name}”, version {each.Number}"
            );
}
