using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>Opens and closes stages and what is owed at them: rows, asks and clocks, always as part of somebody's act.</summary>
public sealed class StageOwing(RunningClocks clocks)
{
    /// <summary>The purpose of the clock of what is owed.</summary>
    internal static string PurposeOf(string what) => "escalation." + what;

    internal static Task<StageDuty?> FindOpenAsync(GovernanceDb db, string challengeId, string what)
    {
        string key = StageDuty.OpenKeyOf(challengeId, what);
        return db.Set<StageDuty>().SingleOrDefaultAsync(duty => duty.OpenKey == key);
    }

    /// <summary>
    /// The next stage, received as <see cref="ProfessionalChallenge.NextReceivedAt"/> says; null after the last one, with which the
    /// challenge ends unresolved.
    /// </summary>
    internal static async Task<EscalationStage?> OpenNextAsync(
        Act act,
        ProfessionalChallenge challenge,
        LadderContent ladder
    )
    {
        EscalationStage? last = null;
        if (challenge.Stage > 0)
        {
            last = await EscalationPlace.StageAsync(act, challenge);
            if (!StageStates.IsOver(last.State))
            {
                last.End(StageStates.Silent, act.Now);
            }
        }

        int? next =
            challenge.Stage == 0
                ? challenge.EnteredAtStage
                : StageRules.Next(ladder, challenge.Stage);
        if (next is not { } number)
        {
            challenge.End(EscalationStates.Unresolved, act.Now);
            act.AlsoRecord("escalation.ladder-ended", challenge.Subject);
            await EscalationNotices.EndedAsync(act, challenge, last);
            return null;
        }

        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            London.DateOf(act.Now)
        );
        HashSet<string> chairs =
        [
            .. held.Where(a => a.Role == Roles.PartnershipChair).Select(a => a.PersonId),
        ];
        EscalationStage stage = new()
        {
            ChallengeId = challenge.Id,
            Number = number,
            State = StageStates.AwaitingAnswer,
            AskedOf = StageRules.AskedOf(
                ladder.Stage(number),
                challenge.RaisedWith,
                [
                    .. held.Where(a => a.Seat is not null && chairs.Contains(a.PersonId))
                        .Select(a => a.Seat!)
                        .Distinct(),
                ],
                chairs.Count > 0
            ),
            ReceivedAt = challenge.NextReceivedAt,
        };
        challenge.Stage = number;
        act.Db.Add(stage);
        act.AlsoRecord(
            "escalation.stage-opened",
            challenge.Subject,
            new
            {
                stage.Number,
                stage.AskedOf,
                received = stage.ReceivedAt,
                escalated = challenge.NextIsEscalated,
            }
        );
        return stage;
    }

    /// <summary>
    /// Opens what is owed; null where the stage has no such limit. What is open already is taken up again, so that a workflow can come
    /// back to it.
    /// </summary>
    /// <param name="limit">Given by the workflow, where it is none of the ladder's.</param>
    internal async Task<StageDuty?> OpenAsync(
        Act act,
        ProfessionalChallenge challenge,
        string what,
        ClockLimit? limit,
        IReadOnlyList<int> reminders
    )
    {
        await act.Db.SaveChangesAsync();
        if (await FindOpenAsync(act.Db, challenge.Id, what) is { } open)
        {
            return open;
        }

        EscalationStage stage = await EscalationPlace.StageAsync(act, challenge);
        StageLimit? limits = limit is null
            ? StageRules.LimitOf(
                await EscalationPlace.LadderAsync(act.Db, challenge),
                stage.Number,
                what,
                challenge.Urgency,
                challenge.NeededWithin,
                stage.ViaMeeting
            )
            : new StageLimit(limit, null);
        if (limits is null)
        {
            return null;
        }

        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = EscalationWords.Challenge,
                SubjectId = challenge.Id,
                Purpose = PurposeOf(what),
                Title = EscalationTexts.TitleOf(challenge, stage.Number, what),
                Seat = Seats.All.Contains(stage.AskedOf!) ? stage.AskedOf : null,
                Limit = limits.Limit,
                OrLimit = limits.OrLimit,
                ReceivedAt = challenge.NextReceivedAt,
                Escalated = challenge.NextIsEscalated,
                ReminderWorkingDays = reminders,
            }
        );
        StageDuty duty = new()
        {
            Id = act.NewId(),
            ChallengeId = challenge.Id,
            Stage = stage.Number,
            What = what,
            ClockId = clock.Id,
            AskIds = await AskAsync(act, challenge, stage, what, clock),
            State = DutyStates.Open,
            OpenedAt = act.Now,
            OpenKey = StageDuty.OpenKeyOf(challenge.Id, what),
        };
        act.Db.Add(duty);
        return duty;
    }

    /// <summary>Done by the act's caller and in time; false for what nobody owes, and for what comes after its limit.</summary>
    internal async Task<bool> DoneAsync(Act act, ProfessionalChallenge challenge, string what)
    {
        if (await FindOpenAsync(act.Db, challenge.Id, what) is not { } duty)
        {
            return false;
        }

        bool inTime = await clocks.MeetAsync(act, duty.ClockId);
        duty.Close(DutyStates.Done, act.Now);
        duty.IsLate |= !inTime;
        bool first = true;
        foreach (string ask in duty.AskIds)
        {
            // One answer is enough: the others are not asked any more.
            _ = first
                ? await AskBook.CompleteAsync(act, ask)
                : await AskBook.CancelAsync(act, ask, "Somebody else who was asked has done it");
            first = false;
        }

        return inTime;
    }

    /// <summary>Sees a limit pass: true once it has; false where a calendar loaded meanwhile has moved it on.</summary>
    internal async Task<bool> PassAsync(
        Act act,
        ProfessionalChallenge challenge,
        StageDuty duty,
        bool movesOn
    )
    {
        if (!await clocks.ExpireAsync(act, duty.ClockId))
        {
            return false;
        }

        duty.IsLate = true;
        if (movesOn)
        {
            Clock clock = (await act.Db.Set<Clock>().FindAsync(duty.ClockId))!;
            challenge.NextReceivedAt = clock.DueAt;
            challenge.NextIsEscalated = true;
            duty.Close(DutyStates.Passed, act.Now);
            await CancelAsksAsync(act, duty, "The limit passed");
        }

        return true;
    }

    internal async Task CancelAsync(Act act, StageDuty duty, string why)
    {
        if (duty.State != DutyStates.Open)
        {
            return;
        }

        duty.Close(DutyStates.Cancelled, act.Now);
        await clocks.StopAsync(act, duty.ClockId, why);
        await CancelAsksAsync(act, duty, why);
    }

    internal async Task CancelOpenAsync(Act act, string challengeId, string what, string why)
    {
        if (await FindOpenAsync(act.Db, challengeId, what) is { } duty)
        {
            await CancelAsync(act, duty, why);
        }
    }

    private static async Task CancelAsksAsync(Act act, StageDuty duty, string why)
    {
        foreach (string ask in duty.AskIds)
        {
            await AskBook.CancelAsync(act, ask, why);
        }
    }

    private static async Task<List<string>> AskAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationStage stage,
        string what,
        Clock clock
    )
    {
        string? kind = what switch
        {
            StageDuties.Respond => EscalationWords.AskToAnswer,
            StageDuties.Meet => EscalationWords.AskToMeet,
            StageDuties.Confirm => EscalationWords.AskToConfirm,
            StageDuties.Satisfy => EscalationWords.AskIfSatisfied,
            // Whoever is asked to answer acknowledges on the same page.
            _ => null,
        };
        if (kind is null)
        {
            return [];
        }

        AskDraft draft = new(
            kind,
            challenge.Subject,
            EscalationTexts.Name(challenge),
            DueAt: clock.DueAt,
            ClockId: clock.Id
        );
        IEnumerable<AskDraft> asks =
            what != StageDuties.Satisfy ? EscalationParties.Asks(draft, stage.AskedOf!)
            : challenge.RaiserId is { } raiser ? [draft with { PersonId = raiser }]
            : [];
        List<string> ids = [];
        foreach (AskDraft ask in asks)
        {
            ids.Add((await AskBook.OpenAsync(act, ask)).Id);
        }

        return ids;
    }
}
