using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Groups as their readers see them.</summary>
public static partial class GroupBook
{
    public static async Task<Result<GroupAnswer>> FindAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now
    )
    {
        Result<TaskAndFinishGroup> found = await ReadableAsync(db, groupId, personId, now);
        return found.IsRefused ? found.Refusal : await AnswerAsync(db, found.Value, now);
    }

    /// <summary>A partnership's groups, newest first; those that have ended only where asked for.</summary>
    public static async Task<Result<Page<GroupLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        bool ended = false,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            GroupPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<TaskAndFinishGroup> found = await db.Set<TaskAndFinishGroup>()
            .AsNoTracking()
            .Where(group => group.PartnershipId == partnershipId && group.IsOver == ended)
            .Where(group => after == null || string.Compare(group.Id, after) < 0)
            .OrderByDescending(group => group.Id)
            .Take(take + 1)
            .ToListAsync();
        return new Page<GroupLine>(
            [
                .. found
                    .Take(take)
                    .Select(group => new GroupLine(
                        group.Id,
                        group.Name,
                        group.State,
                        group.CommissionedBy,
                        group.Deadline,
                        group.Sunset,
                        group.VacantSince is not null
                    )),
            ],
            found.Count > take ? found[take - 1].Id : null
        );
    }

    /// <summary>
    /// The names of groups of a partnership by their ids, for pages that name a group of what they show. An id of no group is left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        GovernanceDb db,
        string partnershipId,
        IEnumerable<string> ids
    )
    {
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        return wanted.Length == 0
            ? new Dictionary<string, string>()
            : await db.Set<TaskAndFinishGroup>()
                .Where(group => group.PartnershipId == partnershipId && wanted.Contains(group.Id))
                .ToDictionaryAsync(group => group.Id, group => group.Name);
    }

    /// <summary>The newest version of the terms, or one by its number.</summary>
    public static async Task<Result<TermsAnswer>> FindTermsAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now,
        int? number = null
    )
    {
        Result<TaskAndFinishGroup> group = await ReadableAsync(db, groupId, personId, now);
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        TermsOfReference? terms = await db.Set<TermsOfReference>()
            .FindAsync(groupId, number ?? group.Value.NewestTerms);
        return terms is null ? Refusal.NotFound : await TermsAsync(db, terms);
    }

    /// <summary>All versions, newest first: there are never many.</summary>
    public static async Task<Result<IReadOnlyList<TermsAnswer>>> ListTermsAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now
    )
    {
        Result<TaskAndFinishGroup> group = await ReadableAsync(db, groupId, personId, now);
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        List<TermsAnswer> answers = [];
        foreach (
            TermsOfReference terms in await db.Set<TermsOfReference>()
                .Where(each => each.GroupId == groupId)
                .OrderByDescending(each => each.Number)
                .ToListAsync()
        )
        {
            answers.Add(await TermsAsync(db, terms));
        }

        return answers;
    }

    /// <summary>The group, where the reader may know of it.</summary>
    internal static async Task<Result<TaskAndFinishGroup>> ReadableAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now
    )
    {
        TaskAndFinishGroup? group = await db.Set<TaskAndFinishGroup>().FindAsync(groupId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            group?.PartnershipId,
            personId,
            GroupPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused ? standing.Refusal : group!;
    }

    internal static async Task<TermsAnswer> TermsAsync(GovernanceDb db, TermsOfReference terms)
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[] { terms.SavedBy, terms.ApprovedBy }.OfType<string>()
        );
        return new TermsAnswer(
            terms.Number,
            terms.Text,
            terms.Hash,
            terms.ReviewOn,
            terms.SavedAt,
            names.GetValueOrDefault(terms.SavedBy, terms.SavedBy),
            terms.ApprovedAt,
            terms.ApprovedBy is { } by ? names.GetValueOrDefault(by, by) : null,
            terms.ApprovedForSeat
        );
    }
}
