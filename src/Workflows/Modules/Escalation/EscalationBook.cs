using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>One challenge as its readers see it.</summary>
public static class EscalationBook
{
    /// <summary>For the business unit, the scrutiny function, whoever raised it, and those whom a stage asks or has asked; to others it does not exist.</summary>
    public static async Task<Result<EscalationAnswer>> FindAsync(
        GovernanceDb db,
        string challengeId,
        string personId,
        DateTime now
    )
    {
        ProfessionalChallenge? challenge = await db.Set<ProfessionalChallenge>()
            .FindAsync(challengeId);
        Standing standing = await Standing.LoadAsync(
            db,
            challenge?.PartnershipId ?? "",
            personId,
            London.DateOf(now)
        );
        return
            challenge is not null
            && MayRead(standing, challenge, await StagesAsync(db, challenge.Id))
            ? await AnswerAsync(db, challenge)
            : Refusal.NotFound;
    }

    /// <summary>What the viewer is in it, for pages that offer what they can do; whether an act is allowed stays the act's to say.</summary>
    public static async Task<EscalationRole> RoleOfAsync(
        GovernanceDb db,
        string challengeId,
        string personId,
        DateTime now
    )
    {
        ProfessionalChallenge? challenge = await db.Set<ProfessionalChallenge>()
            .FindAsync(challengeId);
        if (challenge is null)
        {
            return new EscalationRole(false, false);
        }

        Standing standing = await Standing.LoadAsync(
            db,
            challenge.PartnershipId,
            personId,
            London.DateOf(now)
        );
        EscalationStage? stage = await db.Set<EscalationStage>()
            .FindAsync(challenge.Id, challenge.Stage);
        bool isRaiser = challenge.RaiserId == personId;
        return new EscalationRole(
            isRaiser,
            !isRaiser
                && stage?.AskedOf is { } asked
                && EscalationPermissions.IsAsked(standing, asked)
        );
    }

    /// <summary>Pure: who may know of a challenge.</summary>
    internal static bool MayRead(
        Standing standing,
        ProfessionalChallenge challenge,
        IEnumerable<EscalationStage> stages
    ) =>
        standing.IsKnown
        && !standing.Holds(Roles.Administrator)
        && (
            standing.HoldsAny(EscalationPermissions.ReadAll.Roles)
            || challenge.RaiserId == standing.PersonId
            || EscalationPermissions.ActsFor(standing, challenge.RaisedWith)
            || stages.Any(stage =>
                stage.AskedOf is { } asked && EscalationPermissions.IsAsked(standing, asked)
            )
        );

    /// <summary>Without the names of those who answered: a raiser by key needs to know what, not who.</summary>
    internal static EscalationAnswer ForRaiser(EscalationAnswer answer) =>
        answer with
        {
            Instance = null,
            Stages =
            [
                .. answer.Stages.Select(stage =>
                    stage with
                    {
                        Entries = [.. stage.Entries.Select(entry => entry with { By = null })],
                    }
                ),
            ],
        };

    internal static async Task<IReadOnlyList<EscalationStage>> StagesAsync(
        GovernanceDb db,
        string challengeId
    ) =>
        await db.Set<EscalationStage>()
            .Where(stage => stage.ChallengeId == challengeId)
            .OrderBy(stage => stage.Number)
            .ToListAsync();

    internal static async Task<EscalationAnswer> AnswerAsync(
        GovernanceDb db,
        ProfessionalChallenge challenge
    )
    {
        LadderContent ladder = await EscalationPlace.LadderAsync(db, challenge);
        Ladder row = (await db.Set<Ladder>().FindAsync(challenge.LadderId))!;
        IReadOnlyDictionary<string, string> bodies = await EscalationParties.NamesAsync(
            db,
            challenge.PartnershipId
        );
        IReadOnlyList<EscalationStage> stages = await StagesAsync(db, challenge.Id);
        IReadOnlyList<EscalationClock> clocks = await ClocksAsync(db, challenge.Id);
        List<ChallengeEntry> entries = await db.Set<ChallengeEntry>()
            .Where(entry => entry.ChallengeId == challenge.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            entries.Select(entry => entry.ById).OfType<string>()
        );
        return new EscalationAnswer(
            challenge.Id,
            challenge.PartnershipId,
            challenge.Number,
            challenge.State,
            challenge.Stage,
            row.Key,
            challenge.LadderVersion,
            ladder.Name,
            challenge.Kind,
            challenge.CaseReference,
            challenge.Concern,
            challenge.RaisedWith,
            bodies.GetValueOrDefault(challenge.RaisedWith, challenge.RaisedWith),
            challenge.RaisedFor,
            challenge.Theme,
            challenge.Urgency,
            challenge.ImmediateRisk,
            challenge.EnteredAtStage,
            challenge.RiskReason,
            challenge.RaisedAt,
            challenge.EndedAt,
            ladder.Ends,
            [
                .. ladder.Stages.Select(
                    (rung, place) =>
                        StageAnswer(place + 1, rung, stages, clocks, entries, bodies, names)
                ),
            ],
            clocks,
            challenge.InstanceId,
            challenge.StatusKeyHash is not null
        );
    }

    /// <summary>Every limit that the challenge has had, oldest first.</summary>
    internal static async Task<IReadOnlyList<EscalationClock>> ClocksAsync(
        GovernanceDb db,
        string challengeId
    )
    {
        var rows = await (
            from duty in db.Set<StageDuty>()
            join clock in db.Set<Clock>() on duty.ClockId equals clock.Id
            where duty.ChallengeId == challengeId
            orderby duty.Id
            select new { duty, clock }
        ).ToListAsync();
        return
        [
            .. rows.Select(row => new EscalationClock(
                row.clock.Id,
                row.duty.What,
                row.duty.Stage,
                row.clock.ReceivedAt,
                row.clock.DueAt,
                row.clock.State,
                row.duty.IsLate
            )),
        ];
    }

    private static EscalationStageAnswer StageAnswer(
        int number,
        LadderStage rung,
        IReadOnlyList<EscalationStage> stages,
        IReadOnlyList<EscalationClock> clocks,
        List<ChallengeEntry> entries,
        IReadOnlyDictionary<string, string> bodies,
        IReadOnlyDictionary<string, string> names
    )
    {
        EscalationStage? stage = stages.SingleOrDefault(each => each.Number == number);
        EscalationClock[] own = [.. clocks.Where(clock => clock.Stage == number)];
        return new EscalationStageAnswer(
            number,
            rung.Label!,
            stage?.State ?? StageStates.NotReached,
            stage?.AskedOf is { } asked ? EscalationParties.Words(asked, bodies) : null,
            rung.Who,
            stage?.ReceivedAt,
            own.Any(clock => clock is { What: StageDuties.Acknowledge, Late: true }),
            own,
            [
                .. entries
                    .Where(entry => entry.Stage == number)
                    .Select(entry => new EscalationEntryAnswer(
                        entry.Id,
                        entry.Stage,
                        entry.Kind,
                        entry.Text,
                        entry.Held,
                        entry.At,
                        entry.ById is { } by ? names.GetValueOrDefault(by, by) : null,
                        entry.ByRaiser
                    )),
            ],
            rung.Form,
            rung.Note
        );
    }
}
