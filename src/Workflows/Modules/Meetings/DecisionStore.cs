using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Numbers and keeps decisions, in an act.</summary>
internal static class DecisionStore
{
    /// <summary>Two at once get the same: the later one loses the race and is counted again.</summary>
    public static async Task<int> NextNumberAsync(Act act) =>
        1
        + (
            await act
                .Db.Set<Decision>()
                .Where(decision => decision.PartnershipId == act.PartnershipId)
                .MaxAsync(decision => (int?)decision.Number)
            ?? 0
        );

    /// <summary>Keeps what the basis says, and nothing else.</summary>
    public static Decision Add(Act act, DecisionBasis basis)
    {
        string text = basis.Write();
        Decision decision = new()
        {
            Id = act.NewId(),
            PartnershipId = basis.Partnership,
            BodyId = basis.Body.Id,
            MeetingId = basis.Meeting?.Id,
            ItemId = basis.Item?.Id,
            ProcedureId = basis.Procedure?.Id,
            Number = basis.Number,
            Text = basis.Text,
            Outcome = basis.Outcome,
            Dissent = basis.Dissent,
            Discretion = basis.Discretion,
            DecidedAt = basis.Decided,
            RecordedBy = act.Caller.PersonId,
            SupersedesId = basis.Supersedes,
            Basis = text,
            Hash = Decision.HashOf(text),
        };
        act.Db.Add(decision);
        return decision;
    }

    public static BasisPaper[] PapersOf(IEnumerable<Paper> papers) =>
        [
            .. papers.Select(paper => new BasisPaper(
                paper.Id,
                paper.Name,
                paper.Newest.Hash,
                paper.CirculatedVersion?.Hash
            )),
        ];

    public static async Task<Refusal?> CheckSupersededAsync(
        Act act,
        string? earlierId,
        string outcome
    )
    {
        if (earlierId is null)
        {
            return null;
        }

        Decision? earlier = await DecisionBook.FindAsync(act.Db, act.PartnershipId, earlierId);
        return earlier is null
                ? Refusal.Invalid("supersedes", "Name a decision of this partnership.")
            : outcome != DecisionOutcomes.Decided
                ? Refusal.Invalid("supersedes", "Only what is decided supersedes a decision.")
            : DecisionRules.Supersede(
                earlier,
                await act.Db.Set<Decision>().AnyAsync(later => later.SupersedesId == earlierId)
            );
    }
}
