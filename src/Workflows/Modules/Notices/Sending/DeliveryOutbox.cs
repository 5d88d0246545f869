using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>Writes what has to leave the product, in the act that tells it.</summary>
internal static class DeliveryOutbox
{
    /// <param name="anew">The notices that the act has just written, one a person.</param>
    /// <param name="causeForAll">The first notice of this in the act: what is posted for all of them, is posted once.</param>
    public static async Task WriteAsync(
        Act act,
        NoticeDraft draft,
        IReadOnlyList<Notice> anew,
        string causeForAll
    )
    {
        string[] people = [.. anew.Select(notice => notice.PersonId)];
        Dictionary<string, Paces> paces = await act
            .Db.Set<NoticePreference>()
            .Where(p => people.Contains(p.PersonId) && p.Address != null)
            .Select(p => new Paces(p.PersonId, p.ByDuty, p.Rest))
            .ToDictionaryAsync(p => p.PersonId, StringComparer.Ordinal);
        foreach (Notice notice in anew)
        {
            if (
                paces.TryGetValue(notice.PersonId, out Paces? own)
                && NoticePace.BeginsAs(draft.Message, own.ByDuty, own.Rest) is { } state
            )
            {
                Add(act, draft, DeliveryChannels.Email, notice.PersonId, notice.Id, state);
            }
        }

        foreach (string audience in await InTeamsAsync(act, draft))
        {
            if (
                !act
                    .Db.Set<Delivery>()
                    .Local.Any(d =>
                        d.Recipient == audience
                        && d.Channel == DeliveryChannels.Teams
                        && d.Cause == causeForAll
                    )
            )
            {
                Add(
                    act,
                    draft,
                    DeliveryChannels.Teams,
                    audience,
                    causeForAll,
                    DeliveryStates.Pending
                );
            }
        }
    }

    private static void Add(
        Act act,
        NoticeDraft draft,
        string channel,
        string recipient,
        string cause,
        string state
    ) =>
        act.Db.Add(
            new Delivery
            {
                Id = act.NewId(),
                PartnershipId = act.PartnershipId,
                Cause = cause,
                Recipient = recipient,
                Channel = channel,
                Template = DeliveryTemplate.Of(draft.Message),
                DueAt = draft.Message.DueAt,
                IsByDuty = draft.Message.IsByDuty,
                NoticesByDuty = draft.Message.IsByDuty ? 1 : 0,
                IsUrgent = draft.Message.IsUrgent,
                CreatedAt = act.Now,
                State = state,
                NextAttemptAt = act.Now,
            }
        );

    private static async Task<IEnumerable<string>> InTeamsAsync(Act act, NoticeDraft draft)
    {
        string[] audiences = [.. draft.To.Select(to => to.Audience).OfType<string>().Distinct()];
        if (audiences.Length == 0)
        {
            return [];
        }

        Configured? kept = act.Kept<Configured>();
        if (kept is null)
        {
            string partnership = act.PartnershipId;
            kept = new Configured(
                await act
                    .Db.Set<TeamsChannel>()
                    .Where(c => c.PartnershipId == partnership)
                    .Select(c => c.Audience)
                    .ToListAsync()
            );
            act.Keep(kept);
        }

        return audiences.Where(kept.Audiences.Contains);
    }

    private sealed record Configured(IReadOnlyCollection<string> Audiences);

    private sealed record Paces(string PersonId, string ByDuty, string Rest);
}
