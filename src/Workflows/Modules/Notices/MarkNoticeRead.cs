using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>The person who was told says that they have read it. The first time counts; a repeat answers the same.</summary>
public sealed class MarkNoticeRead(Acts acts)
{
    public Task<Result<NoticeAnswer>> HandleAsync(
        ActCaller caller,
        string noticeId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<NoticeAnswer>
            {
                Name = "notice.read",
                Caller = caller,
                Permission = NoticesPermissions.Read,
                Locate = async act =>
                    await FindAsync(act, noticeId) is { } notice
                        ? new ActPlace(notice.PartnershipId, new SubjectRef("notice", notice.Id))
                        : null,
                Decide = async act =>
                {
                    Notice notice = (await FindAsync(act, noticeId))!;
                    notice.ReadAt ??= act.Now;
                    return NoticeBoard.AnswerFor(notice);
                },
            },
            cancellation
        );

    /// <summary>Somebody else's notice does not exist for the caller.</summary>
    private static Task<Notice?> FindAsync(Act act, string noticeId) =>
        act
            .Db.Set<Notice>()
            .SingleOrDefaultAsync(n => n.Id == noticeId && n.PersonId == act.Caller.PersonId);
}
