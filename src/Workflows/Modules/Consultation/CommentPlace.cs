using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>Where acts on a comment take place: at its subject, which is locked, so that sign-off opens before or after them.</summary>
internal static class CommentPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, WindowStore store, string commentId)
    {
        var about = await act
            .Db.Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.Id == commentId)
            .Select(comment => new { comment.SubjectType, comment.SubjectId })
            .SingleOrDefaultAsync();
        return about is null
            ? null
            : await store.SubjectOf(about.SubjectType).LocateAsync(act, about.SubjectId);
    }

    public static async Task<(Comment, ConsultationWindow, ConsultationText)> LoadAsync(
        Act act,
        WindowStore store,
        string commentId
    )
    {
        Comment comment = (await act.Db.Set<Comment>().FindAsync(commentId))!;
        ConsultationWindow window = (await WindowStore.FindAsync(act.Db, comment.WindowId))!;
        act.Subject = window.Subject;
        return (
            comment,
            window,
            (await store.SubjectOf(comment.SubjectType).LoadAsync(act.Db, comment.SubjectId))!
        );
    }
}
