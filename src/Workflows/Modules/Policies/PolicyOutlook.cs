using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>What a page about one policy says beside the policy itself.</summary>
/// <param name="Next">Null for those who see no drafts: what they see is in force, and nothing waits for them here.</param>
/// <param name="Authors">Everybody who wrote on the text since the last published version; they cannot sign it.</param>
public sealed record PolicyOutlook(
    bool SeesDrafts,
    PolicyNext? Next,
    IReadOnlyList<PersonLine> Authors,
    int Versions
);

/// <summary>Reads what comes next for a policy, and who has it.</summary>
public sealed class PolicyOutlooks(RoundStore rounds)
{
    public async Task<Result<PolicyOutlook>> FindAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        Policy policy = reader.Value.Policy;
        if (!reader.Value.SeesDrafts)
        {
            return new PolicyOutlook(false, null, [], policy.PublishedVersion ?? 0);
        }

        SignOffRound? round = await RoundStore.FindLatestAsync(db, PoliciesWords.Policy, policyId);
        Clock? clock = round?.ClockId is null
            ? null
            : await db.Set<Clock>().SingleOrDefaultAsync(each => each.Id == round.ClockId);
        var asks = await db.Set<Ask>()
            .Where(ask =>
                ask.SubjectType == PoliciesWords.Policy
                && ask.SubjectId == policyId
                && ask.State == AskStates.Open
            )
            .Select(ask => new { ask.Kind, ask.DueAt })
            .ToListAsync();
        IReadOnlySet<string> authors = await PolicyTexts.AuthorsAsync(db, policy);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(db, authors);
        return new PolicyOutlook(
            true,
            PolicyNext.Of(
                policy,
                round,
                clock?.DueAt,
                [.. asks.Select(ask => (ask.Kind, ask.DueAt))],
                round is { IsOpen: true } ? await SignersAsync(db, round, now) : Nobody,
                await SteeringAsync(db, policy, London.DateOf(now))
            ),
            [
                .. authors
                    .Select(id => new PersonLine(id, names.GetValueOrDefault(id, id)))
                    .OrderBy(person => person.Name, StringComparer.Ordinal),
            ],
            policy.NewestVersion
        );
    }

    private static Dictionary<string, IReadOnlyList<string>> Nobody { get; } = [];

    private async Task<Dictionary<string, IReadOnlyList<string>>> SignersAsync(
        GovernanceDb db,
        SignOffRound round,
        DateTime now
    ) =>
        (await rounds.QuestionsAsync(db, round, now)).ToDictionary(
            question => question.Key,
            question =>
                (IReadOnlyList<string>)
                    [
                        .. SigningAuthority
                            .Eligible(question.Value)
                            .Select(capacity => capacity.Person.Name)
                            .Distinct(StringComparer.Ordinal),
                    ],
            StringComparer.Ordinal
        );

    /// <summary>The group's chair where it is a group's output; else the business unit.</summary>
    private static async Task<IReadOnlyList<string>> SteeringAsync(
        GovernanceDb db,
        Policy policy,
        DateOnly today
    )
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            db,
            policy.PartnershipId,
            today
        );
        Appointment[] steering =
        [
            .. held.Where(each =>
                policy.GroupId is not null
                && each.Role == Roles.GroupChair
                && each.GroupId == policy.GroupId
            ),
        ];
        if (steering.Length == 0)
        {
            steering = [.. held.Where(each => each.Role == Roles.BusinessUnit)];
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            steering.Select(each => each.PersonId)
        );
        return [.. names.Values.Order(StringComparer.Ordinal)];
    }
}
