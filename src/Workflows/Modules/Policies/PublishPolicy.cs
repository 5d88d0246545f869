using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Consultation;
using Governance.Modules.Notices;
using Governance.Modules.Policies.Activities;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// The workflow publishes the newest version. Whatever it says, three signatures on exactly that text are needed, and the hash is
/// computed anew from storage first: a text changed behind the product's back raises an alarm instead (DOMAIN B3.2).
/// </summary>
public sealed class PublishPolicy(
    PolicyTexts texts,
    PolicyEvents events,
    WindowStore consultations,
    WorkflowRunner workflows
) : IEffectHandler
{
    public string Kind => PoliciesWords.Publish;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Policy? policy = await act.LockAsync<Policy>(context.Subject.Id);
        SignOffRound? round = await RoundStore.FindOpenAsync(
            act.Db,
            PoliciesWords.Policy,
            context.Subject.Id
        );
        if (policy is null || round is null)
        {
            return PoliciesRefusals.ThreeSeats;
        }

        if (!round.IsSignedByAll)
        {
            // Only where all had signed and one took the signature back before a later step published.
            return round.IsHandedOver
                ? Outcome(PublishStep.NotSigned)
                : PoliciesRefusals.ThreeSeats;
        }

        SignOffText text = (await texts.LoadAsync(act.Db, policy.Id))!;
        if (text.Hash != round.Hash || text.Version != round.SubjectVersion)
        {
            await RaiseAlarmAsync(act, policy, round, text);
            return Outcome(PublishStep.IntegrityAlarm);
        }

        int? superseded = policy.PublishedVersion;
        await PublishAsync(act, policy, round);
        if (superseded is { } earlier)
        {
            // The step that keeps the earlier version under review ends once this act's own steps have come to rest.
            Result<int> told = await workflows.StimulateAsync(
                act,
                PoliciesWords.Superseded,
                PoliciesWords.InForce(policy.Id, earlier)
            );
            if (told.IsRefused)
            {
                return told.Refusal;
            }
        }

        return Outcome(PublishStep.Published);
    }

    private async Task PublishAsync(Act act, Policy policy, SignOffRound round)
    {
        PolicyVersion version = (
            await PolicyTexts.FindVersionAsync(act.Db, policy.Id, policy.NewestVersion)
        )!;
        int? superseded = policy.PublishedVersion;
        version.PublishedAt = act.Now;
        policy.Publish(version, act.Now, London.DateOf(act.Now).AddMonths(version.ReviewMonths));
        round.MarkPublished(act.Now);
        SubjectRef subject = new(PoliciesWords.Policy, policy.Id, version.Hash);
        await AskBook.CancelAllAsync(
            act,
            new SubjectRef(PoliciesWords.Policy, policy.Id),
            "A new version was published."
        );
        await consultations.EndAllAsync(
            act,
            PoliciesWords.Policy,
            policy.Id,
            "The text was published."
        );
        await events.RaiseAsync(act, new PolicyPublished(policy, version));
        await NoticeBoard.TellAsync(act, PolicyNotices.Published(policy, version.Hash));
        act.AlsoRecord(
            "policy.publish",
            subject,
            new
            {
                version = version.Number,
                version.Hash,
                round = round.Id,
                superseded,
                policy.ReviewDate,
            }
        );
    }

    private static async Task RaiseAlarmAsync(
        Act act,
        Policy policy,
        SignOffRound round,
        SignOffText found
    )
    {
        round.RaiseIntegrityAlarm(act.Now);
        policy.IntegrityAlarmAt = act.Now;
        policy.Changed(act.Now);
        await NoticeBoard.TellAsync(act, PolicyNotices.IntegrityAlarm(policy, round.Hash));
        act.AlsoRecord(
            "policy.integrity-alarm",
            new SubjectRef(PoliciesWords.Policy, policy.Id, round.Hash),
            new
            {
                round = round.Id,
                signedVersion = round.SubjectVersion,
                signed = round.Hash,
                storedVersion = found.Version,
                stored = found.Hash,
            }
        );
    }

    private static JsonObject Outcome(string outcome) => new() { ["outcome"] = outcome };
}
