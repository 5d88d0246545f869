using Governance.Contracts;
using Governance.Modules.Record;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>After something was destroyed the record and everything that was handed out about it must hold.</summary>
internal static class RecordHolds
{
    /// <param name="before">A proof that was handed out before.</param>
    public static async Task AssertRecordHoldsAsync(
        this PolicyWorld world,
        RecordInclusionProof before
    )
    {
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        RecordBook book = world.Store.Get<RecordBook>();
        await using GovernanceDb db = world.Store.Read();
        foreach (string partnership in (string[])[PolicyWorld.Place, Partnerships.Installation])
        {
            RecordVerification found = await book.VerifyAsync(db, partnership);
            Assert.True(found.Ok, $"{partnership}: {found.Why}");
            using var export = new MemoryStream();
            await book.ExportAsync(db, partnership, export, withPayloads: true);
            export.Position = 0;
            Assert.Null(new RecordVerifier().Verify(export).Misfit);
        }

        // The old proof still leads from the entry as it stands to the root that was signed then.
        byte[] hash = await db.Set<RecordEntry>()
            .Where(entry =>
                entry.PartnershipId == PolicyWorld.Place && entry.Sequence == before.Entry
            )
            .Select(entry => entry.Hash)
            .SingleAsync();
        Assert.Equal(before.Leaf, RecordHash.ToHex(hash));
        Assert.True(
            MerkleProofs.VerifyInclusion(
                hash,
                before.Entry - 1,
                before.Checkpoint.Size,
                Convert.FromBase64String(before.Checkpoint.Root),
                [.. before.Path.Select(each => RecordHash.FromHex(each)!)]
            )
        );
        RecordConsistencyProof grown = Good(
            await book.ProveConsistencyAsync(db, PolicyWorld.Place, before.Checkpoint.Size)
        );
        Assert.Equal(before.Checkpoint.Root, grown.FromRoot);
    }

    private static class Partnerships
    {
        public const string Installation = Governance.Modules.Partnerships.Partnership.Installation;
    }
}

/// <summary>Remembers what a module that keeps an index would be told.</summary>
internal sealed class HeardErasures : IOnErased
{
    public List<SubjectRef> Subjects { get; } = [];

    public List<string> People { get; } = [];

    /// <summary>Thrown from inside the act, to see that it is inside.</summary>
    public Exception? Fails { get; set; }

    public Task SubjectDisposedAsync(Act act, SubjectRef subject)
    {
        if (Fails is not null)
        {
            throw Fails;
        }

        Subjects.Add(subject);
        return Task.CompletedTask;
    }

    public Task PersonErasedAsync(Act act, string personId)
    {
        People.Add(personId);
        return Task.CompletedTask;
    }
}
