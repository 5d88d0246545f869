using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>A person's own preferences: read, and loaded in an act.</summary>
public static class OwnPreference
{
    /// <summary>What holds for somebody who has chosen nothing stands in it too.</summary>
    public static async Task<NoticePreferencesAnswer> ReadAsync(
        GovernanceDb db,
        string personId,
        SendingOptions sending,
        DateTime now
    )
    {
        NoticePreference own =
            await db.Set<NoticePreference>().SingleOrDefaultAsync(p => p.PersonId == personId)
            ?? new NoticePreference { PersonId = personId };
        bool isOpen = own.ProposedAt is { } at && now - at <= ConfirmNoticeAddress.Valid;
        return new NoticePreferencesAnswer(
            own.Address,
            own.ConfirmedAt,
            isOpen ? own.ProposedAddress : null,
            isOpen ? own.ProposedAt + ConfirmNoticeAddress.Valid : null,
            own.ByDuty,
            own.Rest,
            sending.SendsEmail
        );
    }

    internal static async Task<NoticePreference> LoadAsync(Act act)
    {
        string person = act.Caller.PersonId;
        if (await act.Db.Set<NoticePreference>().FindAsync(person) is { } stored)
        {
            return stored;
        }

        NoticePreference own = new() { PersonId = person };
        act.Db.Add(own);
        return own;
    }

    internal static void ForgetProposal(this NoticePreference own)
    {
        own.ProposedAddress = null;
        own.ProposedAt = null;
        own.ProposedKey = null;
    }

    /// <summary>One message for each key; the key itself stands in the preference alone.</summary>
    internal static string CauseOf(string key) => "address-" + key[..32];
}
