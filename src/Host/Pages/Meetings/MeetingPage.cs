using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>A page about one meeting, as the viewer may see it.</summary>
internal abstract class MeetingPage : GovernancePage
{
    public MeetingAnswer Meeting { get; private set; } = null!;

    public string At => $"/meetings/{Uri.EscapeDataString(Meeting.Id)}";

    public bool IsOver => Meeting.State is MeetingStates.Closed or MeetingStates.Cancelled;

    /// <summary>Null when the viewer may see the meeting.</summary>
    protected async Task<IActionResult?> LoadAsync(GovernanceDb db, string id)
    {
        Result<MeetingAnswer> found = await MeetingBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(Refusal.NotFound);
        }

        Meeting = found.Value;
        Partnership = Meeting.Partnership;
        return null;
    }

    /// <summary>The same for what only chair and secretary do; for everybody else it is not there.</summary>
    protected async Task<IActionResult?> LoadForSecretaryAsync(GovernanceDb db, string id) =>
        await LoadAsync(db, id) ?? (Meeting.Secretary ? null : Refuse(Refusal.NotFound));

    /// <summary>What bodies do is not there for whoever may not read it, whatever the reason.</summary>
    internal static Result<T> Hidden<T>(Result<T> found) =>
        found.IsRefused ? Refusal.NotFound : found;

    internal static Refusal NotSecretary { get; } =
        new(
            "page.not-secretary",
            "Only who chairs the body, or the business unit as its secretary, may do this.",
            RefusalKind.Forbidden
        );
}
