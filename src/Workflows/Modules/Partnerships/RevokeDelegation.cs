using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The seat's lead takes lent authority back, now or from a later moment, never from an earlier one.</summary>
public sealed class RevokeDelegation(Acts acts, PartnershipEvents events)
{
    public Task<Result<DelegationAnswer>> HandleAsync(
        ActCaller caller,
        string delegationId,
        RevokeDelegationBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DelegationAnswer>
            {
                Name = "delegation.revoke",
                Caller = caller,
                Permission = PartnershipsPermissions.Delegate,
                Locate = async act =>
                    await PartnershipPlace.LocateAsync<DelegationInstrument>(
                        act,
                        await act
                            .Db.Set<DelegationInstrument>()
                            .Where(d => d.Id == delegationId)
                            .Select(d => d.PartnershipId)
                            .SingleOrDefaultAsync(),
                        "delegation",
                        delegationId
                    ),
                Decide = act => DecideAsync(act, delegationId, body),
            },
            cancellation
        );

    private async Task<Result<DelegationAnswer>> DecideAsync(
        Act act,
        string delegationId,
        RevokeDelegationBody body
    )
    {
        FieldErrors errors = new();
        errors.Text(body.Reason, "reason", "Say why the delegation is revoked.");
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        DelegationInstrument instrument = await act
            .Db.Set<DelegationInstrument>()
            .SingleAsync(d => d.Id == delegationId);
        if (!act.Kept<Standing>()!.IsLead(instrument.Seat))
        {
            return PartnershipsRefusals.NotTheLead;
        }

        if (IsOver(instrument, act.Now))
        {
            return PartnershipsRefusals.DelegationOver;
        }

        Result<DateTime> from = DelegationRules.RevokedFrom(body.Effective, act.Now);
        if (from.IsRefused)
        {
            return from.Refusal;
        }

        if (from.Value > instrument.RevokedFrom)
        {
            return Refusal.Invalid("effective", "It is revoked from an earlier moment already.");
        }

        instrument.RevokedAt = act.Now;
        instrument.RevokedFrom = from.Value;
        instrument.RevokedBy = act.Caller.PersonId;
        instrument.RevocationReason = body.Reason;
        act.Capacity = new ActCapacity(instrument.Seat, Levels.Lead);
        act.Payload = GrantDelegation.RecordOf(instrument);
        await events.RaiseAsync(act, new DelegationRevoked(instrument));
        return await GrantDelegation.AnswerAsync(act, instrument);
    }

    /// <summary>A revocation that is still to come can be brought forward; one that counts already, or a last day past, cannot.</summary>
    internal static bool IsOver(DelegationInstrument instrument, DateTime now) =>
        instrument.Ends < London.DateOf(now) || instrument.RevokedFrom <= now;
}
