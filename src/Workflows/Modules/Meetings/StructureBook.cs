using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Reads of the structure. Everybody of the partnership but its administrator sees which bodies there are.</summary>
public static class StructureBook
{
    public static string TagOf(MeetingBody body) => $"body-{body.Version}";

    /// <summary>The whole tree, each body after the one above it, by name among its neighbours.</summary>
    /// <param name="dissolved">With those that were dissolved.</param>
    public static async Task<Result<IReadOnlyList<BodyLine>>> TreeAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        bool dissolved = false
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            MeetingsPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<MeetingBody> bodies = await db.Set<MeetingBody>()
            .Where(body => body.PartnershipId == partnershipId)
            .Where(body => dissolved || body.DissolvedAt == null)
            .ToListAsync();
        IReadOnlyList<string> own = await BelongsToAsync(db, standing.Value);
        List<BodyLine> lines = [];
        Append(null, 0);
        return lines;

        void Append(string? above, int depth)
        {
            foreach (
                MeetingBody body in bodies
                    .Where(each => IsBelow(each, above))
                    .OrderBy(each => each.IsInstalled ? 0 : 1)
                    .ThenBy(each => each.Name, StringComparer.Ordinal)
                    .ThenBy(each => each.Id, StringComparer.Ordinal)
            )
            {
                lines.Add(LineOf(body, depth, own.Contains(body.Id)));
                Append(body.Id, depth + 1);
            }
        }

        // A body whose own was dissolved and is not shown stands at the root.
        bool IsBelow(MeetingBody body, string? above) =>
            above is null
                ? body.ParentId is null || bodies.All(each => each.Id != body.ParentId)
                : body.ParentId == above;
    }

    public static async Task<Result<BodyAnswer>> FindAsync(
        GovernanceDb db,
        string bodyId,
        string personId,
        DateTime now
    )
    {
        MeetingBody? body = await db.Set<MeetingBody>()
            .SingleOrDefaultAsync(each => each.Id == bodyId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            body?.PartnershipId,
            personId,
            MeetingsPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused
            ? standing.Refusal
            : await AnswerAsync(db, body!, standing.Value, now);
    }

    internal static async Task<BodyAnswer> AnswerAsync(
        GovernanceDb db,
        MeetingBody body,
        Standing standing,
        DateTime now
    )
    {
        BodyMembership membership = await BodyRoll.OfAsync(db, body, now);
        IReadOnlyDictionary<string, string> agencies = await BodyRoll.AgenciesAsync(
            db,
            body.PartnershipId
        );
        List<MeetingBody> below = await db.Set<MeetingBody>()
            .Where(each => each.ParentId == body.Id && each.DissolvedAt == null)
            .OrderBy(each => each.Name)
            .ThenBy(each => each.Id)
            .ToListAsync();
        IReadOnlyList<string>? reach = await BodyRoll.ReachOfAsync(db, standing);
        return new BodyAnswer
        {
            Id = body.Id,
            Partnership = body.PartnershipId,
            Parent = body.ParentId,
            ParentName = await db.Set<MeetingBody>()
                .Where(each => each.Id == body.ParentId)
                .Select(each => each.Name)
                .SingleOrDefaultAsync(),
            Name = body.Name,
            Purpose = body.Purpose,
            Kind = body.Kind,
            TermsOfReference = body.TermsOfReference,
            Frequency = body.Frequency,
            ReviewOn = body.ReviewOn,
            Quorum = QuorumOf(body, membership, agencies),
            Members = [.. membership.Members.Select(member => MemberOf(member, membership))],
            Below = [.. below.Select(each => LineOf(each, 0, mine: false))],
            Dissolved = body.DissolvedAt,
            DissolvedReason = body.DissolvedReason,
            Secretary = MeetingsPermissions.IsSecretary(standing, membership),
            Reads = BodyRoll.Reaches(reach, body.Id),
            Tag = TagOf(body),
        };
    }

    private static QuorumAnswer QuorumOf(
        MeetingBody body,
        BodyMembership membership,
        IReadOnlyDictionary<string, string> agencies
    )
    {
        QuorumRule rule = body.Quorum;
        return new QuorumAnswer(
            rule.Kind,
            rule.Seats,
            rule.AtLeast,
            rule.Places,
            rule.AllowsDiscretion,
            QuorumCount.RuleInWords(rule, QuorumCount.PlacesOf(rule, membership.Places, agencies))
        );
    }

    private static BodyMemberAnswer MemberOf(MemberOfBody member, BodyMembership membership) =>
        new(
            new PersonLine(member.PersonId, member.Name),
            member.Capacity,
            member.Place,
            membership.Places.FirstOrDefault(place => place.Key == member.Place)?.Name
                ?? member.Name,
            member.Level,
            member.From,
            member.To,
            member.TermId
        );

    private static BodyLine LineOf(MeetingBody body, int depth, bool mine) =>
        new(
            body.Id,
            body.ParentId,
            body.Name,
            body.Kind,
            body.Purpose,
            depth,
            body.ReviewOn,
            body.DissolvedAt,
            mine
        );

    /// <summary>The bodies that somebody belongs to themselves, however much more they may read.</summary>
    private static async Task<IReadOnlyList<string>> BelongsToAsync(
        GovernanceDb db,
        Standing standing
    )
    {
        string partnership = standing.PartnershipId;
        string person = standing.PersonId;
        DateOnly on = standing.On;
        bool seated = standing.Seats.Any();
        bool represents = standing.Agencies.Any();
        string[] groups = [.. standing.Appointments.Select(a => a.GroupId).OfType<string>()];
        return await db.Set<MeetingBody>()
            .Where(body => body.PartnershipId == partnership)
            .Where(body =>
                (seated && body.Kind == BodyKinds.Executive)
                || ((seated || represents) && body.Kind == BodyKinds.Partnership)
                || groups.Contains(body.Id)
                || db.Set<BodyMember>()
                    .Any(member =>
                        member.BodyId == body.Id
                        && member.PersonId == person
                        && member.From <= on
                        && (member.To == null || member.To >= on)
                    )
            )
            .Select(body => body.Id)
            .ToListAsync();
    }
}
