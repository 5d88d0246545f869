using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>An action to be opened, in the partnership of the act.</summary>
/// <param name="Owner">A seat, or a person's id.</param>
/// <param name="Verifier">A seat, or a person's id; null for the business unit.</param>
/// <param name="Due">The last day; or else <paramref name="WorkingDays"/>.</param>
public sealed record ActionDraft(
    string? Text,
    string? Owner,
    string? Verifier = null,
    DateOnly? Due = null,
    int? WorkingDays = null,
    string? BodyId = null,
    string? MeetingId = null,
    string? DecisionId = null
);

/// <summary>Opens actions, for this module and for others inside their act.</summary>
public static class ActionBook
{
    /// <summary>The action, asked of its owner in the same act; or everything that is wrong with the draft, by field.</summary>
    public static async Task<Result<MeetingAction>> OpenAsync(Act act, ActionDraft draft)
    {
        IReadOnlyDictionary<string, string> names = await PeopleAsync(
            act,
            draft.Owner,
            draft.Verifier
        );
        if (ActionRules.Check(draft, names, London.DateOf(act.Now)) is { } wrong)
        {
            return wrong;
        }

        string owner = ActionRules.PlaceOf(draft.Owner!);
        string? verifier = draft.Verifier is null ? null : ActionRules.PlaceOf(draft.Verifier);
        if (verifier == owner)
        {
            return MeetingsRefusals.VerifierIsOwner;
        }

        WorkingCalendar calendar = await CalendarBook.CurrentAsync(
            act.Db,
            CalendarIds.EnglandAndWales
        );
        MeetingAction action = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Number = await NextNumberAsync(act.Db, act.PartnershipId),
            BodyId = draft.BodyId,
            MeetingId = draft.MeetingId,
            DecisionId = draft.DecisionId,
            Text = draft.Text!.Trim(),
            Owner = owner,
            OwnerName = NameOf(owner, names),
            Verifier = verifier,
            VerifierName = verifier is null ? null : NameOf(verifier, names),
            DueAt = ActionRules.DueAt(draft, act.Now, calendar),
            WorkingDays = draft.Due is null ? draft.WorkingDays : null,
            CalendarVersion = draft.Due is null ? calendar.Version : null,
            State = ActionStates.Open,
            OpenedAt = act.Now,
            OpenedBy = act.Caller.PersonId,
        };
        if (draft.Due is null)
        {
            act.CalendarVersion = CalendarIds.Versioned(calendar.Id, calendar.Version);
        }

        act.Db.Add(action);
        await ActionAsks.AskOwnerAsync(act, action);
        act.AlsoRecord(
            "action.opened",
            action.Subject,
            new
            {
                action.Number,
                action.Text,
                action.Owner,
                action.Verifier,
                due = action.DueAt,
                action.WorkingDays,
                body = action.BodyId,
                meeting = action.MeetingId,
                decision = action.DecisionId,
            }
        );
        await act.Db.SaveChangesAsync();
        return action;
    }

    /// <summary>Names by id of those that are registered.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> PeopleAsync(
        Act act,
        params string?[] given
    ) =>
        await AppointmentRoll.NamesAsync(
            act.Db,
            given.OfType<string>().Where(id => !Seats.All.Contains(id))
        );

    private static string NameOf(string place, IReadOnlyDictionary<string, string> people) =>
        PlaceKeys.NameOf(place, people, people);

    private static async Task<int> NextNumberAsync(GovernanceDb db, string partnershipId) =>
        1
        + (
            await db.Set<MeetingAction>()
                .Where(action => action.PartnershipId == partnershipId)
                .MaxAsync(action => (int?)action.Number)
            ?? 0
        );
}
