using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>
/// Every open round has one live instance that waits for it, a clock, and an ask for each seat that has not signed; and nothing
/// waits for a round that is over.
/// </summary>
public sealed class RoundReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<SignOffRound> open = await db.Set<SignOffRound>()
            .Include(round => round.Seats)
            .Include(round => round.Signatures)
            .Where(round => round.State == RoundStates.Open)
            .OrderBy(round => round.Id)
            .ToListAsync(cancellation);
        List<Drift> drifts = [];
        foreach (SignOffRound round in open.Where(round => round.IntegrityAlarmAt is null))
        {
            drifts.AddRange(await CheckAsync(db, round, cancellation));
        }

        drifts.AddRange(await AsksOfClosedRoundsAsync(db, cancellation));
        drifts.AddRange(await WaitsForClosedRoundsAsync(db, cancellation));
        return drifts;
    }

    private static async Task<List<Drift>> CheckAsync(
        GovernanceDb db,
        SignOffRound round,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        if (!round.IsHandedOver)
        {
            int waiting = await db.Set<WorkflowBookmark>()
                .CountAsync(
                    bookmark =>
                        bookmark.Stimulus == SignOffWords.Completed && bookmark.Key == round.Id,
                    cancellation
                );
            if (waiting != 1)
            {
                drifts.Add(
                    Of(round, "sign-off.not-awaited", $"{waiting} workflows wait for this round.")
                );
            }
        }

        bool lives = await db.Set<WorkflowInstance>()
            .AnyAsync(
                instance =>
                    instance.Id == round.InstanceId && instance.Status == WorkflowStatus.Running,
                cancellation
            );
        if (!lives)
        {
            drifts.Add(
                Of(round, "sign-off.without-workflow", "The workflow of this open round is over.")
            );
        }

        if (!await db.Set<Clock>().AnyAsync(clock => clock.Id == round.ClockId, cancellation))
        {
            drifts.Add(Of(round, "sign-off.without-clock", "This open round has no clock."));
        }

        string[] wanted =
        [
            .. round
                .Seats.Where(seat => seat.State != RoundSeatStates.HasSigned)
                .Select(seat => seat.AskId ?? ""),
        ];
        int asked = await db.Set<Ask>()
            .CountAsync(
                ask => wanted.Contains(ask.Id) && ask.State == AskStates.Open,
                cancellation
            );
        if (asked != wanted.Length)
        {
            drifts.Add(
                Of(
                    round,
                    "sign-off.without-ask",
                    $"{wanted.Length} seats have not signed, {asked} are asked."
                )
            );
        }

        return drifts;
    }

    private static async Task<IEnumerable<Drift>> AsksOfClosedRoundsAsync(
        GovernanceDb db,
        CancellationToken cancellation
    ) =>
        (
            await (
                from ask in db.Set<Ask>()
                where ask.SubjectType == SignOffWords.Round && ask.State == AskStates.Open
                join round in db.Set<SignOffRound>() on ask.SubjectId equals round.Id
                where round.State != RoundStates.Open
                orderby ask.Id
                select round
            ).ToListAsync(cancellation)
        ).Select(round => Of(round, "sign-off.asked-when-over", "A closed round is still asked."));

    private static async Task<IEnumerable<Drift>> WaitsForClosedRoundsAsync(
        GovernanceDb db,
        CancellationToken cancellation
    ) =>
        (
            await (
                from bookmark in db.Set<WorkflowBookmark>()
                where bookmark.Stimulus == SignOffWords.Completed
                join round in db.Set<SignOffRound>() on bookmark.Key equals round.Id
                where round.State != RoundStates.Open
                orderby bookmark.Id
                select round
            ).ToListAsync(cancellation)
        ).Select(round =>
            Of(round, "sign-off.awaited-when-over", "A workflow waits for a closed round.")
        );

    private static Drift Of(SignOffRound round, string code, string text) =>
        new(
            code,
            round.PartnershipId,
            new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
            text
        );
}
