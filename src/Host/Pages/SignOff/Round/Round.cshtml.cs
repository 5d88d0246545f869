using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>One round: what is asked of the viewer, the exact text, what changed in it, and who has signed.</summary>
internal sealed class RoundModel(FrameworkChangeBook changes) : RoundPage
{
    /// <summary>Null when the subject is no policy: then only its hash is known here.</summary>
    public RoundText? Text { get; private set; }

    /// <summary>Null when the subject is no workflow of the framework.</summary>
    public FrameworkChangeAnswer? Workflow { get; private set; }

    public IReadOnlyList<RoundLine> Others { get; private set; } = [];

    public IReadOnlyList<SeatStanding> MaySign { get; private set; } = [];

    public bool MayComment { get; private set; }

    public IEnumerable<string> Waiting =>
        Round.Seats.Where(seat => seat.State == RoundSeatStates.Open).Select(seat => seat.Seat);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Text = (await RoundText.FindAsync(db, Standing, Viewer.PersonId, Now))
            is { IsRefused: false } text
            ? text.Value
            : null;
        Workflow = await WorkflowAsync(db);
        Others = await SignOffBook.OthersAsync(db, Round);
        MaySign = [.. Standing.MaySign];
        MayComment =
            Standing.WhyNotComment is null
            && Viewer.May(Round.Partnership, SignOffPermissions.Comment);
        return Page();
    }

    private async Task<FrameworkChangeAnswer?> WorkflowAsync(GovernanceDb db) =>
        Round.Subject.Type == DefinitionsWords.Change
        && await changes.FindAsync(db, Round.Subject.Id, Viewer.PersonId, Now)
            is { IsRefused: false } found
            ? found.Value
            : null;

    /// <summary>A file of the text that is signed, for whoever may read the round.</summary>
    public async Task<IActionResult> OnGetFileAsync(string id, string? hash)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        if (Round.Policy is not { } policy)
        {
            return Refuse(Refusal.NotFound);
        }

        await using GovernanceDb db = Reading.Open();
        Result<AttachmentFile> file = await AttachmentBook.FindAsync(
            db,
            policy,
            Round.Version,
            hash ?? string.Empty,
            Viewer.PersonId,
            Now
        );
        return file.Refusal is { } refusal
            ? Refuse(refusal)
            : File(file.Value.Bytes, file.Value.ContentType, file.Value.FileName);
    }
}
