using Governance.Contracts;

namespace Governance.Modules.SignOff;

/// <summary>Rounds and signatures as they cross the wire.</summary>
internal static class SignOffAnswers
{
    public static RoundAnswer Of(
        SignOffRound round,
        DateTime? due,
        IEnumerable<ScrutinyComment> comments
    ) =>
        new()
        {
            Id = round.Id,
            Partnership = round.PartnershipId,
            Number = round.Number,
            Subject = new RoundSubject(round.SubjectType, round.SubjectId, round.SubjectTitle),
            Policy = round.SubjectType == "policy" ? round.SubjectId : null,
            DocumentClass = round.DocumentClass,
            Version = round.SubjectVersion,
            Hash = round.Hash,
            State = round.State,
            Opened = round.OpenedAt,
            Due = due,
            Clock = round.ClockId,
            Completed = round.CompletedAt,
            Closed = round.ClosedAt,
            Reason = round.CloseReason,
            IntegrityAlarm = round.IntegrityAlarmAt,
            Seats =
            [
                .. from seat in Seats.All
                let of = round.SeatOf(seat)
                let signature = round.CurrentSignatures.FirstOrDefault(each => each.Seat == seat)
                select new RoundSeatAnswer(
                    seat,
                    of.AskId,
                    of.State,
                    of.Level,
                    signature is null ? null : Of(signature)
                ),
            ],
            Signatures =
            [
                .. round
                    .Signatures.OrderBy(signature => signature.SignedAt)
                    .ThenBy(signature => signature.Id, StringComparer.Ordinal)
                    .Select(Of),
            ],
            ScrutinyComments =
            [
                .. comments
                    .OrderBy(comment => comment.Id, StringComparer.Ordinal)
                    .Select(comment => new ScrutinyCommentAnswer(
                        comment.Id,
                        comment.PersonId,
                        comment.PersonName,
                        comment.Text,
                        comment.WrittenAt
                    )),
            ],
            Instance = round.InstanceId,
        };

    public static SignatureAnswer Of(Signature signature) =>
        new(
            signature.Id,
            signature.Seat,
            signature.PersonId,
            signature.PersonName,
            signature.Capacity,
            signature.InstrumentId,
            signature.AccountableLeadId,
            signature.AccountableLeadName,
            signature.SubjectVersion,
            signature.Hash,
            signature.Wording,
            signature.SignedAt,
            signature.State,
            signature.EndedAt,
            signature.EndReason,
            signature.DefinitionVersionId
        );
}
