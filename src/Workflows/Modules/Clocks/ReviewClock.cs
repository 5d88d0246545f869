using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>
/// Somebody of the business unit has looked at a clock that a new calendar version flagged, and says what they found: the flag
/// goes, the deadline stays as it is. What they found stands in the record.
/// </summary>
public sealed class ReviewClock(Acts acts)
{
    public const int LongestFinding = 2000;

    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        string clockId,
        ReviewClockBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "clock.review",
                Caller = caller,
                Permission = ClocksPermissions.Review,
                Locate = async act =>
                    await act.LockAsync<Clock>(clockId) is { } clock
                        ? new ActPlace(clock.PartnershipId, new SubjectRef("clock", clockId))
                        : null,
                Decide = async act =>
                {
                    if (string.IsNullOrWhiteSpace(body.Found) || body.Found.Length > LongestFinding)
                    {
                        return Refusal.Invalid(
                            "found",
                            $"Say what you found, in up to {LongestFinding} characters."
                        );
                    }

                    Clock clock = (await act.Db.Set<Clock>().FindAsync(clockId))!;
                    if (!clock.FlaggedForHuman)
                    {
                        return ClockRefusals.NotFlagged;
                    }

                    clock.FlaggedForHuman = false;
                    act.Payload = new { body.Found, due = clock.DueAt };
                    return new Done();
                },
            },
            cancellation
        );
}
