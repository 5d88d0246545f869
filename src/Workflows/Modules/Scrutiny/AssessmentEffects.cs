using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>Who held the scrutiny function when, as far as an answer's arrival asks for it. Pure.</summary>
internal static class ScrutinyGaps
{
    public static bool IsVacantOn(DateOnly day, IEnumerable<Appointment> scrutineers) =>
        !scrutineers.Any(a => a.IsHeldOn(day));

    /// <summary>The first day from this one on that somebody holds it; null where nobody is appointed.</summary>
    public static DateOnly? FirstHeldFrom(DateOnly day, IEnumerable<Appointment> scrutineers) =>
        scrutineers
            .Where(a => a.Status == AppointmentStates.Active && a.LastDay >= day)
            .Select(a => (DateOnly?)(a.From > day ? a.From : day))
            .Min();
}

/// <summary>
/// The scrutiny function is asked to assess an answer. It has no limit for that, but for an answer that arrived while nobody held it:
/// a successor has so many working days from their first day on (DOMAIN B5.10). Until then the step waits for an appointment's day.
/// </summary>
public sealed class AwaitAssessmentEffect(RunningClocks clocks) : IEffectHandler
{
    public string Kind => ScrutinyWords.AwaitAssessment;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (await EffectRows.FindAsync(act, context) is not var (challenge, addressee))
        {
            return Refusal.NotFound;
        }

        await act.Db.SaveChangesAsync();
        await EnsureAskedAsync(act, challenge, addressee);
        if (addressee.GapClockId is not null || addressee.State != AddresseeStates.Answered)
        {
            return (JsonObject?)null;
        }

        Appointment[] scrutineers =
        [
            .. (await AppointmentRoll.HistoryAsync(act.Db, act.PartnershipId)).Where(a =>
                a.Role == Roles.Scrutineer
            ),
        ];
        ChallengeStatement? answer = (
            await act
                .Db.Set<ChallengeStatement>()
                .Where(each => each.ChallengeId == challenge.Id && each.Seat == addressee.Seat)
                .OrderByDescending(each => each.Number)
                .ToListAsync()
        ).Find(each => each.IsAnswer);
        if (answer is null || !ScrutinyGaps.IsVacantOn(answer.On, scrutineers))
        {
            return (JsonObject?)null;
        }

        DateOnly today = London.DateOf(act.Now);
        return ScrutinyGaps.FirstHeldFrom(today, scrutineers) switch
        {
            null => null,
            { } first when first > today => new JsonObject
            {
                ["next"] = Text(London.ToUtc(first, TimeOnly.MinValue)),
            },
            _ => await LimitAsync(
                act,
                challenge,
                addressee,
                payload["workingDays"]!.GetValue<int>()
            ),
        };
    }

    internal static string Text(DateTime moment) =>
        moment.ToString("O", CultureInfo.InvariantCulture);

    private static async Task EnsureAskedAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee
    )
    {
        if (
            addressee.State != AddresseeStates.Answered
            || addressee.ScrutinyAskId is { } id
                && (await act.Db.Set<Ask>().FindAsync(id))!.State == AskStates.Open
        )
        {
            return;
        }

        addressee.ScrutinyAskId = (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    ScrutinyWords.AskToAssess,
                    new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
                    ScrutinyTexts.NameOf(challenge.Number),
                    Role: Roles.Scrutineer
                )
            )
        ).Id;
    }

    private async Task<JsonObject> LimitAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        int workingDays
    )
    {
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = ScrutinyWords.Challenge,
                SubjectId = challenge.Id,
                Purpose = ScrutinyWords.Assess,
                Title = ScrutinyTexts.ClockTitle(ScrutinyWords.Assess, challenge.Number),
                Seat = addressee.Seat,
                Limit = ClockLimit.WorkingDays(workingDays),
                ReceivedAt = act.Now,
            }
        );
        addressee.GapClockId = clock.Id;
        await AskBook.SetDueAsync(act, addressee.ScrutinyAskId!, clock.DueAt, clock.Id);
        await ScrutinyNotices.GapAsync(act, challenge, addressee.Seat, clock.DueAt);
        act.AlsoRecord(
            "challenge.gap-limit-opened",
            new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
            new { addressee.Seat, due = clock.DueAt }
        );
        return new JsonObject { ["timers"] = ClockAnswers.Timers(clock) };
    }
}

/// <summary>A successor's limit has passed. Nothing is accepted by it: leads and business unit are told, and the step waits on.</summary>
public sealed class AssessmentLate(RunningClocks clocks) : IEffectHandler
{
    public string Kind => ScrutinyWords.AssessmentLate;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (
            await EffectRows.FindAsync(act, context) is not var (challenge, addressee)
            || addressee.GapClockId is not { } clockId
        )
        {
            return (JsonObject?)null;
        }

        if (!await clocks.ExpireAsync(act, clockId))
        {
            return await ClockAnswers.MovedOnAsync(act, clockId);
        }

        await ScrutinyNotices.AssessmentLateAsync(act, challenge, addressee.Seat);
        act.AlsoRecord(
            "challenge.assessment-late",
            new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
            new { addressee.Seat }
        );
        return (JsonObject?)null;
    }
}

/// <summary>The wait for the scrutiny function is over: it has assessed, or the challenge has ended.</summary>
public sealed class CancelAssessment(ChallengeAssessing assessing) : IEffectHandler
{
    public string Kind => ScrutinyWords.CancelAssessment;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        if (await EffectRows.FindAsync(act, context) is var (_, addressee))
        {
            await assessing.EndAsync(act, addressee, done: false);
        }

        return (JsonObject?)null;
    }
}

/// <summary>Ends what asks the scrutiny function for something.</summary>
public sealed class ChallengeAssessing(RunningClocks clocks)
{
    internal async Task EndAsync(Act act, ChallengeAddressee addressee, bool done)
    {
        if (addressee.ScrutinyAskId is { } ask)
        {
            if (done)
            {
                await AskBook.CompleteAsync(act, ask);
            }
            else
            {
                await AskBook.CancelAsync(act, ask, "It is no longer needed");
            }
        }

        if (addressee.GapClockId is { } clock)
        {
            if (done)
            {
                await clocks.MeetAsync(act, clock);
            }
            else
            {
                await clocks.StopAsync(act, clock, "It is no longer needed");
            }

            addressee.GapClockId = null;
        }

        addressee.ScrutinyAskId = null;
    }
}

/// <summary>Somebody was appointed as scrutineer or left: what waits to be assessed looks again at when somebody will be there.</summary>
public sealed class FollowScrutineers(ChallengeWorkflow workflow) : IOnPartnershipEvent
{
    public async Task HandleAsync(Act act, PartnershipEvent happened)
    {
        Appointment? appointment = happened switch
        {
            AppointmentMade made => made.Appointment,
            AppointmentEnded ended => ended.Appointment,
            _ => null,
        };
        if (appointment?.Role != Roles.Scrutineer)
        {
            return;
        }

        await act.Db.SaveChangesAsync();
        string[] waiting = await act
            .Db.Set<ChallengeAddressee>()
            .Where(each =>
                each.PartnershipId == act.PartnershipId
                && each.State == AddresseeStates.Answered
                && each.GapClockId == null
            )
            .OrderBy(each => each.Id)
            .Select(each => each.Id)
            .ToArrayAsync();
        foreach (string addressee in waiting)
        {
            await workflow.TellAsync(act, addressee, ScrutinyWords.ScrutinyChanged);
        }
    }
}
