using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>
/// A business unit proposes a new version of a calendar: an act of the installation, since every partnership's clocks run by it.
/// It takes effect when a second person agrees (<see cref="CalendarVersionApproval"/>).
/// </summary>
public sealed class ProposeCalendarVersion(Acts acts, ApprovalBook approvals)
{
    public Task<Result<CalendarVersionProposed>> HandleAsync(
        ActCaller caller,
        string calendarId,
        CalendarVersionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<CalendarVersionProposed>
            {
                Name = "calendar.propose-version",
                Caller = caller,
                Permission = ClocksPermissions.ProposeCalendarVersion,
                Locate = act => LocateAsync(act, calendarId),
                Decide = act => DecideAsync(act, calendarId, body),
            },
            cancellation
        );

    private static async Task<ActPlace?> LocateAsync(Act act, string calendarId)
    {
        if (!CalendarIds.All.Contains(calendarId))
        {
            return null;
        }

        await act.LockAsync<Partnership>(Partnership.Installation);
        return new ActPlace(Partnership.Installation, new SubjectRef("calendar", calendarId));
    }

    private async Task<Result<CalendarVersionProposed>> DecideAsync(
        Act act,
        string calendarId,
        CalendarVersionBody body
    )
    {
        if (await NotPermittedAsync(act.Db, act.Kept<Standing>()!) is { } forbidden)
        {
            return forbidden;
        }

        WorkingCalendar current = await CalendarBook.CurrentAsync(act.Db, calendarId);
        if (CalendarVersionRules.Check(body, current, London.DateOf(act.Now)) is { } refusal)
        {
            return refusal;
        }

        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                CalendarVersionApproval.Name,
                act.Subject,
                $"{CalendarIds.NameOf(calendarId)}: {CalendarVersionRules.Describe(body)}",
                Proposal: JsonSerializer.Serialize(body, JsonSerializerOptions.Web)
            )
        );
        act.Payload = new { approval = approval.Id, version = body };
        return new CalendarVersionProposed(approval.Id, calendarId, current.Version + 1);
    }

    /// <summary>Null for a business unit; 404 for who holds nothing anywhere.</summary>
    internal static async Task<Refusal?> NotPermittedAsync(GovernanceDb db, Standing standing)
    {
        if (standing.HoldsAny(ClocksPermissions.ConfigureCalendars.Roles))
        {
            return null;
        }

        IReadOnlyList<Appointment> anywhere = await AppointmentRoll.OfPersonAsync(
            db,
            standing.PersonId,
            standing.On
        );
        return anywhere.Count == 0
            ? Refusal.NotFound
            : PartnershipsRefusals.NotPermitted(ClocksPermissions.ConfigureCalendars);
    }
}

/// <summary>
/// The second person's agreement to a new calendar version: it is loaded in the same act, and the partnerships' clocks follow
/// (<see cref="CalendarRollouts"/>).
/// </summary>
public sealed class CalendarVersionApproval : IApprovalKind
{
    public const string Name = "calendarVersion";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) => standing.Holds(Roles.BusinessUnit);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        CalendarVersionBody body = ProposedBy(approval);
        Result<CalendarVersion> loaded = await LoadCalendarVersion.LoadAsync(
            act,
            approval.SubjectId,
            body,
            approval.ProposedBy
        );
        return loaded.IsRefused ? ClockRefusals.ProposalOvertaken(loaded.Refusal) : new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    public Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        CalendarVersionBody body = ProposedBy(approval);
        return Task.FromResult<IReadOnlyList<ApprovalChange>>([
            new("Calendar", CalendarIds.NameOf(approval.SubjectId)),
            new("Reason", body.Reason!),
            .. (body.Holidays ?? []).Select(day => new ApprovalChange(
                $"{day!.Date:dddd d MMMM yyyy}",
                $"becomes a bank holiday: {day.Name}"
            )),
            .. (body.Removed ?? []).Select(day => new ApprovalChange(
                $"{day:dddd d MMMM yyyy}",
                "is a bank holiday no more"
            )),
            .. body.PublishedThrough is { } through
                ? [new ApprovalChange("Published through", $"{through:d MMMM yyyy}")]
                : Array.Empty<ApprovalChange>(),
        ]);
    }

    /// <summary>The version as it was proposed.</summary>
    public static CalendarVersionBody ProposedBy(PendingApproval approval) =>
        JsonSerializer.Deserialize<CalendarVersionBody>(
            approval.Proposal!,
            JsonSerializerOptions.Web
        )!;
}
