using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>
/// Comments that were sent, with what was decided on them, to those who see them (<see cref="CommentBook.Sees"/>). What was withdrawn is
/// not found any more.
/// </summary>
internal sealed class SearchedComments : ISearchSource
{
    private static readonly Permission ReadAll = new(
        "read-comments",
        "Read all comments in consultations",
        ConsultationPermissions.SeeEverything
    );

    public string Kind => SearchKinds.Comment;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [ReadAll];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is Comment comment ? [comment.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        var found = await (
            from comment in db.Set<Comment>().AsNoTracking()
            where subjects.Contains(comment.Id) && comment.WithdrawnAt == null
            where comment.SubjectType == "policy"
            join window in db.Set<ConsultationWindow>() on comment.WindowId equals window.Id
            select new { comment, window.SubjectTitle }
        ).ToListAsync();
        return [.. found.Select(each => Draft(each.comment, each.SubjectTitle))];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Comment>()
            .Select(comment => comment.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    private static SearchDraft Draft(Comment comment, string title) =>
        new(
            comment.PartnershipId,
            comment.Id,
            $"Comment on {title}",
            SearchDraft.Text(comment.Text, comment.Reason, comment.BodyName, comment.PersonName),
            comment.DisposedAt ?? comment.WrittenAt,
            [SearchKeys.May(ReadAll), .. OfAudience(comment)]
        )
        {
            PageId = comment.SubjectId,
            State = comment.Decision,
            Seats = BodyKeys.SeatOf(comment.Body) is { } seat ? [seat] : [],
            PersonId = comment.PersonId,
        };

    /// <summary>The agency that it was said for; a practitioner, who speaks for themselves, finds their own as long as they are one.</summary>
    private static string[] OfAudience(Comment comment) =>
        BodyKeys.AgencyOf(comment.Body) is { } agency ? [SearchKeys.Agency(agency)]
        : comment.Body == BodyKeys.Practitioners ? [OwnComments.KeyOf(comment.PersonId)]
        : [];
}

/// <summary>The key to what a practitioner has said.</summary>
internal sealed class OwnComments : IHoldSearchKeys
{
    public static string KeyOf(string personId) => SearchKeys.Of("practitioner", personId);

    public Task<IReadOnlyList<string>> OfAsync(GovernanceDb db, Standing standing) =>
        Task.FromResult<IReadOnlyList<string>>(
            standing.Holds(Roles.Practitioner) ? [KeyOf(standing.PersonId)] : []
        );
}

/// <summary>A key whose holders may read a draft because they are consulted on it (<see cref="ConsultationReader.ReadableAsync"/>).</summary>
internal sealed record ConsultedReader(string SubjectId, int Version, bool IsOpen, string Key)
{
    public static async Task<IReadOnlyList<ConsultedReader>> OfAsync(
        GovernanceDb db,
        string subjectType,
        IReadOnlyCollection<string> subjects
    )
    {
        List<ConsultationWindow> windows = await ConsultationReader
            .Readable(db, subjectType)
            .AsNoTracking()
            .Where(window => subjects.Contains(window.SubjectId))
            .ToListAsync();
        return
        [
            .. from window in windows
            from body in window.Bodies
            where body.IsAsked
            orderby window.Number, body.Body
            select new ConsultedReader(
                window.SubjectId,
                window.SubjectVersion,
                window.IsOpen,
                KeyOf(body.Body)
            ),
        ];
    }

    private static string KeyOf(string body) =>
        BodyKeys.AgencyOf(body) is { } agency ? SearchKeys.Agency(agency)
        : BodyKeys.SeatOf(body) is { } seat ? SearchKeys.Seat(seat)
        : SearchKeys.Role(body == BodyKeys.Scrutiny ? Roles.Scrutineer : Roles.Practitioner);
}
