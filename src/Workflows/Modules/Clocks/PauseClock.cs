using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>
/// A clock stands still, for a reason that its module lists, until a named day (DOMAIN B6.7). Who, why and until when stand on its
/// receipt; nothing stands still without an end.
/// </summary>
public sealed class PauseClock(Acts acts, RunningClocks clocks, IEnumerable<PausableClocks> rules)
{
    private readonly PausableClocks[] _rules = [.. rules];

    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        string clockId,
        PauseClockBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "clock.pause",
            caller,
            clockId,
            async (act, clock, rule, mayPause, pauses) =>
            {
                if (
                    PauseRules.Check(
                        clock,
                        rule,
                        mayPause,
                        pauses,
                        body,
                        London.DateOf(act.Now),
                        act.Now
                    ) is
                    { } refusal
                )
                {
                    return refusal;
                }

                ClockPause pause = new()
                {
                    Id = act.NewId(),
                    ClockId = clockId,
                    From = act.Now,
                    Until = London.ToUtc(body.Until!.Value, TimeOnly.MinValue),
                    Reason = body.Reason!,
                    Words = rule!.Reasons[body.Reason!],
                    Note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim(),
                    By = act.Caller.PersonId,
                };
                DateTime oldDue = clock.DueAt;
                await clocks.PauseAsync(act, clock, pause);
                act.Payload = new
                {
                    pause.Reason,
                    body.Until,
                    pause.Note,
                    oldDue,
                    newDue = clock.DueAt,
                };
                return new Done();
            },
            cancellation
        );

    /// <summary>The clock runs again before the named day.</summary>
    public Task<Result<Done>> EndAsync(
        ActCaller caller,
        string clockId,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "clock.resume",
            caller,
            clockId,
            async (act, clock, rule, mayPause, pauses) =>
            {
                if (PauseRules.CheckEnd(clock, rule, mayPause, pauses, act.Now) is { } refusal)
                {
                    return refusal;
                }

                DateTime oldDue = clock.DueAt;
                await clocks.EndPauseAsync(act, clock, pauses.Single(pause => pause.End > act.Now));
                act.Payload = new { oldDue, newDue = clock.DueAt };
                return new Done();
            },
            cancellation
        );

    /// <summary>The reasons for which somebody may pause a clock now, by wire name; none where they may not.</summary>
    internal IReadOnlyDictionary<string, string> ReasonsFor(Clock clock, Standing standing) =>
        clock.IsRunning && RuleOf(clock) is { } rule && standing.Holds(rule.Role)
            ? rule.Reasons
            : new Dictionary<string, string>();

    private PausableClocks? RuleOf(Clock clock) => Array.Find(_rules, rule => rule.Covers(clock));

    private Task<Result<Done>> RunAsync(
        string name,
        ActCaller caller,
        string clockId,
        Func<
            Act,
            Clock,
            PausableClocks?,
            bool,
            IReadOnlyList<ClockPause>,
            Task<Result<Done>>
        > decide,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = name,
                Caller = caller,
                Permission = ClocksPermissions.Pause,
                Locate = async act =>
                    await act.LockAsync<Clock>(clockId) is { } clock
                        ? new ActPlace(clock.PartnershipId, new SubjectRef("clock", clockId))
                        : null,
                Decide = async act =>
                {
                    Clock clock = await clocks.CurrentAsync(act, clockId);
                    PausableClocks? rule = RuleOf(clock);
                    return await decide(
                        act,
                        clock,
                        rule,
                        rule is not null && act.Kept<Standing>()!.Holds(rule.Role),
                        await ClockPause.OfAsync(act.Db, clockId)
                    );
                },
            },
            cancellation
        );
}
