using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One meeting: agenda and papers, who is there, whether it is quorate now, what was decided.</summary>
internal sealed class MeetingModel(CirculateMeeting circulate, CloseMeeting close) : MeetingPage
{
    public bool HasUncirculated =>
        Meeting.Circulated is null
        || Meeting.Items.Any(item => item.Papers.Any(paper => paper.Circulated is null));

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, m) ?? Page();
    }

    /// <summary>One text of a paper, as a download.</summary>
    public async Task<IActionResult> OnGetPaperAsync(string m, string d, int n)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PaperFile> found = await PaperBook.FindAsync(db, d, n, Viewer.PersonId, Reading.Now);
        return found.IsRefused
            ? Refuse(found.Refusal)
            : File(found.Value.Bytes, found.Value.ContentType, found.Value.Name);
    }

    public async Task<IActionResult> OnPostCirculateAsync(string m) =>
        await AnswerAsync(
            await circulate.HandleAsync(Caller, m),
            _ => Done("Agenda and papers are circulated, and every member has been told."),
            () => OnGetAsync(m)
        );

    public async Task<IActionResult> OnPostCloseAsync(string m) =>
        await AnswerAsync(
            await close.HandleAsync(Caller, m),
            _ => Done("The meeting is closed. Its minutes can be written now."),
            () => OnGetAsync(m)
        );

    private RedirectResult Done(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
