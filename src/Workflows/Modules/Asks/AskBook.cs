using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Asks;

/// <summary>What is asked of whom, before it is opened: of one seat, role, person or agency.</summary>
/// <param name="Kind">Stable name of what is asked.</param>
/// <param name="SubjectTitle">What the asked read in their list; no case text.</param>
/// <param name="AgencyId">Who represents the agency is asked.</param>
/// <param name="GroupId">With a role: who holds it in this group is asked.</param>
/// <param name="DocumentClass">Give it wherever a delegation by class could lend the authority to answer.</param>
public sealed record AskDraft(
    string Kind,
    SubjectRef Subject,
    string SubjectTitle,
    string? Seat = null,
    string? Level = null,
    string? Role = null,
    string? PersonId = null,
    string? DocumentClass = null,
    DateTime? DueAt = null,
    string? ClockId = null,
    string? AgencyId = null,
    string? GroupId = null
);

/// <summary>Opens, re-addresses and closes asks inside an act. An ask is closed once; a second close changes nothing.</summary>
public static partial class AskBook
{
    public static Task<Ask> OpenAsync(Act act, AskDraft draft)
    {
        Ask ask = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Kind = draft.Kind,
            SubjectType = draft.Subject.Type,
            SubjectId = draft.Subject.Id,
            SubjectTitle = draft.SubjectTitle,
            Role = draft.Role,
            Seat = draft.Seat,
            Level = draft.Level,
            PersonId = draft.PersonId,
            AgencyId = draft.AgencyId,
            GroupId = draft.GroupId,
            DocumentClass = draft.DocumentClass,
            OpenedAt = act.Now,
            DueAt = draft.DueAt,
            ClockId = draft.ClockId,
            State = AskStates.Open,
        };
        _ = AskAddressee.Of(ask);
        act.Db.Add(ask);
        return Task.FromResult(ask);
    }

    /// <summary>Answered by the act's caller.</summary>
    public static async Task<bool> CompleteAsync(Act act, string askId)
    {
        if (await OpenOneAsync(act, askId) is not { } ask)
        {
            return false;
        }

        ask.State = AskStates.Done;
        ask.ClosedAt = act.Now;
        ask.ClosedBy = act.Caller.PersonId;
        return true;
    }

    /// <summary>No longer asked. The reason is a fixed text of the product, never somebody's words.</summary>
    public static async Task<bool> CancelAsync(Act act, string askId, string reason)
    {
        if (await OpenOneAsync(act, askId) is not { } ask)
        {
            return false;
        }

        ask.State = AskStates.Cancelled;
        ask.ClosedAt = act.Now;
        ask.CancelReason = reason;
        return true;
    }

    /// <summary>Asks another level (or seat) the same thing, by the same limit: a lead, when a delegate is barred or late.</summary>
    public static async Task<bool> ReaddressAsync(Act act, string askId, string seat, string? level)
    {
        if (await OpenOneAsync(act, askId) is not { } ask)
        {
            return false;
        }

        ask.Role = null;
        ask.PersonId = null;
        ask.AgencyId = null;
        ask.GroupId = null;
        ask.Seat = seat;
        ask.Level = level;
        return true;
    }

    /// <summary>A limit that was moved (a calendar's new version) or set later.</summary>
    public static async Task<bool> SetDueAsync(
        Act act,
        string askId,
        DateTime? dueAt,
        string? clockId
    )
    {
        if (await OpenOneAsync(act, askId) is not { } ask)
        {
            return false;
        }

        ask.DueAt = dueAt;
        ask.ClockId = clockId;
        return true;
    }

    /// <summary>Cancels whatever is still asked about a subject; answers how many.</summary>
    public static async Task<int> CancelAllAsync(Act act, SubjectRef subject, string reason)
    {
        List<Ask> stored = await act
            .Db.Set<Ask>()
            .Where(a => a.PartnershipId == act.PartnershipId)
            .Where(a => a.SubjectType == subject.Type && a.SubjectId == subject.Id)
            .ToListAsync();
        Ask[] open =
        [
            .. stored
                .Union(act.Db.Set<Ask>().Local)
                .Where(a =>
                    a.PartnershipId == act.PartnershipId
                    && a.SubjectType == subject.Type
                    && a.SubjectId == subject.Id
                    && a.State == AskStates.Open
                ),
        ];
        foreach (Ask ask in open)
        {
            await CancelAsync(act, ask.Id, reason);
        }

        return open.Length;
    }

    private static async Task<Ask?> OpenOneAsync(Act act, string askId)
    {
        Ask ask =
            await act.Db.Set<Ask>().FindAsync(askId)
            ?? throw new InvalidOperationException($"There is no ask {askId}.");
        if (ask.PartnershipId != act.PartnershipId)
        {
            throw new InvalidOperationException(
                $"Ask {askId} belongs to another partnership than the act."
            );
        }

        return ask.State == AskStates.Open ? ask : null;
    }
}
