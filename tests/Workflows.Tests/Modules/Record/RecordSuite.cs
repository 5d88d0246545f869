using Governance.Contracts;
using Governance.Modules.Record;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Record;

/// <summary>What the record promises on every database.</summary>
public abstract class RecordSuite : IDisposable
{
    private const string North = "north-haven";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("record-");

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    /// <summary>Statements that switch the append-only triggers off, as somebody with the database's password could.</summary>
    protected abstract IReadOnlyList<string> TriggersOff { get; }

    [Fact]
    public async Task Act_Done_StandsInTheRecordWithWhatItBroughtAbout()
    {
        await using GovernanceStore store = OpenStore();
        await store.Acts.RunAsync(
            Act(
                "sign-off.sign",
                act =>
                {
                    act.Subject = new SubjectRef("round", "r-1", "beef");
                    act.Capacity = new ActCapacity(Seats.Police, Levels.Delegate, "i-1");
                    act.DefinitionVersionId = "policy:1";
                    act.CalendarVersion = "england-and-wales:1";
                    act.Payload = new { Reason = "Größe & \"Maß\"" };
                    act.AlsoRecord("policies.publish", new SubjectRef("policy", "p-1"));
                }
            )
        );

        await using GovernanceDb db = store.Read();
        RecordPage page = await RecordBook.ReadAsync(db, North, 0, 10);

        Assert.Null(page.Next);
        Assert.Equal(2, page.Items.Count);
        RecordedEntry own = page.Items[0];
        Assert.Equal(
            (1, "sign-off.sign", "done", "held"),
            (own.Sequence, own.Act, own.Outcome, own.Payload)
        );
        Assert.Equal(new RecordedActor("person-1", false, "police", "delegate", "i-1"), own.Actor);
        Assert.Equal(new RecordedSubject("round", "r-1", "beef"), own.Subject);
        Assert.Equal(
            ("policy:1", "england-and-wales:1"),
            (own.DefinitionVersion, own.CalendarVersion)
        );
        Assert.Equal(store.Clock.Now, own.At);
        Assert.Equal(new string('0', 64), own.Previous);
        RecordedEntry further = page.Items[1];
        Assert.Equal(
            (2, "policies.publish", "none"),
            (further.Sequence, further.Act, further.Payload)
        );
        Assert.Equal(own.Hash, further.Previous);
        RecordPayload payload = await db.Set<RecordPayload>().SingleAsync();
        Assert.Equal("""{"reason":"Größe & \"Maß\""}""", payload.Json);
        Assert.True((await VerifyAsync(store)).Ok);
    }

    [Fact]
    public async Task Act_RefusedToAPerson_StandsWithTheRuleAndWithoutTheBody()
    {
        await using GovernanceStore store = OpenStore();
        await store.Acts.RunAsync(
            Act("sign-off.sign", act => act.Payload = new { Reason = "x" }) with
            {
                Decide = act =>
                {
                    act.Payload = new { Reason = "x" };
                    act.AlsoRecord("policies.publish", new SubjectRef("policy", "p-1"));
                    return Task.FromResult<Result<Done>>(
                        new Refusal("sign-off.author-cannot-sign", "No.", RefusalKind.Forbidden)
                    );
                },
            }
        );

        await using GovernanceDb db = store.Read();
        RecordedEntry entry = Assert.Single((await RecordBook.ReadAsync(db, North, 0, 10)).Items);

        Assert.Equal(
            ("refused", "sign-off.author-cannot-sign", "none"),
            (entry.Outcome, entry.Refusal, entry.Payload)
        );
        Assert.Empty(await db.Set<RecordPayload>().ToListAsync());
    }

    [Fact]
    public async Task Act_RefusedToTheService_DoesNotStand()
    {
        await using GovernanceStore store = OpenStore();
        await store.Acts.RunAsync(
            Act("timers.run") with
            {
                Caller = ActCaller.Service("timers"),
                Decide = _ =>
                    Task.FromResult<Result<Done>>(new Refusal("x.no", "No.", RefusalKind.Conflict)),
            }
        );

        Assert.Equal(new RecordVerification(true, 0), await VerifyAsync(store));
    }

    [Fact]
    public async Task ManyActsAtOnce_InTwoPartnerships_LeaveTwoRecordsWithoutGaps()
    {
        await using GovernanceStore store = OpenStore();
        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(number =>
                    store.Acts.RunAsync(
                        Act(
                            "test.write",
                            act => act.AlsoRecord("test.more", new SubjectRef("test", "t")),
                            number % 2 == 0 ? North : "south-haven"
                        )
                    )
                )
        );

        await using GovernanceDb db = store.Read();
        foreach (string partnership in (string[])[North, "south-haven"])
        {
            RecordPage page = await RecordBook.ReadAsync(db, partnership, 0, 200);
            Assert.Equal(Enumerable.Range(1, 60), page.Items.Select(entry => (int)entry.Sequence));
            Assert.True((await VerifyAsync(store, partnership)).Ok);
        }
    }

    [Fact]
    public async Task Verification_WhileActsAndCheckpointsGoOn_RaisesNoFalseAlarm()
    {
        await using GovernanceStore store = OpenStore();
        Task writing = Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteAsync(store, 40)))
        );
        do
        {
            Task<RecordVerification> growing = store.Get<RecordTree>().CatchUpAsync(North);
            RecordVerification seen = await VerifyAsync(store);
            Assert.True(seen.Ok, seen.Why);
            Assert.True((await growing).Ok);
            await using var export = new MemoryStream();
            await using GovernanceDb db = store.Read();
            await store.Get<RecordBook>().ExportAsync(db, North, export, withPayloads: true);
            export.Position = 0;
            RecordVerdict verdict = new RecordVerifier().Verify(export);
            Assert.True(verdict.IsOk, verdict.Misfit?.Why);
            Assert.Equal(0, verdict.WithoutPayload);
        } while (!writing.IsCompleted);

        await writing;
        Assert.Equal(new RecordVerification(true, 160), await VerifyAsync(store));
    }

    [Fact]
    public async Task Export_WithoutPayloads_VerifiesAndHoldsNoneOfTheirText()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 3);
        await store.Get<RecordTree>().CatchUpAsync(North);
        await using var export = new MemoryStream();
        await using GovernanceDb db = store.Read();

        await store.Get<RecordBook>().ExportAsync(db, North, export, withPayloads: false);

        Assert.DoesNotContain(
            "Reason",
            System.Text.Encoding.UTF8.GetString(export.ToArray()),
            StringComparison.OrdinalIgnoreCase
        );
        export.Position = 0;
        RecordVerdict verdict = new RecordVerifier().Verify(export);
        Assert.True(verdict.IsOk, verdict.Misfit?.Why);
        Assert.Equal(
            (3, 3, 3, true),
            (
                verdict.Entries,
                verdict.CoveredBy,
                verdict.WithoutPayload,
                verdict.ArePayloadsWithheld
            )
        );
    }

    [Fact]
    public async Task Page_InTheMiddle_NamesWhereTheNextBegins()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 5);

        await using GovernanceDb db = store.Read();
        RecordPage page = await RecordBook.ReadAsync(db, North, 1, 2);

        Assert.Equal([2L, 3L], page.Items.Select(entry => entry.Sequence));
        Assert.Equal("3", page.Next);
        Assert.Null((await RecordBook.ReadAsync(db, North, 3, 2)).Next);
    }

    [Fact]
    public async Task Payload_Erased_LeavesARecordThatVerifies()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 3);

        await store.Acts.RunAsync(
            Act("cases.erase") with
            {
                Decide = async act =>
                    await PayloadErasure.EraseAsync(act, 2) ? new Done() : Refusal.NotFound,
            }
        );

        Assert.Equal(new RecordVerification(true, 4, Erased: 1), await VerifyAsync(store));
        await using GovernanceDb db = store.Read();
        RecordPage page = await RecordBook.ReadAsync(db, North, 0, 10);
        Assert.Equal(["held", "erased", "held", "none"], page.Items.Select(entry => entry.Payload));
    }

    [Theory]
    [InlineData("UPDATE \"RecordEntry\" SET \"Act\" = 'x'")]
    [InlineData("DELETE FROM \"RecordEntry\"")]
    [InlineData("UPDATE \"RecordHead\" SET \"Sequence\" = 1")]
    [InlineData("UPDATE \"RecordHead\" SET \"PartnershipId\" = 'other'")]
    [InlineData("DELETE FROM \"RecordHead\"")]
    [InlineData("UPDATE \"RecordPayload\" SET \"Json\" = '[]'")]
    [InlineData("UPDATE \"RecordCheckpoint\" SET \"Text\" = ''")]
    [InlineData("DELETE FROM \"RecordCheckpoint\"")]
    public async Task Database_AskedToChangeTheRecord_Refuses(string statement)
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 3);
        await store.Get<RecordTree>().CatchUpAllAsync();

        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            RunSqlAsync(store, statement)
        );

        Assert.Contains("record", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(new RecordVerification(true, 3), await VerifyAsync(store));
    }

    [Theory]
    [InlineData("\"Canonical\" = replace(\"Canonical\", 'person-1', 'person-2')", "RecordEntry")]
    [InlineData("\"Canonical\" = 'nonsense'", "RecordEntry")]
    [InlineData("\"Act\" = 'x'", "RecordEntry")]
    [InlineData("\"Person\" = 'x'", "RecordEntry")]
    [InlineData("\"SubjectType\" = 'x'", "RecordEntry")]
    [InlineData("\"SubjectId\" = 'x'", "RecordEntry")]
    [InlineData("\"Outcome\" = 'refused'", "RecordEntry")]
    [InlineData("\"At\" = '2020-01-01 00:00:00'", "RecordEntry")]
    [InlineData(
        "\"Hash\" = (SELECT \"Hash\" FROM \"RecordHead\" WHERE \"Sequence\" = 6)",
        "RecordEntry"
    )]
    [InlineData("\"Json\" = '[]'", "RecordPayload")]
    [InlineData("\"Salt\" = (SELECT \"Hash\" FROM \"RecordHead\")", "RecordPayload")]
    public async Task Verification_AnyColumnOfAnEntryChanged_NamesThatEntry(
        string change,
        string table
    )
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 6);
        await TamperAsync(store, $"UPDATE \"{table}\" SET {change} WHERE \"Sequence\" = 4");

        RecordVerification answer = await VerifyAsync(store);

        Assert.Equal((false, 3, 4L), (answer.Ok, answer.Entries, answer.FirstBad));
        Assert.False(string.IsNullOrEmpty(answer.Why));
    }

    [Theory]
    [InlineData("DELETE FROM \"RecordEntry\" WHERE \"Sequence\" = 1", 1)]
    [InlineData("DELETE FROM \"RecordEntry\" WHERE \"Sequence\" = 4", 4)]
    [InlineData("DELETE FROM \"RecordEntry\" WHERE \"Sequence\" >= 5", 5)]
    [InlineData("DELETE FROM \"RecordEntry\"", 1)]
    [InlineData("UPDATE \"RecordHead\" SET \"Sequence\" = 4", 4)]
    [InlineData(
        "UPDATE \"RecordHead\" SET \"Hash\" = (SELECT \"Hash\" FROM \"RecordEntry\" WHERE \"Sequence\" = 1)",
        6
    )]
    [InlineData("DELETE FROM \"RecordHead\"", 1)]
    public async Task Verification_EntriesTakenAwayOrHeadMoved_NamesTheFirstThatDoesNotFit(
        string statement,
        long firstBad
    )
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 6);
        await TamperAsync(store, statement);

        RecordVerification answer = await VerifyAsync(store);

        Assert.Equal((false, firstBad), (answer.Ok, answer.FirstBad!.Value));
    }

    [Fact]
    public async Task Verification_TailCutOffWithItsHead_IsFoundByTheCheckpoint()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 6);
        await store.Get<RecordTree>().CatchUpAllAsync();
        await TamperAsync(
            store,
            "DELETE FROM \"RecordEntry\" WHERE \"Sequence\" > 4",
            "UPDATE \"RecordHead\" SET \"Sequence\" = 4, \"Hash\" = (SELECT \"Hash\" FROM \"RecordEntry\" WHERE \"Sequence\" = 4)"
        );

        RecordVerification answer = await VerifyAsync(store);

        Assert.Equal((false, 4, 5L), (answer.Ok, answer.Entries, answer.FirstBad));
    }

    [Fact]
    public async Task Tree_CaughtUpInSteps_ProvesEveryEntryAndEveryEarlierSize()
    {
        await using GovernanceStore store = OpenStore();
        var checkpoints = new List<RecordCheckpointView>();
        foreach (int more in (int[])[1, 2, 5, 9])
        {
            await WriteAsync(store, more);
            RecordVerification grown = await store.Get<RecordTree>().CatchUpAsync(North);
            Assert.True(grown.Ok);
            await using GovernanceDb reader = store.Read();
            checkpoints.Add((await store.Get<RecordBook>().LatestCheckpointAsync(reader, North))!);
        }

        Assert.Equal([1L, 3L, 8L, 17L], checkpoints.Select(checkpoint => checkpoint.Size));
        await AssertProofsAsync(store, 17, step: 1);
        await using GovernanceDb db = store.Read();
        foreach (RecordCheckpointView earlier in checkpoints)
        {
            RecordConsistencyProof proof = (
                await store.Get<RecordBook>().ProveConsistencyAsync(db, North, earlier.Size)
            ).Value;
            Assert.Equal(earlier.Root, proof.FromRoot);
        }

        Assert.Equal(new RecordVerification(true, 17), await VerifyAsync(store));
    }

    [Fact]
    public async Task Tree_WithMoreEntriesThanOneBatch_CatchesUpAndProves()
    {
        await using GovernanceStore store = OpenStore();
        const int entries = RecordTree.EntriesAtATime + 300;
        await store.Acts.RunAsync(
            Act(
                "test.write",
                act =>
                {
                    for (int number = 1; number < entries; number++)
                    {
                        act.AlsoRecord("test.more", new SubjectRef("test", "t"));
                    }
                }
            )
        );

        RecordVerification grown = await store.Get<RecordTree>().CatchUpAsync(North);

        Assert.Equal(new RecordVerification(true, entries), grown);
        await AssertProofsAsync(store, entries, step: 171);
        Assert.Equal(new RecordVerification(true, entries), await VerifyAsync(store));
    }

    [Fact]
    public async Task Tree_CaughtUpByManyAtOnce_IsTheSameTree()
    {
        await using GovernanceStore store = OpenStore();
        for (int round = 0; round < 5; round++)
        {
            await WriteAsync(store, 7);
            await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(_ => Task.Run(() => store.Get<RecordTree>().CatchUpAsync(North)))
            );
        }

        await AssertProofsAsync(store, 35, step: 1);
        Assert.Equal(new RecordVerification(true, 35), await VerifyAsync(store));
        Assert.Empty(await store.Get<RecordTree>().CatchUpAllAsync());
    }

    [Fact]
    public async Task Tree_AtAnEntryThatDoesNotFit_SignsNothingFurther()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 3);
        await store.Get<RecordTree>().CatchUpAsync(North);
        await WriteAsync(store, 3);
        await TamperAsync(
            store,
            "UPDATE \"RecordEntry\" SET \"Canonical\" = replace(\"Canonical\", 'person-1', 'person-2') WHERE \"Sequence\" = 5"
        );

        RecordVerification answer = (await store.Get<RecordTree>().CatchUpAllAsync())[North];

        Assert.Equal((false, 5L), (answer.Ok, answer.FirstBad));
        await using GovernanceDb db = store.Read();
        Assert.Equal(3, (await store.Get<RecordBook>().LatestCheckpointAsync(db, North))!.Size);
    }

    [Theory]
    [InlineData("DELETE FROM \"RecordNode\"")]
    [InlineData("UPDATE \"RecordNode\" SET \"Hash\" = (SELECT \"Hash\" FROM \"RecordHead\")")]
    [InlineData("DELETE FROM \"RecordEntry\" WHERE \"Sequence\" = 7")]
    [InlineData(
        "UPDATE \"RecordEntry\" SET \"Hash\" = (SELECT \"Hash\" FROM \"RecordHead\") WHERE \"Sequence\" = 7"
    )]
    public async Task Proofs_OutOfATreeThatWasTamperedWith_AreNotHandedOut(string statement)
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 7);
        await store.Get<RecordTree>().CatchUpAsync(North);
        await WriteAsync(store, 1);
        await TamperAsync(store, statement);

        RecordBook book = store.Get<RecordBook>();
        await using GovernanceDb db = store.Read();
        Assert.Equal(
            "record.does-not-verify",
            (await book.ProveInclusionAsync(db, North, 7)).Refusal?.Code
        );
        Assert.Equal(
            "record.does-not-verify",
            (await book.ProveConsistencyAsync(db, North, 5)).Refusal?.Code
        );
        RecordVerification grown = await store.Get<RecordTree>().CatchUpAsync(North);
        Assert.Equal((false, 7L), (grown.Ok, grown.FirstBad));
    }

    [Fact]
    public async Task Proofs_OfWhatIsNotCovered_AreRefused()
    {
        await using GovernanceStore store = OpenStore();
        RecordBook book = store.Get<RecordBook>();
        await using GovernanceDb db = store.Read();
        Assert.Equal(
            "record.no-checkpoint",
            (await book.ProveInclusionAsync(db, North, 1)).Refusal!.Code
        );
        Assert.Equal(
            "record.no-checkpoint",
            (await book.ProveConsistencyAsync(db, North, 1)).Refusal!.Code
        );
        Assert.Null(await book.LatestCheckpointAsync(db, North));
        await WriteAsync(store, 2);
        await store.Get<RecordTree>().CatchUpAsync(North);

        Assert.Equal(
            RefusalKind.NotFound,
            (await book.ProveInclusionAsync(db, North, 3)).Refusal!.Kind
        );
        await WriteAsync(store, 1);
        Assert.Equal(
            "record.not-covered",
            (await book.ProveInclusionAsync(db, North, 3)).Refusal!.Code
        );
        Assert.Equal(
            RefusalKind.Invalid,
            (await book.ProveInclusionAsync(db, North, 0)).Refusal!.Kind
        );
        Assert.Equal(
            RefusalKind.Invalid,
            (await book.ProveConsistencyAsync(db, North, 3)).Refusal!.Kind
        );
        Assert.Equal(
            RefusalKind.Invalid,
            (await book.ProveConsistencyAsync(db, North, -1)).Refusal!.Kind
        );
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected GovernanceStore OpenStore() =>
        Open(services => services.AddRecord(Path.Combine(_folder.FullName, "record.pem")));

    private protected static ActRequest<Done> Act(
        string name,
        Action<Act>? write = null,
        string partnership = North
    ) =>
        new()
        {
            Name = name,
            Caller = new ActCaller("person-1"),
            Permission = Permission.Service,
            Locate = _ =>
                Task.FromResult<ActPlace?>(new ActPlace(partnership, new SubjectRef("test", "t"))),
            Decide = act =>
            {
                write?.Invoke(act);
                return Task.FromResult<Result<Done>>(new Done());
            },
        };

    private protected static async Task WriteAsync(GovernanceStore store, int acts)
    {
        for (int number = 0; number < acts; number++)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await store.Acts.RunAsync(
                Act("test.write", act => act.Payload = new { Reason = $"Reason {number}" })
            );
        }
    }

    private protected static async Task<RecordVerification> VerifyAsync(
        GovernanceStore store,
        string partnership = North
    )
    {
        await using GovernanceDb db = store.Read();
        return await store.Get<RecordBook>().VerifyAsync(db, partnership);
    }

    private protected async Task TamperAsync(GovernanceStore store, params string[] statements)
    {
        foreach (string statement in (string[])[.. TriggersOff, .. statements])
        {
            await RunSqlAsync(store, statement);
        }
    }

    private static Task<int> RunSqlAsync(GovernanceStore store, string statement) =>
        store.Get<Upkeep>().RunAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    private static async Task AssertProofsAsync(GovernanceStore store, int size, int step)
    {
        RecordBook book = store.Get<RecordBook>();
        await using GovernanceDb db = store.Read();
        for (int entry = 1; entry <= size; entry += step)
        {
            RecordInclusionProof inclusion = (
                await book.ProveInclusionAsync(db, North, entry)
            ).Value;
            Assert.Equal(size, inclusion.Checkpoint.Size);
            byte[] root = Convert.FromBase64String(inclusion.Checkpoint.Root);
            Assert.True(
                MerkleProofs.VerifyInclusion(
                    RecordHash.FromHex(inclusion.Leaf)!,
                    entry - 1,
                    size,
                    root,
                    [.. inclusion.Path.Select(hash => RecordHash.FromHex(hash)!)]
                )
            );
            RecordConsistencyProof consistency = (
                await book.ProveConsistencyAsync(db, North, entry)
            ).Value;
            Assert.True(
                MerkleProofs.VerifyConsistency(
                    entry,
                    size,
                    Convert.FromBase64String(consistency.FromRoot),
                    root,
                    [.. consistency.Path.Select(hash => RecordHash.FromHex(hash)!)]
                )
            );
        }
    }
}

public sealed class SqliteRecordTests : RecordSuite
{
    protected override IReadOnlyList<string> TriggersOff { get; } =
    [
        .. AppendOnlyTriggers
            .Sqlite.Split("TRIGGER IF NOT EXISTS \"")
            .Skip(1)
            .Select(rest =>
                $"DROP TRIGGER \"{rest[..rest.IndexOf('"', StringComparison.Ordinal)]}\""
            ),
    ];

    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);

    [Fact]
    public async Task InsertOrReplace_OfAnEntry_Refuses()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 2);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            store
                .Get<Upkeep>()
                .RunAsync(db =>
                    db.Database.ExecuteSqlRawAsync(
                        "INSERT OR REPLACE INTO \"RecordEntry\" SELECT * FROM \"RecordEntry\" WHERE \"Sequence\" = 1"
                    )
                )
        );
    }
}

public sealed class PostgreSqlRecordTests : RecordSuite
{
    protected override IReadOnlyList<string> TriggersOff { get; } =
    [
        "ALTER TABLE \"RecordEntry\" DISABLE TRIGGER USER",
        "ALTER TABLE \"RecordHead\" DISABLE TRIGGER USER",
        "ALTER TABLE \"RecordPayload\" DISABLE TRIGGER USER",
        "ALTER TABLE \"RecordCheckpoint\" DISABLE TRIGGER USER",
    ];

    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);

    [Fact]
    public async Task Truncate_OfTheRecord_Refuses()
    {
        await using GovernanceStore store = OpenStore();
        await WriteAsync(store, 2);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            store
                .Get<Upkeep>()
                .RunAsync(db => db.Database.ExecuteSqlRawAsync("TRUNCATE \"RecordEntry\""))
        );
    }
}
