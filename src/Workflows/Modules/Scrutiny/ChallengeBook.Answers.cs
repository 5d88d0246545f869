using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <content>A challenge's own answer, put together from its rows.</content>
public static partial class ChallengeBook
{
    /// <param name="compares">
    /// With the record; within an act the entry that it would be compared with is still to be written.
    /// </param>
    internal static async Task<ChallengeAnswer> AnswerAsync(
        GovernanceDb db,
        Challenge challenge,
        bool compares = false
    )
    {
        List<ChallengeAddressee> addressees = await db.Set<ChallengeAddressee>()
            .Where(each => each.ChallengeId == challenge.Id)
            .ToListAsync();
        List<ChallengeStage> stages = await db.Set<ChallengeStage>()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<ChallengeStatement> statements = await db.Set<ChallengeStatement>()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<ChallengeRuling> rulings = await db.Set<ChallengeRuling>()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<EvidenceFile> evidence = await db.Set<EvidenceFile>()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<Clock> clocks = await db.Set<Clock>()
            .Where(clock =>
                clock.SubjectType == ScrutinyWords.Challenge && clock.SubjectId == challenge.Id
            )
            .OrderBy(clock => clock.Id)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [
                challenge.RaisedBy,
                .. statements.Select(each => each.By),
                .. rulings.Select(each => each.By),
                .. stages.Select(each => each.AcknowledgedBy).OfType<string>(),
            ]
        );
        ILookup<int, ChallengeActionLine> actions = await ActionsAsync(db, statements);
        return new ChallengeAnswer
        {
            Id = challenge.Id,
            Partnership = challenge.PartnershipId,
            Number = challenge.Number,
            State = challenge.State,
            Subject = SubjectOf(challenge),
            Question = challenge.Question,
            Evidence = challenge.Evidence,
            EvidenceFiles =
            [
                .. evidence.Select(file => new EvidenceFileAnswer(
                    file.Number,
                    file.Name,
                    file.ContentType,
                    file.Size,
                    file.Hash,
                    rulings.Single(ruling => ruling.Number == file.AddedBy).At,
                    rulings.Find(ruling => ruling.Number == file.TakenOffBy)?.At
                )),
            ],
            Seriousness = challenge.Seriousness,
            PublicSummary = challenge.PublicSummary,
            Redacted = challenge.Redacted,
            Raised = challenge.RaisedAt,
            RaisedByName = NameOf(challenge.RaisedBy),
            Ended = challenge.EndedAt,
            Addressees =
            [
                .. Seats
                    .All.SelectMany(seat => addressees.Where(each => each.Seat == seat))
                    .Select(each => AddresseeOf(each, stages, statements, Said, NameOf)),
            ],
            Clocks =
            [
                .. clocks.Select(clock => new ChallengeClock(
                    clock.Id,
                    clock.Purpose,
                    clock.Seat,
                    clock.DueAt,
                    clock.State
                )),
            ],
            Rulings =
            [
                .. rulings.Select(each => new RulingAnswer(
                    each.Number,
                    each.Kind,
                    each.ToState,
                    each.ToSeriousness,
                    each.Reason,
                    each.At,
                    NameOf(each.By)
                )),
            ],
            DoesNotFit = compares ? await ChallengeCheck.DoesNotFitAsync(db, challenge) : null,
        };

        string NameOf(string person) => names.GetValueOrDefault(person, person);

        StatementAnswer Said(ChallengeStatement each) =>
            new(
                each.Number,
                each.Kind,
                each.Stage,
                each.Position,
                each.Adequate,
                each.Body,
                each.Text,
                each.At,
                NameOf(each.By),
                each.BySeat,
                each.Capacity,
                [.. actions[each.Number]]
            );
    }

    private static AddresseeAnswer AddresseeOf(
        ChallengeAddressee addressee,
        IEnumerable<ChallengeStage> stages,
        IReadOnlyList<ChallengeStatement> statements,
        Func<ChallengeStatement, StatementAnswer> said,
        Func<string, string> nameOf
    )
    {
        ChallengeStage[] own = [.. stages.Where(each => each.AddresseeId == addressee.Id)];
        ChallengeStage? open = own.LastOrDefault(each => each.IsOpen);
        ChallengeStatement? answer = statements.LastOrDefault(each =>
            each.Seat == addressee.Seat && each.IsAnswer
        );
        return new AddresseeAnswer
        {
            Seat = addressee.Seat,
            Stage = addressee.Stage,
            State = addressee.State,
            AskedOf = open?.AskedOf ?? [],
            Acknowledged = own.LastOrDefault()?.AcknowledgedAt,
            AcknowledgementMissed = own.Any(each => each.AcknowledgementMissed),
            Stages =
            [
                .. own.Select(each => new StageAnswer(
                    each.Number,
                    each.Stage,
                    each.AskedOf,
                    each.ReceivedAt,
                    each.ReceivedByLimit,
                    each.AcknowledgeClockId,
                    each.RespondClockId,
                    each.AcknowledgedAt,
                    each.AcknowledgedBy is { } by ? nameOf(by) : null,
                    each.AcknowledgementMissed,
                    each.EndedAt,
                    each.EndedBy
                )),
            ],
            Responses = Of(StatementKinds.Response, StatementKinds.Action),
            Positions = Of(StatementKinds.Position),
            Assessments = Of(StatementKinds.Assessment),
            Referrals = Of(StatementKinds.Referral),
            Assessment = statements
                .Where(each =>
                    each.Seat == addressee.Seat
                    && each.Kind == StatementKinds.Assessment
                    && each.Number > answer?.Number
                )
                .Select(said)
                .LastOrDefault(),
            Instance = addressee.InstanceId,
        };

        IReadOnlyList<StatementAnswer> Of(params string[] kinds) =>
            [
                .. statements
                    .Where(each => each.Seat == addressee.Seat && kinds.Contains(each.Kind))
                    .Select(said),
            ];
    }

    private static async Task<ILookup<int, ChallengeActionLine>> ActionsAsync(
        GovernanceDb db,
        IReadOnlyList<ChallengeStatement> statements
    )
    {
        string[] ids = [.. statements.SelectMany(each => each.ActionIds)];
        Dictionary<string, MeetingAction> found =
            ids.Length == 0
                ? []
                : await db.Set<MeetingAction>()
                    .Where(each => ids.Contains(each.Id))
                    .ToDictionaryAsync(each => each.Id);
        return statements
            .SelectMany(
                each => each.ActionIds.Where(found.ContainsKey),
                (each, id) => (each.Number, Action: found[id])
            )
            .ToLookup(
                each => each.Number,
                each => new ChallengeActionLine(
                    each.Action.Id,
                    each.Action.Number,
                    each.Action.Text,
                    each.Action.OwnerName,
                    London.DateOf(each.Action.DueAt),
                    each.Action.State
                )
            );
    }
}
