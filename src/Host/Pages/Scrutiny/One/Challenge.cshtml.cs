using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>One challenge: where each seat stands, by which clocks, what was said, what was ruled, and what was tried.</summary>
internal sealed class ChallengeModel : ChallengePage
{
    /// <summary>Only for the scrutiny function.</summary>
    public IReadOnlyList<ChallengeAttempt> Attempts { get; private set; } = [];

    public bool MayReadRecord => Viewer.May(Challenge.Partnership, RecordApi.Read);

    public ChallengeClock? ClockOf(string? id) =>
        Challenge.Clocks.FirstOrDefault(clock => clock.Id == id);

    /// <param name="n">The number of a file of the evidence.</param>
    public async Task<IActionResult> OnGetEvidenceAsync(string id, int n)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PaperFile> found = await ChallengeBook.EvidenceAsync(
            db,
            id,
            n,
            Viewer.PersonId,
            Reading.Now
        );
        return found.IsRefused
            ? Refuse(found.Refusal)
            : File(found.Value.Bytes, found.Value.ContentType, found.Value.Name);
    }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Read) is { } no)
        {
            return no;
        }

        if (IsScrutiny)
        {
            Attempts = (
                await ChallengeBook.AttemptsAsync(db, id, Viewer.PersonId, Reading.Now)
            ).Value;
        }

        return Page();
    }
}
