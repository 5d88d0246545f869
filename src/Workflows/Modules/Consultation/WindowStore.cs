using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Consultation;

/// <summary>Finds consultations with their bodies, asks the bodies, and ends what is asked.</summary>
public sealed class WindowStore
{
    private readonly Dictionary<string, IConsultationSubject> _subjects;
    private readonly RunningClocks _clocks;

    public WindowStore(IEnumerable<IConsultationSubject> subjects, RunningClocks clocks)
    {
        _subjects = subjects.ToDictionary(subject => subject.Type, StringComparer.Ordinal);
        _clocks = clocks;
    }

    public IConsultationSubject SubjectOf(string type) =>
        _subjects.TryGetValue(type, out IConsultationSubject? subject)
            ? subject
            : throw new InvalidOperationException(
                $"Nothing of the type {type} can be consulted on."
            );

    public static Task<ConsultationWindow?> FindAsync(GovernanceDb db, string id) =>
        Whole(db).SingleOrDefaultAsync(window => window.Id == id);

    /// <summary>The one that is asked for or open.</summary>
    public static Task<ConsultationWindow?> FindRunningAsync(
        GovernanceDb db,
        string type,
        string id
    )
    {
        string key = ConsultationWindow.OpenKeyOf(type, id);
        return Whole(db).SingleOrDefaultAsync(window => window.OpenKey == key);
    }

    /// <summary>The newest on a subject, open or not.</summary>
    public static Task<ConsultationWindow?> FindLatestAsync(
        GovernanceDb db,
        string type,
        string id
    ) =>
        Whole(db)
            .Where(window => window.SubjectType == type && window.SubjectId == id)
            .OrderByDescending(window => window.Number)
            .FirstOrDefaultAsync();

    /// <summary>The relevant agencies of a day.</summary>
    public static Task<List<RelevantAgency>> AgenciesAsync(
        GovernanceDb db,
        string partnershipId,
        DateOnly day
    ) =>
        db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == partnershipId)
            .Where(agency => agency.From <= day && (agency.To == null || agency.To >= day))
            .OrderBy(agency => agency.Id)
            .ToListAsync();

    internal static async Task AskAsync(
        Act act,
        ConsultationWindow window,
        ConsultedBody body,
        Clock clock
    ) =>
        body.AskId = (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    ConsultationWords.AskToComment,
                    window.Subject,
                    window.SubjectTitle,
                    Seat: BodyKeys.SeatOf(body.Body),
                    Role: body.Body == BodyKeys.Practitioners ? Contracts.Roles.Practitioner : null,
                    DueAt: clock.DueAt,
                    ClockId: clock.Id,
                    AgencyId: BodyKeys.AgencyOf(body.Body)
                )
            )
        ).Id;

    /// <summary>Closes at the limit (nobody did it) or early, by somebody and for a reason. Its workflow is the caller's matter.</summary>
    internal async Task CloseAsync(Act act, ConsultationWindow window, string? by, string? reason)
    {
        window.Close(by, reason, act.Now);
        await AfterwardsAsync(act, window, "The consultation has closed.");
        int undisposed = await CommentBook.CountUndisposedAsync(
            act.Db,
            window.SubjectType,
            window.SubjectId
        );
        await ConsultationNotices.ClosedAsync(act, window, undisposed);
        act.AlsoRecord(
            ConsultationWords.Closed,
            window.Subject,
            new
            {
                consultation = window.Id,
                version = window.SubjectVersion,
                early = by is not null,
                answered = window.Bodies.Count(body =>
                    body is { IsAsked: true, HasAnswered: true }
                ),
                asked = window.Bodies.Count(body => body.IsAsked),
                undisposed,
            }
        );
    }

    /// <summary>Ends what is asked for or open without a result: the text was withdrawn, or its workflow ended.</summary>
    internal async Task CancelAsync(Act act, ConsultationWindow window, string why)
    {
        bool wasOpen = window.IsOpen;
        window.Cancel(act.Now);
        if (wasOpen)
        {
            await AfterwardsAsync(act, window, why);
            await ConsultationNotices.CancelledAsync(act, window);
        }

        act.AlsoRecord(
            "consultation.cancelled",
            window.Subject,
            new
            {
                consultation = window.Id,
                version = window.SubjectVersion,
                why,
            }
        );
    }

    /// <summary>
    /// The text was published or withdrawn: every consultation on it is over. The audience no longer reads the draft, and nothing
    /// more is taken.
    /// </summary>
    /// <param name="why">A fixed text of the product.</param>
    public async Task EndAllAsync(Act act, string type, string id, string why)
    {
        List<ConsultationWindow> windows = await Whole(act.Db)
            .Where(window =>
                window.SubjectType == type && window.SubjectId == id && window.OverAt == null
            )
            .OrderBy(window => window.Number)
            .ToListAsync();
        foreach (ConsultationWindow window in windows)
        {
            if (window.OpenKey is not null)
            {
                await CancelAsync(act, window, why);
            }

            window.OverAt = act.Now;
        }
    }

    private async Task AfterwardsAsync(Act act, ConsultationWindow window, string why)
    {
        foreach (ConsultedBody body in window.Bodies.Where(body => body.AskId is not null))
        {
            await AskBook.CancelAsync(act, body.AskId!, why);
        }

        if (window.ClockId is not null)
        {
            await _clocks.StopAsync(act, window.ClockId, why);
        }

        await SubjectOf(window.SubjectType).ConsultationChangedAsync(act, window);
    }

    internal static IQueryable<ConsultationWindow> Whole(GovernanceDb db) =>
        db.Set<ConsultationWindow>().Include(window => window.Bodies);
}
