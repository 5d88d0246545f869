using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Which decisions are listed; nothing set lists all that the reader may see.</summary>
public sealed record DecisionFilter(string? Body = null, string? Outcome = null)
{
    public Refusal? Check() =>
        Outcome is null || DecisionOutcomes.All.Contains(Outcome)
            ? null
            : Refusal.Malformed(
                "outcome",
                $"The outcomes are {string.Join(", ", DecisionOutcomes.All)}."
            );
}

/// <summary>The register of decisions.</summary>
public static class DecisionBook
{
    /// <summary>One decision of a partnership, for other modules; null when it has none of that id.</summary>
    public static Task<Decision?> FindAsync(GovernanceDb db, string partnershipId, string id) =>
        db.Set<Decision>()
            .SingleOrDefaultAsync(decision =>
                decision.Id == id && decision.PartnershipId == partnershipId
            );

    /// <summary>Latest first, as far as the reader's bodies reach.</summary>
    public static async Task<Result<Page<DecisionLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        DecisionFilter filter,
        string? after = null,
        int take = 50
    )
    {
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            partnershipId,
            personId,
            now
        );
        if (standing.IsRefused || filter.Check() is not null)
        {
            return standing.Refusal ?? filter.Check()!;
        }

        int before = int.MaxValue;
        if (
            after is not null
            && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before)
        )
        {
            return Cursors.Unreadable();
        }

        IReadOnlyList<string>? reach = await BodyRoll.ReachOfAsync(db, standing.Value);
        IQueryable<Decision> decisions = db.Set<Decision>()
            .Where(each => each.PartnershipId == partnershipId && each.Number < before);
        if (filter.Body is { } body)
        {
            decisions = decisions.Where(each => each.BodyId == body);
        }

        if (reach is not null)
        {
            decisions = decisions.Where(each => reach.Contains(each.BodyId));
        }

        if (filter.Outcome is { } outcome)
        {
            decisions = decisions.Where(each => each.Outcome == outcome);
        }

        List<Decision> found = await decisions
            .OrderByDescending(each => each.Number)
            .Take(take + 1)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await MeetingBook.BodyNamesAsync(
            db,
            found.Select(each => each.BodyId)
        );
        IReadOnlyDictionary<string, string> superseded = await SupersededAsync(db, found);
        return new Page<DecisionLine>(
            [
                .. found
                    .Take(take)
                    .Select(each =>
                        MeetingAnswers.Of(
                            each,
                            names.GetValueOrDefault(each.BodyId, ""),
                            superseded.GetValueOrDefault(each.Id)
                        )
                    ),
            ],
            found.Count > take
                ? found[take - 1].Number.ToString(CultureInfo.InvariantCulture)
                : null
        );
    }

    /// <summary>One decision with everything that it rests on.</summary>
    public static async Task<Result<DecisionAnswer>> ReadAsync(
        GovernanceDb db,
        string decisionId,
        string personId,
        DateTime now
    )
    {
        Decision? decision = await db.Set<Decision>()
            .SingleOrDefaultAsync(each => each.Id == decisionId);
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            decision?.PartnershipId,
            personId,
            now
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool reads =
            BodyRoll.Reaches(await BodyRoll.ReachOfAsync(db, standing.Value), decision!.BodyId)
            || DecisionBasis.Read(decision.Basis).Present.Any(person => person.Person == personId);
        return reads ? await AnswerAsync(db, decision, now) : Refusal.NotFound;
    }

    /// <summary>By which decision each was superseded.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> SupersededAsync(
        GovernanceDb db,
        IEnumerable<Decision> decisions
    )
    {
        string[] ids = [.. decisions.Select(decision => decision.Id)];
        if (ids.Length == 0)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        return await db.Set<Decision>()
            .Where(later => later.SupersedesId != null && ids.Contains(later.SupersedesId))
            .ToDictionaryAsync(
                later => later.SupersedesId!,
                later => later.Id,
                StringComparer.Ordinal
            );
    }

    internal static async Task<DecisionAnswer> AnswerAsync(
        GovernanceDb db,
        Decision decision,
        DateTime now
    )
    {
        DecisionBasis basis = DecisionBasis.Read(decision.Basis);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [decision.RecordedBy]
        );
        List<MeetingAction> actions = await db.Set<MeetingAction>()
            .Where(action => action.DecisionId == decision.Id)
            .OrderBy(action => action.Number)
            .ToListAsync();
        return new DecisionAnswer
        {
            Id = decision.Id,
            Partnership = decision.PartnershipId,
            Number = decision.Number,
            Body = decision.BodyId,
            BodyName = basis.Body.Name,
            Meeting = decision.MeetingId,
            Item = decision.ItemId,
            ItemTitle = basis.Item?.Name ?? basis.Procedure?.Name,
            Procedure = decision.ProcedureId,
            Text = decision.Text,
            Outcome = decision.Outcome,
            Dissent = decision.Dissent,
            Discretion = decision.Discretion,
            Rule = basis.Rule,
            Quorate = basis.Quorate,
            Quorum = basis.Quorum,
            Present =
            [
                .. basis.Present.Select(person => new PresentAnswer(
                    person.Person,
                    person.Name,
                    person.Place,
                    person.DeputyFor,
                    person.Withdrew
                )),
            ],
            Papers =
            [
                .. basis.Papers.Select(paper => new DecisionPaperAnswer(
                    paper.Id,
                    paper.Name,
                    paper.Hash,
                    paper.Circulated
                )),
            ],
            Decided = decision.DecidedAt,
            RecordedBy = new PersonLine(
                decision.RecordedBy,
                names.GetValueOrDefault(decision.RecordedBy, decision.RecordedBy)
            ),
            Supersedes = decision.SupersedesId,
            SupersededBy = (await SupersededAsync(db, [decision])).GetValueOrDefault(decision.Id),
            Hash = decision.Hash,
            Basis = decision.Basis,
            Actions = [.. actions.Select(action => MeetingAnswers.Of(action, now))],
        };
    }
}
