using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>How long a stage takes, as its step in the definition says.</summary>
internal sealed record StageLimits(
    int? Acknowledge,
    int Respond,
    IReadOnlyList<int> ReminderWorkingDays
);

/// <summary>Opens and ends the stages of a seat: the row, its asks and its clocks, always as part of somebody's act.</summary>
public sealed class ChallengeStages(RunningClocks clocks)
{
    /// <summary>
    /// The seat comes to a stage. Both clocks run from its receipt: the act's moment, the assessment that moved it on, or the limit
    /// that passed. Null where the stage has nobody to ask. What is open at this stage already is taken up again.
    /// </summary>
    internal async Task<ChallengeStage?> OpenAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        string stage,
        StageLimits limits
    )
    {
        await act.Db.SaveChangesAsync();
        if (await ChallengePlace.OpenStageAsync(act, addressee) is { } open && open.Stage == stage)
        {
            return open;
        }

        IReadOnlyList<AskedOf> asked = StageAddressees.Of(
            stage,
            addressee.Seat,
            await PeopleAsync(act)
        );
        if (asked.Count == 0)
        {
            return null;
        }

        Clock? acknowledge = limits.Acknowledge is { } days
            ? await StartAsync(act, challenge, addressee, ScrutinyWords.Acknowledge, days, limits)
            : null;
        Clock respond = await StartAsync(
            act,
            challenge,
            addressee,
            ScrutinyWords.Respond,
            limits.Respond,
            limits
        );
        List<string> asks = [];
        foreach (AskedOf one in asked)
        {
            if (acknowledge is not null)
            {
                asks.Add(
                    await AskAsync(act, challenge, one, ScrutinyWords.AskToAcknowledge, acknowledge)
                );
            }

            asks.Add(await AskAsync(act, challenge, one, ScrutinyWords.AskToRespond, respond));
        }

        ChallengeStage row = new()
        {
            Id = act.NewId(),
            AddresseeId = addressee.Id,
            ChallengeId = challenge.Id,
            PartnershipId = challenge.PartnershipId,
            Number = ++addressee.LastStage,
            Stage = stage,
            AskedOf = [.. asked.Select(one => one.Key)],
            AskIds = asks,
            ReceivedAt = addressee.ReceivedAt,
            ReceivedByLimit = addressee.ReceivedByLimit,
            AcknowledgeClockId = acknowledge?.Id,
            RespondClockId = respond.Id,
        };
        act.Db.Add(row);
        addressee.Stage = stage;
        addressee.State = AddresseeStates.Received;
        act.AlsoRecord(
            "challenge.stage-opened",
            new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
            new
            {
                addressee.Seat,
                stage,
                row.AskedOf,
                received = row.ReceivedAt,
                row.ReceivedByLimit,
                acknowledgeBy = acknowledge?.DueAt,
                respondBy = respond.DueAt,
            }
        );
        await ScrutinyNotices.AskedAsync(act, challenge, addressee, asked, acknowledge, respond);
        return row;
    }

    /// <summary>The stage is over: answered, out of time, or because the challenge has ended.</summary>
    internal async Task EndAsync(Act act, ChallengeStage stage, string endedBy)
    {
        if (!stage.IsOpen)
        {
            return;
        }

        stage.EndedAt = act.Now;
        stage.EndedBy = endedBy;
        bool answered = endedBy == StageEnds.Answered;
        if (answered)
        {
            await clocks.MeetAsync(act, stage.RespondClockId);
        }
        else
        {
            await clocks.StopAsync(act, stage.RespondClockId, Why(endedBy));
        }

        if (stage.AcknowledgeClockId is { } acknowledge)
        {
            // An answer acknowledges, too: whoever answers has received it.
            if (answered && await clocks.MeetAsync(act, acknowledge))
            {
                stage.AcknowledgedAt ??= act.Now;
                stage.AcknowledgedBy ??= act.Caller.PersonId;
            }
            else
            {
                await clocks.StopAsync(act, acknowledge, Why(endedBy));
            }
        }

        foreach (string ask in stage.AskIds)
        {
            if (answered)
            {
                await AskBook.CompleteAsync(act, ask);
            }
            else
            {
                await AskBook.CancelAsync(act, ask, Why(endedBy));
            }
        }
    }

    private static string Why(string endedBy) =>
        endedBy switch
        {
            StageEnds.LimitPassed => "The limit passed",
            StageEnds.Ended => "The challenge ended",
            _ => "It was answered",
        };

    private static async Task<LadderPeople> PeopleAsync(Act act)
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            Calendars.London.DateOf(act.Now)
        );
        string? chair = held.FirstOrDefault(a => a.Role == Roles.PartnershipChair)?.PersonId;
        return new LadderPeople(
            chair is null
                ? null
                : held.Where(a => a.PersonId == chair && a.Seat is not null)
                    .Select(a => a.Seat!)
                    .ToHashSet(StringComparer.Ordinal),
            held.Where(a => a.Level == Levels.Delegate)
                .Select(a => a.Seat!)
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    private Task<Clock> StartAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        string purpose,
        int days,
        StageLimits limits
    ) =>
        clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = ScrutinyWords.Challenge,
                SubjectId = challenge.Id,
                Purpose = purpose,
                Title = ScrutinyTexts.ClockTitle(purpose, challenge.Number),
                Seat = addressee.Seat,
                Limit = ClockLimit.WorkingDays(days),
                ReceivedAt = addressee.ReceivedAt,
                Escalated = addressee.ReceivedByLimit,
                ReminderWorkingDays =
                [
                    .. limits.ReminderWorkingDays.Where(before => before < days),
                ],
            }
        );

    private static async Task<string> AskAsync(
        Act act,
        Challenge challenge,
        AskedOf asked,
        string kind,
        Clock clock
    ) =>
        (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    kind,
                    new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
                    ScrutinyTexts.NameOf(challenge.Number),
                    Seat: asked.Seat,
                    Level: asked.Level,
                    Role: asked.Role,
                    DueAt: clock.DueAt,
                    ClockId: clock.Id
                )
            )
        ).Id;
}
