using Governance.Contracts;

namespace Governance.Modules.Consultation;

/// <summary>Consultations and comments as they cross the wire.</summary>
internal static class ConsultationAnswers
{
    public static CommentAnswer Of(
        Comment comment,
        string title,
        IReadOnlyList<int> changedIn,
        string readerId
    ) =>
        new()
        {
            Id = comment.Id,
            Partnership = comment.PartnershipId,
            Subject = new ConsultationSubject(comment.SubjectType, comment.SubjectId, title),
            Consultation = comment.WindowId,
            Version = comment.SubjectVersion,
            Hash = comment.Hash,
            Body = comment.Body,
            BodyName = comment.BodyName,
            Person = comment.PersonId,
            PersonName = comment.PersonName,
            Text = comment.Text,
            Time = comment.WrittenAt,
            Late = comment.IsLate,
            Withdrawn = comment.WithdrawnAt,
            Decision = comment.Decision,
            Reason = comment.Reason,
            Disposed = comment.DisposedAt,
            DisposedByName = comment.DisposedByName,
            ChangedIn = changedIn,
            ToWorkIn =
                comment.Decision is CommentDecisions.Accepted or CommentDecisions.Partly
                && changedIn.Count == 0,
            Mine = comment.PersonId == readerId,
        };

    public static ConsultationLine Line(ConsultationWindow window) =>
        new(
            window.Id,
            window.Number,
            window.SubjectVersion,
            window.State,
            window.OpenedAt,
            window.ClosedAt,
            window.Bodies.Sum(body => body.Comments)
        );

    public static ConsultedBodyAnswer Of(ConsultedBody body) =>
        new(
            body.Body,
            body.Name,
            body.IsAsked,
            body.AnsweredAt,
            body.Comments,
            body.HasNone,
            body.AskId
        );
}
