using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Every seat of an open challenge has one live instance; a stage that waits has its asks, its clock and, while that runs, its timer;
/// nothing waits for a challenge that has ended; every stored challenge is what the record says of it, and none is gone.
/// </summary>
public sealed class ScrutinyReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        IQueryable<Challenge> challenges = db.Set<Challenge>();
        IQueryable<Challenge> open = challenges.Where(each => each.State == ChallengeStates.Open);
        await AddAsync(
            "challenge.without-workflow",
            "The workflow of a seat of this challenge is over, and the challenge is not.",
            open.Where(challenge =>
                db.Set<ChallengeAddressee>()
                    .Any(seat =>
                        seat.ChallengeId == challenge.Id
                        && !db.Set<WorkflowInstance>()
                            .Any(instance =>
                                instance.Id == seat.InstanceId
                                && instance.Status == WorkflowStatus.Running
                            )
                    )
            )
        );
        await AddAsync(
            "challenge.awaited-when-over",
            "A workflow waits for a challenge that has ended.",
            challenges.Where(challenge =>
                challenge.State != ChallengeStates.Open
                && db.Set<ChallengeAddressee>()
                    .Any(seat =>
                        seat.ChallengeId == challenge.Id
                        && db.Set<WorkflowBookmark>()
                            .Any(mark => mark.InstanceId == seat.InstanceId)
                    )
            )
        );
        await AddAsync(
            "challenge.stage-open-when-over",
            "A stage still waits for an answer to a challenge that has ended.",
            challenges.Where(challenge =>
                challenge.State != ChallengeStates.Open
                && db.Set<ChallengeStage>()
                    .Any(stage => stage.ChallengeId == challenge.Id && stage.EndedAt == null)
            )
        );
        await AddAsync(
            "challenge.nobody-asked",
            "A seat of this challenge waits for an answer or an assessment, and nobody is asked.",
            open.Where(challenge =>
                db.Set<ChallengeAddressee>()
                    .Any(seat =>
                        seat.ChallengeId == challenge.Id
                        && seat.State != AddresseeStates.Adequate
                        && seat.State != AddresseeStates.External
                    )
                && !db.Set<Ask>()
                    .Any(ask =>
                        ask.SubjectType == ScrutinyWords.Challenge
                        && ask.SubjectId == challenge.Id
                        && ask.State == AskStates.Open
                    )
            )
        );
        await AddAsync(
            "challenge.stage-without-timer",
            "A limit runs in this challenge, and nothing happens at its end.",
            open.Where(challenge =>
                db.Set<ChallengeStage>()
                    .Any(stage =>
                        stage.ChallengeId == challenge.Id
                        && stage.EndedAt == null
                        && db.Set<Clock>()
                            .Any(clock =>
                                clock.Id == stage.RespondClockId
                                && clock.State == ClockStates.Running
                            )
                        && !db.Set<WorkflowTimer>()
                            .Any(timer => timer.Key == "clock:" + stage.RespondClockId + ":due")
                    )
            )
        );
        drifts.AddRange(await ChallengeCheck.DriftsAsync(db, partnershipId: null, cancellation));
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<Challenge> which) =>
            drifts.AddRange(
                (
                    await which
                        .OrderBy(each => each.Id)
                        .Select(each => new { each.Id, each.PartnershipId })
                        .ToListAsync(cancellation)
                ).Select(each => DriftOf(code, each.PartnershipId, each.Id, text))
            );
    }

    private static Drift DriftOf(string code, string partnershipId, string id, string text) =>
        new(code, partnershipId, new SubjectRef(ScrutinyWords.Challenge, id), text);
}
