using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Modules.Library;

/// <summary>
/// A representative says how far their agency's cascade of the version in force is. The last agency's last part lets the workflow
/// go on in the same act.
/// </summary>
public sealed class ConfirmCascade(Acts acts, RunningClocks clocks, WorkflowRunner workflows)
{
    public Task<Result<CascadeAgencyAnswer>> HandleAsync(
        ActCaller caller,
        string policyId,
        string agencyId,
        CascadeBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<CascadeAgencyAnswer>
            {
                Name = "cascade.confirm",
                Caller = caller,
                Permission = LibraryPermissions.Confirm,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, agencyId, body),
            },
            cancellation
        );

    private async Task<Result<CascadeAgencyAnswer>> DecideAsync(
        Act act,
        string policyId,
        string agencyId,
        CascadeBody body
    )
    {
        if (await CheckAgencyAsync(act, agencyId) is { } refusal)
        {
            return refusal;
        }

        (Policy policy, _) = await PolicyPlace.LoadAsync(act, policyId);
        if (policy.PublishedVersion is not { } number || policy.State == PolicyStates.Withdrawn)
        {
            return Refusal.NotFound;
        }

        Dissemination? about = await DisseminationStore.OfVersionAsync(act.Db, policyId, number);
        AgencyCascade? agency = about?.Agencies.Find(each => each.AgencyId == agencyId);
        if (agency is null)
        {
            return about is null ? LibraryRefusals.NotAsked : LibraryRefusals.AgencyNotAsked;
        }

        act.Subject = about!.Subject;
        if (!about.IsOpen)
        {
            return LibraryRefusals.Over(about.State);
        }

        bool wasConfirmed = agency.ConfirmedAt is not null;
        Result<Done> said = agency.Say(body, act.Caller.PersonId, act.Now);
        if (said.IsRefused)
        {
            return said.Refusal;
        }

        act.Capacity = new ActCapacity(null, Roles.AgencyRepresentative);
        act.Payload = new
        {
            agency = agencyId,
            version = number,
            agency.Briefed,
            agency.WebsiteUpdated,
            agency.OwnPolicyUpdated,
            agency.TrainingUpdated,
            agency.Note,
            confirmed = agency.ConfirmedAt is not null,
        };
        if (await FollowAsync(act, about, agency, wasConfirmed) is { } notAwaited)
        {
            return notAwaited;
        }

        await act.Db.SaveChangesAsync();
        return await CascadeBook.AnswerAsync(act.Db, about, agency, mayConfirm: about.IsOpen);
    }

    /// <summary>An agency that nobody has named is not there; another's cascade is not the caller's to confirm.</summary>
    private static async Task<Refusal?> CheckAgencyAsync(Act act, string agencyId) =>
        act.Kept<Standing>()!.Agencies.Contains(agencyId) ? null
        : await act.Db.Set<RelevantAgency>().FindAsync(act.PartnershipId, agencyId) is null
            ? Refusal.NotFound
        : LibraryRefusals.NotYourAgency;

    private async Task<Refusal?> FollowAsync(
        Act act,
        Dissemination about,
        AgencyCascade agency,
        bool wasConfirmed
    )
    {
        bool isConfirmed = agency.ConfirmedAt is not null;
        if (wasConfirmed && !isConfirmed)
        {
            Clock clock = (await act.Db.Set<Clock>().FindAsync(about.ClockId))!;
            agency.AskId = await DisseminationStore.AskAsync(
                act,
                about,
                agency.AgencyId,
                clock.DueAt,
                clock.Id
            );
            await CascadeNotices.TakenBackAsync(act, about, agency);
        }
        else if (isConfirmed && !wasConfirmed)
        {
            await AskBook.CompleteAsync(act, agency.AskId);
        }

        return about.Outstanding.Any() ? null : await CompleteAsync(act, about);
    }

    private async Task<Refusal?> CompleteAsync(Act act, Dissemination about)
    {
        about.End(DisseminationStates.Confirmed, act.Now);
        await clocks.MeetAsync(act, about.ClockId!);
        await CascadeNotices.CompletedAsync(act, about);
        act.AlsoRecord(
            "cascade.complete",
            about.Subject,
            new { version = about.Number, agencies = about.Agencies.Count }
        );
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, LibraryWords.Confirmed, about.Id);
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 ? EngineRefusals.NotAwaited
            : null;
    }
}
