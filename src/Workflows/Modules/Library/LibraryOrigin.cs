using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Meetings;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// The way back from a published text (DOMAIN B4.9): to its signatures, the consultations on it, the group that wrote it, and the
/// decision that commissioned the group.
/// </summary>
public static class LibraryOrigin
{
    public static async Task<Result<LibraryOriginAnswer>> FindAsync(
        GovernanceDb db,
        string slug,
        DateTime now
    )
    {
        Result<LibraryAnswer> found = await LibraryBook.FindAsync(db, slug, now);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        LibraryAnswer text = found.Value;
        Policy policy = await db.Set<Policy>().SingleAsync(each => each.Slug == slug);
        TaskAndFinishGroup? group = policy.GroupId is { } id
            ? await db.Set<TaskAndFinishGroup>()
                .SingleOrDefaultAsync(each =>
                    each.Id == id && each.PartnershipId == policy.PartnershipId
                )
            : null;
        return new LibraryOriginAnswer
        {
            Slug = text.Slug,
            Partnership = text.Partnership,
            Title = text.Title,
            Version = text.Version,
            Hash = text.Hash,
            Decision = group is null ? null : await DecisionAsync(db, group),
            Group = group is null ? null : await GroupAsync(db, group),
            Consultations = await ConsultationsAsync(db, policy.Id, text.Version),
            Signatures = text.Signatures,
            Published = text.Published,
        };
    }

    private static async Task<OriginDecision?> DecisionAsync(
        GovernanceDb db,
        TaskAndFinishGroup group
    )
    {
        Decision? decision = group.DecisionId is { } id
            ? await DecisionBook.FindAsync(db, group.PartnershipId, id)
            : null;
        if (decision is null)
        {
            return null;
        }

        string body = await db.Set<MeetingBody>()
            .Where(each => each.Id == decision.BodyId)
            .Select(each => each.Name)
            .SingleAsync();
        return new OriginDecision(decision.Number, body, decision.DecidedAt, decision.Hash);
    }

    private static async Task<OriginGroup> GroupAsync(GovernanceDb db, TaskAndFinishGroup group) =>
        new(
            group.Name,
            group.Purpose,
            group.CommissionedBy,
            group.CreatedAt,
            await db.Set<TermsOfReference>()
                .Where(terms => terms.GroupId == group.Id && terms.Number == group.ApprovedTerms)
                .Select(terms => terms.Hash)
                .SingleOrDefaultAsync(),
            group.EndedAt
        );

    private static async Task<IReadOnlyList<OriginConsultation>> ConsultationsAsync(
        GovernanceDb db,
        string policyId,
        int version
    )
    {
        List<ConsultationWindow> windows = await db.Set<ConsultationWindow>()
            .AsNoTracking()
            .Include(window => window.Bodies)
            .Where(window =>
                window.SubjectType == PoliciesWords.Policy
                && window.SubjectId == policyId
                && window.SubjectVersion <= version
                && window.State == ConsultationStates.Closed
            )
            .OrderBy(window => window.Number)
            .ToListAsync();
        if (windows.Count == 0)
        {
            return [];
        }

        string[] ids = [.. windows.Select(window => window.Id)];
        var decided = (
            await db.Set<Comment>()
                .Where(comment => ids.Contains(comment.WindowId) && comment.WithdrawnAt == null)
                .GroupBy(comment => new { comment.WindowId, comment.Decision })
                .Select(each => new
                {
                    each.Key.WindowId,
                    each.Key.Decision,
                    Count = each.Count(),
                })
                .ToListAsync()
        ).ToLookup(each => each.WindowId);
        return
        [
            .. windows.Select(window => new OriginConsultation(
                window.SubjectVersion,
                window.Hash,
                window.OpenedAt,
                window.ClosedAt,
                window.Bodies.Count(body => body.IsAsked),
                window.Bodies.Count(body => body is { IsAsked: true, HasAnswered: true }),
                decided[window.Id].Sum(each => each.Count),
                Of(window.Id, CommentDecisions.Accepted),
                Of(window.Id, CommentDecisions.Partly),
                Of(window.Id, CommentDecisions.Rejected)
            )),
        ];

        int Of(string window, string decision) =>
            decided[window].Where(each => each.Decision == decision).Sum(each => each.Count);
    }
}
