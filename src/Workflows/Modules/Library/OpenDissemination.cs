using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// The workflow brings the version in force to every agency that the arrangements name that day. What was still asked about an
/// earlier version ends with it. A version is disseminated once: a workflow that comes back takes up what is open.
/// </summary>
public sealed class OpenDissemination(
    DisseminationStore store,
    RunningClocks clocks,
    WorkflowRunner workflows
) : IEffectHandler
{
    public string Kind => LibraryWords.Disseminate;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (policy?.PublishedVersion is not { } number)
        {
            return (JsonObject?)null;
        }

        await act.Db.SaveChangesAsync();
        Dissemination? dissemination = await DisseminationStore.OfVersionAsync(
            act.Db,
            policy.Id,
            number
        );
        if (dissemination is null)
        {
            if (await SupersedeAsync(act, policy.Id) is { } refusal)
            {
                return refusal;
            }

            dissemination = await OpenAsync(act, context, policy, payload);
        }

        return Answer(
            dissemination,
            dissemination.ClockId is null
                ? null
                : await act.Db.Set<Clock>().FindAsync(dissemination.ClockId)
        );
    }

    private async Task<Refusal?> SupersedeAsync(Act act, string policyId)
    {
        foreach (Dissemination earlier in await DisseminationStore.OpenAsync(act.Db, policyId))
        {
            await store.EndAsync(
                act,
                earlier,
                DisseminationStates.Superseded,
                "A new version was published."
            );
            Result<int> told = await workflows.StimulateAsync(
                act,
                LibraryWords.Superseded,
                earlier.Id
            );
            if (told.IsRefused)
            {
                return told.Refusal;
            }
        }

        return null;
    }

    private async Task<Dissemination> OpenAsync(
        Act act,
        EffectContext context,
        Policy policy,
        JsonObject payload
    )
    {
        PolicyVersion version = (
            await PolicyTexts.FindVersionAsync(act.Db, policy.Id, policy.PublishedVersion!.Value)
        )!;
        Dissemination dissemination = new()
        {
            Id = act.NewId(),
            PartnershipId = policy.PartnershipId,
            PolicyId = policy.Id,
            Number = version.Number,
            Hash = version.Hash,
            Title = version.Title,
            ToldAt = act.Now,
            InstanceId = context.InstanceId,
            State = DisseminationStates.Open,
        };
        act.Db.Add(dissemination);
        List<RelevantAgency> agencies = await NamedAsync(
            act.Db,
            policy.PartnershipId,
            London.DateOf(act.Now)
        );
        if (agencies.Count == 0)
        {
            dissemination.End(DisseminationStates.Confirmed, act.Now);
        }
        else
        {
            await AskAsync(act, dissemination, agencies, payload);
        }

        act.AlsoRecord(
            "cascade.open",
            dissemination.Subject,
            new { version = version.Number, agencies = agencies.Select(agency => agency.Id) }
        );
        await act.Db.SaveChangesAsync();
        return dissemination;
    }

    private async Task AskAsync(
        Act act,
        Dissemination dissemination,
        List<RelevantAgency> agencies,
        JsonObject payload
    )
    {
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = PoliciesWords.Policy,
                SubjectId = dissemination.PolicyId,
                Purpose = LibraryWords.ClockPurpose,
                Title = $"Cascade of {dissemination.Title}, version {dissemination.Number}",
                Limit = ClockLimit.WorkingDays(payload["workingDays"]!.GetValue<int>()),
                ReceivedAt = act.Now,
                ReminderWorkingDays =
                [
                    .. payload["reminderWorkingDays"]!
                        .AsArray()
                        .Select(days => days!.GetValue<int>()),
                ],
            }
        );
        dissemination.ClockId = clock.Id;
        foreach (RelevantAgency agency in agencies)
        {
            dissemination.Agencies.Add(
                new AgencyCascade
                {
                    DisseminationId = dissemination.Id,
                    AgencyId = agency.Id,
                    AgencyName = agency.Name,
                    ToldAt = act.Now,
                    AskId = await DisseminationStore.AskAsync(
                        act,
                        dissemination,
                        agency.Id,
                        clock.DueAt,
                        clock.Id
                    ),
                }
            );
        }

        await CascadeNotices.OpenedAsync(act, dissemination, clock.DueAt);
    }

    private static Task<List<RelevantAgency>> NamedAsync(
        GovernanceDb db,
        string partnershipId,
        DateOnly day
    ) =>
        db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == partnershipId)
            .Where(agency => agency.From <= day && (agency.To == null || agency.To >= day))
            .OrderBy(agency => agency.Id)
            .ToListAsync();

    private static JsonObject Answer(Dissemination dissemination, Clock? clock)
    {
        return new JsonObject
        {
            ["dissemination"] = dissemination.Id,
            ["open"] = dissemination.IsOpen,
            ["timers"] = ClockAnswers.Timers(clock),
        };
    }
}
