using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>Finds what a challenge is about, so that it names something that is there, by the exact text that is meant.</summary>
internal static class ChallengeSubjectFinder
{
    /// <returns>Null where this partnership has nothing of the kind.</returns>
    public static async Task<ChallengeSubject?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        ChallengeSubjectBody subject
    )
    {
        string type = subject.Type!;
        switch (type)
        {
            case ChallengeSubjects.Policy:
                PolicyVersion? version = await db.Set<PolicyVersion>()
                    .Where(each =>
                        each.PolicyId == subject.Id
                        && each.Number == subject.Version
                        && each.Hash == subject.Hash
                        && db.Set<Policy>()
                            .Any(policy =>
                                policy.Id == each.PolicyId && policy.PartnershipId == partnershipId
                            )
                    )
                    .SingleOrDefaultAsync();
                return version is null
                    ? null
                    : new ChallengeSubject(
                        type,
                        version.PolicyId,
                        version.Number,
                        version.Hash,
                        Short(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{version.Title}, version {version.Number}"
                            )
                        )
                    );
            case ChallengeSubjects.Decision:
                Decision? decision = await DecisionBook.FindAsync(db, partnershipId, subject.Id!);
                return decision is null
                    ? null
                    : new ChallengeSubject(
                        type,
                        decision.Id,
                        null,
                        decision.Hash,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Decision {decision.Number} of {London.DateOf(decision.DecidedAt):d MMMM yyyy}"
                        )
                    );
            case ChallengeSubjects.Group:
                string? name = await db.Set<TaskAndFinishGroup>()
                    .Where(group => group.Id == subject.Id && group.PartnershipId == partnershipId)
                    .Select(group => group.Name)
                    .SingleOrDefaultAsync();
                return name is null
                    ? null
                    : new ChallengeSubject(type, subject.Id, null, null, name);
            case ChallengeSubjects.Seat:
                return Seats.All.Contains(subject.Id)
                    ? new ChallengeSubject(
                        type,
                        subject.Id,
                        null,
                        null,
                        ChallengeRules.Blank(subject.Text)
                            ?? $"The {RoleWords.OfSeat(subject.Id!)} as a partner"
                    )
                    : null;
            default:
                return new ChallengeSubject(
                    type,
                    ChallengeRules.Blank(subject.Id) is { Length: <= Ids.MaxLength } id ? id : null,
                    null,
                    null,
                    subject.Text!.Trim()
                );
        }
    }

    private static string Short(string title) =>
        title.Length > ChallengeRules.MostTitle ? title[..ChallengeRules.MostTitle] : title;
}
