using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Host.Api;
using Governance.Host.Pages.Instances;
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

    /// <summary>Each seat's workflow as it is drawn, by the seat; null for those who do not see how workflows run.</summary>
    public Dictionary<string, InstanceMap?> Drawn { get; } = [];

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

        foreach (AddresseeAnswer seat in Challenge.Addressees)
        {
            Drawn[seat.Seat] = await DrawnWorkflow.FindAsync(
                db,
                Viewer,
                Challenge.Partnership,
                seat.Instance
            );
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
