using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>
/// The workflow asks the three seats to sign the newest version of its subject. A seat without anybody who may sign ends the
/// round before it begins. An open round on the same text is taken up again, so that a workflow can come back to it.
/// </summary>
public sealed class OpenRound(RoundStore rounds, RunningClocks clocks) : IEffectHandler
{
    public string Kind => SignOffWords.OpenRound;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ISignOffSubject subject = rounds.SubjectOf(context.Subject.Type);
        SignOffText? text = await subject.LoadAsync(act.Db, context.Subject.Id);
        if (text is null)
        {
            return Refusal.NotFound;
        }

        if (text.Hash != text.RecordedHash)
        {
            return SignOffRefusals.IntegrityAlarm;
        }

        SignOffRound? open = await RoundStore.FindOpenAsync(
            act.Db,
            context.Subject.Type,
            context.Subject.Id
        );
        if (open is not null)
        {
            if (open.SubjectVersion != text.Version || open.IntegrityAlarmAt is not null)
            {
                return SignOffRefusals.RoundOpen;
            }

            open.IsHandedOver = false;
            open.ChangedAt = act.Now;
            return Answer(open, await act.Db.Set<Clock>().FindAsync(open.ClockId));
        }

        SignOffRound round = NewRound(
            act,
            context,
            text,
            await RoundStore.FindLatestAsync(act.Db, context.Subject.Type, context.Subject.Id)
        );
        act.Db.Add(round);
        IReadOnlyDictionary<string, SigningQuestion> questions = await rounds.QuestionsAsync(
            act.Db,
            round,
            act.Now
        );
        string[] unable =
        [
            .. round
                .Seats.Where(seat => SigningAuthority.Eligible(questions[seat.Seat]).Count == 0)
                .Select(seat => seat.Seat),
        ];
        Clock? clock = null;
        if (unable.Length > 0)
        {
            round.SayNobodyCanSign(unable, act.Now);
            await RoundNotices.NobodyEligibleAsync(act, round, unable);
        }
        else
        {
            clock = await AskAsync(act, round, questions, payload);
        }

        await subject.RoundChangedAsync(act, round);
        act.AlsoRecord(
            unable.Length > 0 ? "sign-off.no-eligible-signer" : "sign-off.open",
            new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
            new
            {
                round.SubjectType,
                round.SubjectId,
                round.SubjectVersion,
                round.Hash,
                due = clock?.DueAt,
                unable,
            }
        );
        await act.Db.SaveChangesAsync();
        return Answer(round, clock);
    }

    private static SignOffRound NewRound(
        Act act,
        EffectContext context,
        SignOffText text,
        SignOffRound? before
    )
    {
        SignOffRound round = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Number = (before?.Number ?? 0) + 1,
            SubjectType = context.Subject.Type,
            SubjectId = context.Subject.Id,
            SubjectTitle = text.Title,
            DocumentClass = text.DocumentClass,
            SignerLevel = text.SignerLevel,
            SubjectVersion = text.Version,
            Hash = text.Hash,
            OpenedAt = act.Now,
            OpenedBy = act.Caller.PersonId,
            InstanceId = context.InstanceId,
            DefinitionVersionId = context.DefinitionVersionId,
            State = RoundStates.Open,
            OpenKey = RoundStore.OpenKeyOf(context.Subject.Type, context.Subject.Id),
            ChangedAt = act.Now,
        };
        round.Seats.AddRange(
            Seats.All.Select(seat => new RoundSeat
            {
                RoundId = round.Id,
                Seat = seat,
                Level = text.SignerLevel,
                State = RoundSeatStates.Open,
            })
        );
        return round;
    }

    private async Task<Clock> AskAsync(
        Act act,
        SignOffRound round,
        IReadOnlyDictionary<string, SigningQuestion> questions,
        JsonObject payload
    )
    {
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = SignOffWords.Round,
                SubjectId = round.Id,
                Purpose = SignOffWords.ClockPurpose,
                Title = $"Sign-off of {round.SubjectTitle}, version {round.SubjectVersion}",
                Limit = ClockLimit.WorkingDays(payload["workingDays"]!.GetValue<int>()),
                ReceivedAt = act.Now,
                ReminderWorkingDays =
                [
                    .. payload["reminderWorkingDays"]!
                        .AsArray()
                        .Select(days => days!.GetValue<int>()),
                ],
            }
        );
        round.ClockId = clock.Id;
        foreach (RoundSeat seat in round.Seats)
        {
            seat.Level = SigningAuthority.OpenLevels(questions[seat.Seat])[0];
            seat.AskId = (await RoundAsks.OpenAsync(act, round, seat, clock)).Id;
        }

        await RoundNotices.OpenedAsync(act, round, clock.DueAt);
        return clock;
    }

    private static JsonObject Answer(SignOffRound round, Clock? clock)
    {
        return new JsonObject
        {
            ["round"] = round.Id,
            ["state"] = round.State,
            ["signedByAll"] = round.IsSignedByAll,
            ["timers"] = ClockAnswers.Timers(clock),
        };
    }
}
