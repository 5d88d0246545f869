using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>
/// Somebody gives an address to be told at. It is used once they have opened the link that is sent there, signed in as themselves:
/// an e-mail in the directory is only a label, and nobody may have another person's mailbox written to. Five times a day, so that
/// the service cannot be made to fill somebody's mailbox.
/// </summary>
public sealed class ProposeNoticeAddress(Acts acts, SendingOptions sending)
{
    private const int MostInADay = 5;

    public Task<Result<Done>> HandleAsync(
        string personId,
        string? address,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "notice-address.propose",
                // Without a key of idempotency: sent twice, the second link is the one that counts.
                Caller = new ActCaller(personId),
                Permission = NoticesPermissions.OwnPreferences,
                Locate = NoticesPermissions.LocatePreferencesAsync,
                Decide = act => DecideAsync(act, address),
            },
            cancellation
        );

    private async Task<Result<Done>> DecideAsync(Act act, string? given)
    {
        if (!sending.SendsEmail)
        {
            return NoticePreferenceRefusals.NoEmail;
        }

        if (EmailAddress.Read(given) is not { } address)
        {
            return Refusal.Invalid(
                "address",
                "Enter an e-mail address like name@example.gov.uk, and nothing else."
            );
        }

        if (await IsTooOftenAsync(act))
        {
            return NoticePreferenceRefusals.TooMany;
        }

        NoticePreference own = await OwnPreference.LoadAsync(act);
        AddressKey key = AddressKey.New();
        own.ProposedAddress = address;
        own.ProposedAt = act.Now;
        own.ProposedKey = key.Value;
        act.Db.Add(
            new Delivery
            {
                Id = act.NewId(),
                PartnershipId = Partnership.Installation,
                Cause = OwnPreference.CauseOf(key.Value),
                Recipient = act.Caller.PersonId,
                Channel = DeliveryChannels.Email,
                Template = DeliveryTemplate.Address,
                IsByDuty = true,
                IsUrgent = true,
                CreatedAt = act.Now,
                State = DeliveryStates.Pending,
                NextAttemptAt = act.Now,
            }
        );
        return new Done();
    }

    private static async Task<bool> IsTooOftenAsync(Act act)
    {
        string person = act.Caller.PersonId;
        DateTime since = act.Now.AddDays(-1);
        return await act
                .Db.Set<Delivery>()
                .CountAsync(d =>
                    d.Recipient == person
                    && d.PartnershipId == Partnership.Installation
                    && d.Template == DeliveryTemplate.Address
                    && d.CreatedAt > since
                ) >= MostInADay;
    }
}

/// <summary>Whoever gave the address has read what was sent there. The link works once and for a day.</summary>
public sealed class ConfirmNoticeAddress(Acts acts)
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(24);

    public Task<Result<Done>> HandleAsync(
        string personId,
        string? key,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "notice-address.confirm",
                Caller = new ActCaller(personId),
                Permission = NoticesPermissions.OwnPreferences,
                Locate = NoticesPermissions.LocatePreferencesAsync,
                Decide = act => DecideAsync(act, key),
            },
            cancellation
        );

    private static async Task<Result<Done>> DecideAsync(Act act, string? given)
    {
        NoticePreference own = await OwnPreference.LoadAsync(act);
        if (
            AddressKey.Read(given) is not { } key
            || own is not { ProposedKey: { } stored, ProposedAt: { } at }
            || !key.Is(stored)
            || act.Now - at > Valid
        )
        {
            return NoticePreferenceRefusals.LinkNotValid;
        }

        own.Address = own.ProposedAddress;
        own.ConfirmedAt = act.Now;
        own.ForgetProposal();
        return new Done();
    }
}

/// <summary>Nothing more is sent to this person, what was addressed by duty included; inside the product everything stands as before.</summary>
public sealed class RemoveNoticeAddress(Acts acts)
{
    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "notice-address.remove",
                Caller = caller,
                Permission = NoticesPermissions.OwnPreferences,
                Locate = NoticesPermissions.LocatePreferencesAsync,
                Decide = DecideAsync,
            },
            cancellation
        );

    private static async Task<Result<Done>> DecideAsync(Act act)
    {
        NoticePreference own = await OwnPreference.LoadAsync(act);
        own.Address = null;
        own.ConfirmedAt = null;
        own.ForgetProposal();
        return new Done();
    }
}
