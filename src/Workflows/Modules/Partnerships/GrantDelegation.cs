using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The seat's lead lends authority on the seat, by document class and for dated days (DOMAIN B1.5).</summary>
public sealed class GrantDelegation(Acts acts, PartnershipEvents events)
{
    public Task<Result<DelegationAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        GrantDelegationBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DelegationAnswer>
            {
                Name = "delegation.grant",
                Caller = caller,
                Permission = PartnershipsPermissions.Delegate,
                Locate = act => PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<DelegationAnswer>> DecideAsync(Act act, GrantDelegationBody body)
    {
        if (DelegationRules.Check(body, London.DateOf(act.Now)) is { } invalid)
        {
            return invalid;
        }

        string seat = body.Seat!;
        SeatHolders today = await SeatHolders.LoadAsync(act.Db, act.PartnershipId, act.Now);
        SeatHolders atStart = await SeatHolders.LoadAsync(
            act.Db,
            act.PartnershipId,
            body.Starts!.Value
        );
        string granter = act.Caller.PersonId;
        if (DelegationRules.MayGrant(granter, body, today[seat], atStart[seat]) is { } refusal)
        {
            return refusal;
        }

        List<DelegationInstrument> standing = await act
            .Db.Set<DelegationInstrument>()
            .Where(d => d.PartnershipId == act.PartnershipId && d.Seat == seat)
            .ToListAsync();
        if (standing.Exists(d => DelegationRules.Overlaps(body, d)))
        {
            return PartnershipsRefusals.DelegationStanding;
        }

        DelegationInstrument instrument = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Seat = seat,
            FromPersonId = body.From!,
            ToPersonId = body.To!,
            Classes = [.. body.Classes!.Distinct(StringComparer.Ordinal)],
            Starts = body.Starts.Value,
            Ends = body.Ends!.Value,
            GrantedBy = granter,
            GrantedAt = act.Now,
            Evidence = body.Evidence,
        };
        act.Db.Add(instrument);
        act.Subject = new SubjectRef("delegation", instrument.Id);
        act.Capacity = new ActCapacity(seat, Levels.Lead);
        act.Payload = RecordOf(instrument);
        await events.RaiseAsync(act, new DelegationGranted(instrument));
        return await AnswerAsync(act, instrument);
    }

    internal static object RecordOf(DelegationInstrument d) =>
        new
        {
            d.Seat,
            from = d.FromPersonId,
            to = d.ToPersonId,
            d.Classes,
            d.Starts,
            d.Ends,
            d.Evidence,
            d.RevokedFrom,
            reason = d.RevocationReason,
        };

    internal static async Task<DelegationAnswer> AnswerAsync(Act act, DelegationInstrument d)
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            act.Db,
            [d.FromPersonId, d.ToPersonId, d.GrantedBy]
        );
        return new DelegationAnswer(
            d.Id,
            d.PartnershipId,
            d.Seat,
            new PersonLine(d.FromPersonId, names[d.FromPersonId]),
            new PersonLine(d.ToPersonId, names[d.ToPersonId]),
            d.Classes,
            d.Starts,
            d.Ends,
            new PersonLine(d.GrantedBy, names[d.GrantedBy]),
            d.RevokedFrom
        );
    }
}
