using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// The key that shows a challenge's status to whoever raised it without an account. It travels in a body, is kept as a hash, and is revoked
/// by the raiser, by the business unit, or, where the raiser has an account, by making another.
/// </summary>
public sealed class StatusKeys(Acts acts, IReadGovernance reading)
{
    /// <summary>The challenge as its raiser sees it; "not found" for a key that leads nowhere.</summary>
    public async Task<Result<EscalationAnswer>> ReadAsync(string? key)
    {
        await using GovernanceDb db = reading.OpenReader();
        string hash = EscalationKeys.HashOf(key) ?? "";
        ProfessionalChallenge? challenge = await db.Set<ProfessionalChallenge>()
            .SingleOrDefaultAsync(row => row.StatusKeyHash == hash);
        return challenge is null
            ? Refusal.NotFound
            : EscalationBook.ForRaiser(await EscalationBook.AnswerAsync(db, challenge));
    }

    internal async Task<string?> ChallengeOfAsync(string hash)
    {
        await using GovernanceDb db = reading.OpenReader();
        return await db.Set<ProfessionalChallenge>()
            .Where(row => row.StatusKeyHash == hash)
            .Select(row => row.Id)
            .SingleOrDefaultAsync();
    }

    /// <summary>The key leads nowhere any more. The raiser, or the business unit on their behalf.</summary>
    public Task<Result<Done>> RevokeAsync(
        ActCaller caller,
        string challengeId,
        CancellationToken cancellation = default
    ) => RunAsync("escalation.revoke-key", caller, challengeId, null, cancellation);

    /// <summary>Another key in place of the one before, told once.</summary>
    public async Task<Result<StatusKeyAnswer>> RenewAsync(
        ActCaller caller,
        string challengeId,
        CancellationToken cancellation = default
    )
    {
        string key = EscalationKeys.New();
        // Without a key of idempotency: an answer that is kept would keep the secret, or tell one that was never stored.
        Result<Done> renewed = await RunAsync(
            "escalation.renew-key",
            caller with
            {
                Idempotency = null,
            },
            challengeId,
            key,
            cancellation
        );
        return renewed.Then(_ => new StatusKeyAnswer(key));
    }

    private Task<Result<Done>> RunAsync(
        string name,
        ActCaller caller,
        string challengeId,
        string? key,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = name,
                Caller = caller,
                Permission = KeepKey,
                Locate = act => EscalationPlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, key),
            },
            cancellation
        );

    private static async Task<Result<Done>> DecideAsync(Act act, string challengeId, string? key)
    {
        ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(act, challengeId);
        Standing standing = act.Kept<Standing>()!;
        if (
            challenge.RaiserId != act.Caller.PersonId
            // The business unit can take a lost key out of use, but never speak with the raiser's voice.
            && (key is not null || !standing.Holds(Roles.BusinessUnit))
        )
        {
            return EscalationBook.MayRead(
                standing,
                challenge,
                await EscalationBook.StagesAsync(act.Db, challenge.Id)
            )
                ? EscalationRefusals.NotTheRaiser
                : Refusal.NotFound;
        }

        if (key is null && challenge.StatusKeyHash is null)
        {
            return EscalationRefusals.KeyIsRevoked;
        }

        challenge.StatusKeyHash = EscalationKeys.HashOf(key);
        act.Payload = new { challenge.Number };
        return new Done();
    }

    private static readonly Permission KeepKey = new(
        "keep-status-key",
        "Revoke the key of a professional challenge, or make another",
        [.. DutiesMatrix.RaiseConcern.Roles, Roles.BusinessUnit]
    );
}
