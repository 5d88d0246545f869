using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>
/// A definition as sign-off sees it. Delegates sign, as they do a protocol: how the partners work together is agreed between them
/// (DOMAIN A1.9, B9.5). Its hash is computed anew from what is stored.
/// </summary>
internal sealed class FrameworkChangeTexts : ISignOffSubject
{
    public string Type => DefinitionsWords.Change;

    public async Task<bool> LockAsync(Act act, string id) =>
        await act.LockAsync<FrameworkChange>(id) is not null;

    public async Task<SignOffText?> LoadAsync(GovernanceDb db, string id)
    {
        if (
            await db.Set<FrameworkChange>().FindAsync(id) is not { } change
            || await VersionAsync(db, change) is not { } version
        )
        {
            return null;
        }

        return new SignOffText(
            change.PartnershipId,
            version.Name,
            DocumentClasses.Protocol,
            Levels.Delegate,
            change.Number,
            DefinitionBook.HashOf(version.Json),
            change.Hash,
            await AuthorsAsync(db, change)
        );
    }

    public async Task<IReadOnlySet<string>?> AuthorsAsync(GovernanceDb db, string id) =>
        await db.Set<FrameworkChange>().FindAsync(id) is { } change
            ? await AuthorsAsync(db, change)
            : null;

    public Task RoundChangedAsync(Act act, SignOffRound round)
    {
        if (
            !round.IsOpen
            && act.Db.Set<FrameworkChange>().Local.FirstOrDefault(c => c.Id == round.SubjectId)
                is { IsOpen: true } change
        )
        {
            change.End(act.Now);
        }

        return Task.CompletedTask;
    }

    /// <summary>As it is stored, past what this act has loaded already.</summary>
    internal static Task<WorkflowDefinitionVersion?> VersionAsync(
        GovernanceDb db,
        FrameworkChange change
    ) =>
        db.Set<WorkflowDefinitionVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(version => version.Id == change.VersionId);

    /// <summary>Everybody who saved this definition since the version before it was published, by the record.</summary>
    private static async Task<IReadOnlySet<string>> AuthorsAsync(
        GovernanceDb db,
        FrameworkChange change
    )
    {
        DateTime since =
            await db.Set<WorkflowDefinitionVersion>()
                .Where(version =>
                    version.PartnershipId == change.PartnershipId
                    && version.DefinitionId == change.DefinitionId
                    && version.Version < change.Number
                )
                .MaxAsync(version => version.PublishedAt)
            ?? DateTime.MinValue;
        List<string> authors = await db.Set<RecordEntry>()
            .Where(entry =>
                entry.PartnershipId == change.PartnershipId
                && entry.SubjectType == DefinitionPlace.Subject
                && entry.SubjectId == change.DefinitionId
                && entry.Act == "definition.save"
                && entry.Outcome == EntryOutcomes.Done
                && entry.At > since
            )
            .Select(entry => entry.Person)
            .Distinct()
            .ToListAsync();
        return authors.ToHashSet(StringComparer.Ordinal);
    }
}
