using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// Keeps the catalogue as the policies are: a text enters it with its publication and leaves it with its withdrawal, in the same
/// act. Texts that came in force any other way (an earlier release, an import) are taken in by <see cref="CatchUpAsync"/>.
/// </summary>
public sealed class LibraryCatalogue(Upkeep upkeep) : IOnPolicyEvent
{
    /// <summary>So many texts at most go into one transaction of the catch-up, so that acts hardly wait for it.</summary>
    internal const int TextsAtATime = 200;

    public async Task HandleAsync(Act act, PolicyEvent happened)
    {
        switch (happened)
        {
            case PolicyPublished published:
                await EnterAsync(act.Db, published.Policy, published.Version);
                break;
            case PolicyWithdrawn withdrawn:
                act.Db.RemoveRange(await EntriesOfAsync(act.Db, withdrawn.Policy.Id));
                break;
        }
    }

    /// <summary>Takes in every text in force that the catalogue does not have; answers how many that were.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation = default)
    {
        int all = 0;
        int taken;
        do
        {
            taken = await upkeep.RunAsync(TakeInAsync, cancellation);
            all += taken;
        } while (taken == TextsAtATime);

        return all;
    }

    private static async Task<int> TakeInAsync(GovernanceDb db)
    {
        List<Policy> missing = await LibraryTexts
            .InForce(db)
            .Where(policy => !db.Set<LibraryEntry>().Any(entry => entry.PolicyId == policy.Id))
            .OrderBy(policy => policy.Id)
            .Take(TextsAtATime)
            .ToListAsync();
        foreach (Policy policy in missing)
        {
            PolicyVersion version = (
                await PolicyTexts.FindVersionAsync(db, policy.Id, policy.PublishedVersion!.Value)
            )!;
            await EnterAsync(db, policy, version);
        }

        return missing.Count;
    }

    private static async Task EnterAsync(GovernanceDb db, Policy policy, PolicyVersion version)
    {
        List<LibraryEntry> stale = await EntriesOfAsync(db, policy.Id);
        foreach (
            string word in (string[])[LibraryEntry.EveryText, .. TitleWords.Split(version.Title)]
        )
        {
            if (stale.Find(entry => entry.Word == word) is { } known)
            {
                known.Class = version.Class;
                known.PublishedAt = version.PublishedAt!.Value;
                stale.Remove(known);
                continue;
            }

            db.Add(
                new LibraryEntry
                {
                    PartnershipId = policy.PartnershipId,
                    Word = word,
                    Slug = policy.Slug,
                    PolicyId = policy.Id,
                    Class = version.Class,
                    PublishedAt = version.PublishedAt!.Value,
                }
            );
        }

        db.RemoveRange(stale);
    }

    private static Task<List<LibraryEntry>> EntriesOfAsync(GovernanceDb db, string policyId) =>
        db.Set<LibraryEntry>().Where(entry => entry.PolicyId == policyId).ToListAsync();
}
