using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>The schedule, the holds, what is due and what was disposed of.</summary>
internal sealed class RetentionModel(DisposalBook book) : GovernancePage
{
    public IReadOnlyList<RetentionClassAnswer> Schedule { get; private set; } = [];

    public IReadOnlyList<HoldAnswer> Holds { get; private set; } = [];

    public IReadOnlyList<DueSubject> Due { get; private set; } = [];

    public IReadOnlyList<DisposalAnswer> Disposals { get; private set; } = [];

    public bool MayHold => Viewer.May(Partnership!, RetentionPermissions.Hold);

    public bool MayKeep => Viewer.May(Partnership!, RetentionPermissions.Keep);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        Result<IReadOnlyList<RetentionClassAnswer>> schedule = await DisposalBook.ScheduleAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        if (schedule.IsRefused)
        {
            return Refuse(schedule.Refusal);
        }

        Schedule = schedule.Value;
        Holds = (await HoldBook.OfPartnershipAsync(db, p, Viewer.PersonId, Reading.Now)).Value;
        Due = (await book.DueAsync(db, p, Viewer.PersonId, Reading.Now)).Value;
        Disposals = (await book.OfPartnershipAsync(db, p, Viewer.PersonId, Reading.Now)).Value;
        return Page();
    }

    public static string InWords(RetentionClassAnswer rule) =>
        rule.Years is { } years
            ? $"{years} {(years == 1 ? "year" : "years")} after {(rule.Starts == "lastAct" ? "the last act" : "the end")}"
            : "Kept for ever";
}
