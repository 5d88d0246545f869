using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// Every open dissemination has one live instance that waits for it, a clock with its timer while it runs, and an ask for each
/// agency that has not confirmed; nothing waits for one that is over; and the catalogue has the texts in force, each once.
/// </summary>
public sealed class LibraryReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        IQueryable<Dissemination> open = db.Set<Dissemination>()
            .Where(each => each.State == DisseminationStates.Open);
        List<Drift> drifts = [];
        await AddAsync(
            "cascade.not-awaited",
            "Not exactly one workflow waits for the confirmations.",
            open.Where(each =>
                db.Set<WorkflowBookmark>()
                    .Count(mark => mark.Stimulus == LibraryWords.Confirmed && mark.Key == each.Id)
                != 1
            )
        );
        await AddAsync(
            "cascade.without-workflow",
            "The workflow of this open dissemination is over.",
            open.Where(each =>
                !db.Set<WorkflowInstance>()
                    .Any(instance =>
                        instance.Id == each.InstanceId && instance.Status == WorkflowStatus.Running
                    )
            )
        );
        await AddAsync(
            "cascade.without-clock",
            "This open dissemination has no clock.",
            open.Where(each => !db.Set<Clock>().Any(clock => clock.Id == each.ClockId))
        );
        await AddAsync(
            "cascade.without-timer",
            "The clock of this open dissemination runs, and nothing happens at its end.",
            open.Where(each =>
                db.Set<Clock>()
                    .Any(clock => clock.Id == each.ClockId && clock.State == ClockStates.Running)
                && !db.Set<WorkflowTimer>()
                    .Any(timer =>
                        timer.InstanceId == each.InstanceId
                        && timer.Key == "clock:" + each.ClockId + ":due"
                    )
            )
        );
        await AddAsync(
            "cascade.without-ask",
            "Other agencies are asked than those that have not confirmed.",
            open.Where(each =>
                each.Agencies.Any(agency =>
                    agency.ConfirmedAt == null
                    != db.Set<Ask>()
                        .Any(ask => ask.Id == agency.AskId && ask.State == AskStates.Open)
                )
            )
        );
        await AddAsync(
            "cascade.nobody-outstanding",
            "All agencies have confirmed, and it is still open.",
            open.Where(each => each.Agencies.All(agency => agency.ConfirmedAt != null))
        );
        IQueryable<Dissemination> over = db.Set<Dissemination>()
            .Where(each => each.State != DisseminationStates.Open);
        await AddAsync(
            "cascade.awaited-when-over",
            "A workflow waits for confirmations that are over.",
            over.Where(each =>
                db.Set<WorkflowBookmark>()
                    .Any(mark => mark.Stimulus == LibraryWords.Confirmed && mark.Key == each.Id)
            )
        );
        await AddAsync(
            "cascade.asked-when-over",
            "An agency is still asked although it is over.",
            over.Where(each =>
                each.Agencies.Any(agency =>
                    db.Set<Ask>().Any(ask => ask.Id == agency.AskId && ask.State == AskStates.Open)
                )
            )
        );
        drifts.AddRange(await CatalogueAsync(db, cancellation));
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<Dissemination> which) =>
            drifts.AddRange(
                (await which.OrderBy(each => each.Id).ToListAsync(cancellation)).Select(
                    each => new Drift(code, each.PartnershipId, each.Subject, text)
                )
            );
    }

    private static async Task<IEnumerable<Drift>> CatalogueAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        IQueryable<Policy> inForce = LibraryTexts.InForce(db);
        List<Policy> wrong = await db.Set<Policy>()
            .Where(policy =>
                inForce.Any(each => each.Id == policy.Id)
                != db.Set<LibraryEntry>()
                    .Any(entry =>
                        entry.PartnershipId == policy.PartnershipId
                        && entry.Word == LibraryEntry.EveryText
                        && entry.Slug == policy.Slug
                    )
            )
            .OrderBy(policy => policy.Id)
            .ToListAsync(cancellation);
        return wrong.Select(policy => new Drift(
            "library.catalogue",
            policy.PartnershipId,
            new SubjectRef(PoliciesWords.Policy, policy.Id),
            "The library's catalogue and the policy disagree on whether it is in force."
        ));
    }
}
