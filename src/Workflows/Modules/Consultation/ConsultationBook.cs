using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Reads of consultations, each as one person may see it: the audience sees those that include it, agencies and practitioners
/// nothing of the others.
/// </summary>
public sealed class ConsultationBook(WindowStore store)
{
    /// <summary>The newest consultation on a text that the reader may see, with the earlier ones; 404 when there is none.</summary>
    public async Task<Result<ConsultationAnswer>> FindAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        string personId,
        DateTime now
    )
    {
        Result<ConsultationReader> reader = await ConsultationReader.OfAsync(
            db,
            subjectType,
            subjectId,
            personId,
            now
        );
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        IReadOnlyList<ConsultationWindow> windows = reader.Value.Windows;
        ConsultationText text = (await store.SubjectOf(subjectType).LoadAsync(db, subjectId))!;
        ConsultationAnswer newest = await AnswerAsync(
            db,
            windows[0],
            reader.Value.Standing,
            text.Phase,
            now
        );
        return newest with { Earlier = [.. windows.Skip(1).Select(ConsultationAnswers.Line)] };
    }

    internal static async Task<ConsultationAnswer> AnswerAsync(
        GovernanceDb db,
        ConsultationWindow window,
        Standing standing,
        ConsultationPhase phase,
        DateTime now
    )
    {
        Clock? clock = window.ClockId is null
            ? null
            : await db.Set<Clock>().SingleOrDefaultAsync(each => each.Id == window.ClockId);
        IReadOnlyList<string> mine = AudienceRules.SpeaksFor(standing, window);
        return new ConsultationAnswer
        {
            Id = window.Id,
            Partnership = window.PartnershipId,
            Subject = new ConsultationSubject(
                window.SubjectType,
                window.SubjectId,
                window.SubjectTitle
            ),
            Policy = window.SubjectType == "policy" ? window.SubjectId : null,
            Number = window.Number,
            Version = window.SubjectVersion,
            Hash = window.Hash,
            State = window.State,
            Audience = window.Audience,
            Opened = window.OpenedAt,
            Due = clock?.DueAt,
            Clock = window.ClockId,
            WorkingDaysLeft =
                window.IsOpen && clock is not null
                    ? ClockCalculation.WorkingDaysLeft(
                        now,
                        clock.DueAt,
                        await CalendarBook.CurrentAsync(db, clock.CalendarId)
                    )
                    : null,
            Closed = window.ClosedAt,
            ClosedEarly = window.ClosedBy is not null,
            CloseReason = standing.HoldsAny(ConsultationPermissions.SeeEverything)
                ? window.CloseReason
                : null,
            Bodies = [.. InOrder(window.Bodies).Select(ConsultationAnswers.Of)],
            Comments = window.Bodies.Sum(body => body.Comments),
            Undisposed = await db.Set<Comment>()
                .CountAsync(comment => comment.WindowId == window.Id && comment.NeedsDisposition),
            Mine = mine,
            CannotComment = (
                mine.Count == 0
                    ? ConsultationRefusals.NotInTheAudience
                    : CommentRules.Take(window, phase, clock?.DueAt, now).Refusal
            )?.Message,
        };
    }

    /// <summary>Seats first, then agencies by name, then those by right.</summary>
    private static IEnumerable<ConsultedBody> InOrder(IEnumerable<ConsultedBody> bodies) =>
        bodies
            .OrderBy(body => body.IsAsked ? 0 : 1)
            .ThenBy(body => BodyKeys.SeatOf(body.Body) is null ? 1 : 0)
            .ThenBy(body => body.Name, StringComparer.Ordinal)
            .ThenBy(body => body.Body, StringComparer.Ordinal);
}

/// <summary>Somebody who may see consultations on a text: which, and how much of the comments.</summary>
/// <param name="Windows">Newest first; never empty.</param>
internal sealed record ConsultationReader(
    Standing Standing,
    bool SeesEverything,
    IReadOnlyList<ConsultationWindow> Windows
)
{
    public static async Task<Result<ConsultationReader>> OfAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        string personId,
        DateTime now
    )
    {
        List<ConsultationWindow> windows = await WindowStore
            .Whole(db)
            .Where(window => window.SubjectType == subjectType && window.SubjectId == subjectId)
            .OrderByDescending(window => window.Number)
            .ToListAsync();
        if (windows.Count == 0)
        {
            return Refusal.NotFound;
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            windows[0].PartnershipId,
            personId,
            ConsultationPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool all = standing.Value.HoldsAny(ConsultationPermissions.SeeEverything);
        ConsultationWindow[] seen =
        [
            .. windows.Where(window => all || AudienceRules.Includes(window, standing.Value)),
        ];
        return seen.Length == 0
            ? Refusal.NotFound
            : new ConsultationReader(standing.Value, all, seen);
    }

    /// <summary>
    /// The versions of a text that its audience may read although they are drafts: those consulted on, from opening until the text
    /// is published or withdrawn. Newest first.
    /// </summary>
    public static async Task<IReadOnlyList<ConsultedVersion>> ReadableAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        Standing standing
    )
    {
        List<ConsultationWindow> windows = await Readable(db, subjectType)
            .Where(window => window.SubjectId == subjectId)
            .OrderByDescending(window => window.Number)
            .ToListAsync();
        return
        [
            .. windows
                .Where(window => AudienceRules.Includes(window, standing))
                .Select(window => new ConsultedVersion(window.SubjectVersion, window.IsOpen)),
        ];
    }

    /// <summary>The consultations whose version their audience may read.</summary>
    internal static IQueryable<ConsultationWindow> Readable(GovernanceDb db, string subjectType) =>
        WindowStore
            .Whole(db)
            .Where(window =>
                window.SubjectType == subjectType
                && window.OverAt == null
                && (
                    window.State == ConsultationStates.Open
                    || window.State == ConsultationStates.Closed
                )
            );
}

/// <summary>A version that an audience may read.</summary>
internal sealed record ConsultedVersion(int Number, bool IsOpen);
