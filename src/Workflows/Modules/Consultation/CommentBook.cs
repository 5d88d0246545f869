using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Reads of comments. Who sees drafts sees all of them; agencies and practitioners see what was said for their own body, and what
/// was decided on it.
/// </summary>
public static class CommentBook
{
    /// <summary>Comments on a text, oldest first.</summary>
    /// <param name="undisposed">Only those that need a disposition.</param>
    public static async Task<Result<Page<CommentAnswer>>> ListAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        string personId,
        DateTime now,
        bool undisposed = false,
        string? after = null,
        int take = 50
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

        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        IQueryable<Comment> comments = Seen(db, reader.Value)
            .Where(comment => comment.SubjectType == subjectType && comment.SubjectId == subjectId);
        if (undisposed)
        {
            comments = comments.Where(comment => comment.NeedsDisposition);
        }

        if (after is not null)
        {
            comments = comments.Where(comment => string.Compare(comment.Id, after) > 0);
        }

        List<Comment> found = await comments
            .OrderBy(comment => comment.Id)
            .Take(take + 1)
            .ToListAsync();
        string[] ids = [.. found.Select(comment => comment.Id)];
        ILookup<string, int> changedIn = (
            await db.Set<WorkedInComment>()
                .Where(link => ids.Contains(link.CommentId))
                .OrderBy(link => link.SubjectVersion)
                .ToListAsync()
        ).ToLookup(link => link.CommentId, link => link.SubjectVersion);
        return new Page<CommentAnswer>(
            [
                .. found
                    .Take(take)
                    .Select(comment =>
                        ConsultationAnswers.Of(
                            comment,
                            TitleOf(reader.Value, comment),
                            [.. changedIn[comment.Id]],
                            personId
                        )
                    ),
            ],
            found.Count > take ? found[take - 1].Id : null
        );
    }

    /// <summary>One comment; 404 for who may not see it.</summary>
    public static async Task<Result<CommentAnswer>> FindAsync(
        GovernanceDb db,
        string commentId,
        string personId,
        DateTime now
    )
    {
        Comment? comment = await db.Set<Comment>()
            .SingleOrDefaultAsync(each => each.Id == commentId);
        if (comment is null)
        {
            return Refusal.NotFound;
        }

        Result<ConsultationReader> reader = await ConsultationReader.OfAsync(
            db,
            comment.SubjectType,
            comment.SubjectId,
            personId,
            now
        );
        return reader.IsRefused ? reader.Refusal
            : !Sees(reader.Value.Standing, comment) ? Refusal.NotFound
            : ConsultationAnswers.Of(
                comment,
                TitleOf(reader.Value, comment),
                await ChangedInAsync(db, commentId),
                personId
            );
    }

    /// <summary>What was accepted, in whole or in part, on the text that is being worked on, and no version says that it answers.</summary>
    public static async Task<IReadOnlyList<AnsweredComment>> ToWorkInAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId
    ) =>
        [
            .. (
                await Current(db, subjectType, subjectId)
                    .Where(comment =>
                        comment.WithdrawnAt == null
                        && (
                            comment.Decision == CommentDecisions.Accepted
                            || comment.Decision == CommentDecisions.Partly
                        )
                    )
                    .Where(comment =>
                        !db.Set<WorkedInComment>().Any(link => link.CommentId == comment.Id)
                    )
                    .OrderBy(comment => comment.Id)
                    .ToListAsync()
            ).Select(Answered),
        ];

    /// <summary>
    /// The comments that the versions after one, up to another, were changed because of, as far as the reader may see them.
    /// </summary>
    public static async Task<IReadOnlyList<AnsweredComment>> AnsweredInAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        int after,
        int upTo,
        string personId,
        DateTime now
    )
    {
        string[] ids = await db.Set<WorkedInComment>()
            .Where(link =>
                link.SubjectType == subjectType
                && link.SubjectId == subjectId
                && link.SubjectVersion > after
                && link.SubjectVersion <= upTo
            )
            .Select(link => link.CommentId)
            .Distinct()
            .ToArrayAsync();
        if (ids.Length == 0)
        {
            return [];
        }

        Result<ConsultationReader> reader = await ConsultationReader.OfAsync(
            db,
            subjectType,
            subjectId,
            personId,
            now
        );
        return reader.IsRefused
            ? []
            :
            [
                .. (
                    await Seen(db, reader.Value)
                        .Where(comment => ids.Contains(comment.Id))
                        .OrderBy(comment => comment.Id)
                        .ToListAsync()
                ).Select(Answered),
            ];
    }

    /// <summary>How many comments on the text that is being worked on need a disposition.</summary>
    public static Task<int> CountUndisposedAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId
    ) => Current(db, subjectType, subjectId).CountAsync(comment => comment.NeedsDisposition);

    /// <summary>The comments by these ids that a version of the text may answer: accepted in whole or in part. The rest is left out.</summary>
    internal static async Task<IReadOnlyList<Comment>> AcceptedAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        IReadOnlyCollection<string> ids
    ) =>
        await Current(db, subjectType, subjectId)
            .Where(comment => ids.Contains(comment.Id) && comment.WithdrawnAt == null)
            .Where(comment =>
                comment.Decision == CommentDecisions.Accepted
                || comment.Decision == CommentDecisions.Partly
            )
            .ToListAsync();

    internal static async Task<IReadOnlyList<int>> ChangedInAsync(
        GovernanceDb db,
        string commentId
    ) =>
        await db.Set<WorkedInComment>()
            .Where(link => link.CommentId == commentId)
            .OrderBy(link => link.SubjectVersion)
            .Select(link => link.SubjectVersion)
            .ToListAsync();

    /// <summary>Whether somebody may see a comment.</summary>
    internal static bool Sees(Standing standing, Comment comment) =>
        standing.HoldsAny(ConsultationPermissions.SeeEverything)
        || comment.PersonId == standing.PersonId
        || BodyKeys.AgencyOf(comment.Body) is { } agency && standing.Agencies.Contains(agency);

    /// <summary>The same as a query: one's own, and those for the agencies that one represents.</summary>
    private static IQueryable<Comment> Seen(GovernanceDb db, ConsultationReader reader)
    {
        string[] bodies = [.. reader.Standing.Agencies.Select(BodyKeys.Agency)];
        string person = reader.Standing.PersonId;
        return reader.SeesEverything
            ? db.Set<Comment>()
            : db.Set<Comment>()
                .Where(comment => comment.PersonId == person || bodies.Contains(comment.Body));
    }

    private static IQueryable<Comment> Current(GovernanceDb db, string type, string id) =>
        from comment in db.Set<Comment>()
        where comment.SubjectType == type && comment.SubjectId == id
        join window in db.Set<ConsultationWindow>() on comment.WindowId equals window.Id
        where window.OverAt == null
        select comment;

    private static string TitleOf(ConsultationReader reader, Comment comment) =>
        (
            reader.Windows.FirstOrDefault(window => window.Id == comment.WindowId)
            ?? reader.Windows[0]
        ).SubjectTitle;

    private static AnsweredComment Answered(Comment comment) =>
        new(
            comment.Id,
            comment.Body,
            comment.BodyName,
            comment.Text,
            comment.Decision!,
            comment.Reason!
        );
}
