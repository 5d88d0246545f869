using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>Acts on a challenge speak to its workflow.</summary>
internal static class EscalationWorkflow
{
    /// <summary>Something that the workflow has to await; else the state says no.</summary>
    public static async Task<Refusal?> SendAsync(
        Act act,
        WorkflowRunner workflows,
        ProfessionalChallenge challenge,
        string stimulus
    )
    {
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, stimulus, challenge.Id);
        if (resumed.IsRefused)
        {
            return resumed.Refusal;
        }

        if (resumed.Value == 0)
        {
            return EngineRefusals.NotAwaited;
        }

        await act.Db.SaveChangesAsync();
        return null;
    }

    public static ChallengeEntry Say(
        Act act,
        ProfessionalChallenge challenge,
        string kind,
        string? text,
        DateOnly? held = null,
        bool byRaiser = false
    )
    {
        ChallengeEntry entry = new()
        {
            Id = act.NewId(),
            ChallengeId = challenge.Id,
            Stage = challenge.Stage,
            Kind = kind,
            Text = text,
            Held = held,
            At = act.Now,
            ById = byRaiser && challenge.RaiserId is null ? null : act.Caller.PersonId,
            ByRaiser = byRaiser,
        };
        act.Db.Add(entry);
        // The words stand in the challenge; the record commits to them.
        act.Payload = new
        {
            challenge.Number,
            stage = challenge.Stage,
            kind,
            text = text is null ? null : TextHash.Of(text),
        };
        return entry;
    }
}

/// <summary>What the record holds of a text about a case.</summary>
internal static class TextHash
{
    public static string Of(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
