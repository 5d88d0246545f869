using System.Globalization;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Cases;

/// <summary>
/// The second person's agreement to a migration: it is done in the act of the decision, each instance after a look at how it
/// stands now. Of one instance a refusal is the act's; of many, those that cannot go over stay, and the record says why for each.
/// </summary>
public sealed class MigrationApproval(WorkflowRunner runner, InstanceLocks locks, TimeProvider time)
    : IApprovalKind
{
    public const string Name = "instanceMigration";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) =>
        standing.Holds(Roles.BusinessUnit)
        || standing.Appointments.Any(held => held.Level is Levels.Lead or Levels.Delegate);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        MigrationProposal proposal = MigrationProposal.Of(approval);
        if (await DefinitionBook.FindAsync(act.Db, proposal.ToVersion) is not { } to)
        {
            return Refusal.NotFound;
        }

        foreach (string id in proposal.Instances)
        {
            if (await locks.LockAsync(act, id) is not { } instance)
            {
                continue;
            }

            Result<MigrationPreview> migrated = await runner.MigrateAsync(
                act,
                id,
                to,
                proposal.Reason
            );
            if (migrated.IsRefused && proposal.Instances.Count == 1)
            {
                return migrated.Refusal;
            }

            act.AlsoRecord(
                migrated.IsRefused ? "instance.not-migrated" : "instance.migrated",
                new SubjectRef(instance.SubjectType, instance.SubjectId),
                new
                {
                    instance = id,
                    to = to.Version,
                    migrated.Refusal?.Code,
                    proposal.Reason,
                }
            );
        }

        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                "instance.migrated",
                NoticeMessage.News(NoticeMatter.Workflow),
                new SubjectRef("definition", to.DefinitionId),
                $"Running workflows moved to version {to.Version}: {to.Name}",
                "The business unit proposed it and a second person agreed. The reason stands in the record and in each history.",
                Recipient.Role(Roles.Scrutineer)
            )
        );
        return new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    /// <summary>Line by line what becomes, or became, of each instance.</summary>
    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        MigrationProposal proposal = MigrationProposal.Of(approval);
        List<ApprovalChange> changes = [new("Reason", proposal.Reason)];
        if (await DefinitionBook.FindAsync(db, proposal.ToVersion) is not { } to)
        {
            return changes;
        }

        foreach (string id in proposal.Instances)
        {
            WorkflowInstance? instance = await db.Set<WorkflowInstance>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id);
            if (instance is null)
            {
                continue;
            }

            string what = $"Instance {id}, about {instance.SubjectType} {instance.SubjectId}";
            if (instance.DefinitionVersionId == to.Id)
            {
                changes.Add(new(what, $"runs version {to.Version}"));
                continue;
            }

            Result<MigrationPreview> preview = await runner.PreviewMigrationAsync(
                db,
                id,
                to,
                Moments.Now(time)
            );
            changes.Add(new(what, Words(preview)));
            changes.AddRange(
                (preview.IsRefused ? [] : preview.Value.Timers).Select(timer => new ApprovalChange(
                    $"{timer.Activity}, {timer.Name}",
                    timer.Old == timer.New
                        ? $"stays {Moment(timer.Old)}"
                        : $"moves from {Moment(timer.Old)} to {Moment(timer.New)}"
                ))
            );
        }

        return changes;
    }

    private static string Words(Result<MigrationPreview> preview) =>
        preview.IsRefused ? "stays: " + preview.Refusal.Message
        : preview.Value.IsPossible
            ? $"goes from version {preview.Value.From} to version {preview.Value.To}; open: {string.Join(", ", preview.Value.Steps.Select(step => step.Activity))}"
        : "cannot: "
            + string.Join(
                " ",
                preview.Value.Obstacles.Select(one => $"{one.Activity}: {one.Reason}")
            );

    private static string Moment(DateTime utc) =>
        Calendars.London.DateOf(utc).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
