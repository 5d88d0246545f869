using System.Collections.Concurrent;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Storage;

/// <summary>What every database must keep of an act: all of it or none of it, once, and refusals recorded.</summary>
public abstract class ActSuite
{
    private readonly RecordingRecord _record = new();

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Act_ThatIsDone_CommitsItsRowsAndItsEntryTogether()
    {
        await using GovernanceStore store = OpenStore();

        Result<string> answer = await store.Acts.RunAsync(Write("a"));

        Assert.Equal("wrote a", answer.Value);
        Assert.Equal(["a"], await KeysAsync(store));
        Assert.Equal(["test.write done"], _record.Lines);
    }

    [Theory]
    [InlineData(RefusalKind.Forbidden, true)]
    [InlineData(RefusalKind.Conflict, true)]
    [InlineData(RefusalKind.NotFound, false)]
    [InlineData(RefusalKind.Invalid, false)]
    [InlineData(RefusalKind.Stale, false)]
    [InlineData(RefusalKind.Malformed, false)]
    public async Task Act_ThatIsRefused_LeavesNothingButARecordedRefusal(
        RefusalKind kind,
        bool recorded
    )
    {
        await using GovernanceStore store = OpenStore();

        Result<string> answer = await store.Acts.RunAsync(
            Write("a") with
            {
                Decide = async act =>
                {
                    act.Db.Add(Row(act, "half"));
                    await act.Db.SaveChangesAsync();
                    act.Db.Add(Row(act, "other half"));
                    return new Refusal("test.no", "No.", kind);
                },
            }
        );

        Assert.Equal("test.no", answer.Refusal!.Code);
        Assert.Empty(await KeysAsync(store));
        Assert.Equal(recorded ? ["test.write test.no"] : [], _record.Lines);
    }

    [Fact]
    public async Task Act_WhoseDecisionThrows_LeavesNothingAndThrows()
    {
        await using GovernanceStore store = OpenStore();

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            store.Acts.RunAsync(
                Write("a") with
                {
                    Decide = async act =>
                    {
                        act.Db.Add(Row(act, "half"));
                        await act.Db.SaveChangesAsync();
                        throw new InvalidDataException("broken");
                    },
                }
            )
        );

        Assert.Empty(await KeysAsync(store));
        Assert.Empty(_record.Lines);
    }

    [Fact]
    public async Task Act_WithAnUnknownSubject_AnswersNotFoundAndIsNotRecorded()
    {
        await using GovernanceStore store = OpenStore();

        Result<string> answer = await store.Acts.RunAsync(
            Write("a") with
            {
                Locate = _ => Task.FromResult<ActPlace?>(null),
            }
        );

        Assert.Equal(RefusalKind.NotFound, answer.Refusal!.Kind);
        Assert.Empty(_record.Lines);
    }

    [Fact]
    public async Task Steps_RunInOrder_AndTheFirstNoEndsTheAct()
    {
        await using GovernanceStore store = Open(services =>
            services
                .AddSingleton<IRecordActs>(_record)
                .AddSingleton<IAuthoriseActs>(new Step(null))
                .AddSingleton<ISeparateDuties>(new Step(null))
                .AddSingleton<ISeparateDuties>(new Step("duties.no"))
        );

        Result<string> answer = await store.Acts.RunAsync(Write("a"));

        Assert.Equal("duties.no", answer.Refusal!.Code);
        Assert.Empty(await KeysAsync(store));
        Assert.Equal(["test.write duties.no"], _record.Lines);
    }

    [Fact]
    public async Task Repeat_UnderTheSameKey_ReturnsTheFirstAnswerAndChangesNothing()
    {
        await using GovernanceStore store = OpenStore();

        Result<string> first = await store.Acts.RunAsync(Write("a", new IdempotencyKey("k", "h")));
        Result<string> second = await store.Acts.RunAsync(Write("b", new IdempotencyKey("k", "h")));

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(["a", "k"], await KeysAsync(store));
        Assert.Single(_record.Lines);
    }

    [Fact]
    public async Task Repeat_WithAnotherBody_IsRefused()
    {
        await using GovernanceStore store = OpenStore();
        await store.Acts.RunAsync(Write("a", new IdempotencyKey("k", "h")));

        Result<string> second = await store.Acts.RunAsync(
            Write("b", new IdempotencyKey("k", "other"))
        );

        Assert.Equal("idempotency.another-body", second.Refusal!.Code);
        Assert.Equal(RefusalKind.Invalid, second.Refusal.Kind);
    }

    [Fact]
    public async Task Repeat_OfARefusal_IsRecordedOnce()
    {
        await using GovernanceStore store = OpenStore();
        ActRequest<string> refused = Write("a", new IdempotencyKey("k", "h")) with
        {
            Decide = _ =>
                Task.FromResult<Result<string>>(
                    new Refusal("test.no", "No.", RefusalKind.Conflict)
                ),
        };

        await store.Acts.RunAsync(refused);
        Result<string> second = await store.Acts.RunAsync(refused);

        Assert.Equal("test.no", second.Refusal!.Code);
        Assert.Single(_record.Lines);
    }

    [Fact]
    public async Task SameKey_FromManyCallersAtOnce_ActsOnce()
    {
        await using GovernanceStore store = OpenStore();

        Result<string>[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(number =>
                    store.Acts.RunAsync(Write($"row {number}", new IdempotencyKey("k", "h")))
                )
        );

        Assert.Single(answers.Select(answer => answer.Value).Distinct(StringComparer.Ordinal));
        Assert.Equal(2, (await KeysAsync(store)).Count);
    }

    [Fact]
    public async Task ManyActs_OfWhichSomeFail_KeepExactlyTheOthers()
    {
        await using GovernanceStore store = OpenStore();

        Task<Result<string>>[] all =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(number =>
                    store.Acts.RunAsync(
                        Write($"{number:00}") with
                        {
                            Decide = async act =>
                            {
                                act.Db.Add(Row(act, $"{number:00}"));
                                await act.Db.SaveChangesAsync();
                                return (number % 3) switch
                                {
                                    1 => new Refusal("test.no", "No.", RefusalKind.Conflict),
                                    2 => throw new InvalidDataException("broken"),
                                    _ => "done",
                                };
                            },
                        }
                    )
                ),
        ];
        await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(20, all.Count(act => act.IsFaulted));
        Assert.Equal(
            Enumerable
                .Range(0, 60)
                .Where(number => number % 3 == 0)
                .Select(number => $"{number:00}"),
            await KeysAsync(store)
        );
    }

    [Fact]
    public async Task Reader_ThatWrites_Fails()
    {
        await using GovernanceStore store = OpenStore();
        if (store.Settings.Provider == DatabaseProvider.PostgreSql)
        {
            return; // PostgreSQL's readers share a role with the writers; deploy/ gives them one of their own.
        }

        await using GovernanceDb reader = store.Read();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            reader.Set<IdempotentAnswer>().ExecuteDeleteAsync()
        );
    }

    [Fact]
    public async Task Waiter_WhoGivesUpBeforeTheirTurn_ChangesNothing()
    {
        await using GovernanceStore store = OpenStore();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.Acts.RunAsync(Write("a"), given.Token)
        );

        Assert.Empty(await KeysAsync(store));
    }

    [Fact]
    public async Task Purge_OfOldAnswers_TakesOnlyThose()
    {
        await using GovernanceStore store = OpenStore();
        await store.Acts.RunAsync(Write("a", new IdempotencyKey("old", "h")));
        store.Clock.Advance(IdempotentAnswer.KeptFor + TimeSpan.FromSeconds(1));
        await store.Acts.RunAsync(Write("b", new IdempotencyKey("new", "h")));

        await IdempotentAnswer.PurgeAsync(store.Get<Upkeep>(), store.Clock.Now);

        Assert.Equal(["b", "new"], await KeysAsync(store));
    }

    protected static ActRequest<string> Write(string key, IdempotencyKey? idempotency = null) =>
        new()
        {
            Name = "test.write",
            Caller = new ActCaller("person", Idempotency: idempotency),
            Permission = Permission.Service,
            Locate = _ =>
                Task.FromResult<ActPlace?>(new ActPlace("p", new SubjectRef("test", "t"))),
            Decide = act =>
            {
                act.Db.Add(Row(act, key));
                return Task.FromResult<Result<string>>($"wrote {key}");
            },
        };

    /// <summary>A row of Storage's own stands in for a module's.</summary>
    protected static IdempotentAnswer Row(Act act, string key) =>
        new()
        {
            PersonId = "row",
            Act = "row",
            Key = key,
            BodyHash = "",
            Refused = false,
            Answer = "",
            At = act.Now,
        };

    protected static async Task<List<string>> KeysAsync(GovernanceStore store)
    {
        await using GovernanceDb db = store.Read();
        return await db.Set<IdempotentAnswer>()
            .OrderBy(row => row.Key)
            .Select(row => row.Key)
            .ToListAsync();
    }

    protected GovernanceStore OpenStore() =>
        Open(services => services.AddSingleton<IRecordActs>(_record));

    private sealed class Step(string? code) : IAuthoriseActs, ISeparateDuties
    {
        public Task<Refusal?> AuthoriseAsync(Act act, Permission permission) => AnswerAsync();

        public Task<Refusal?> CheckAsync(Act act, Permission permission) => AnswerAsync();

        private Task<Refusal?> AnswerAsync() =>
            Task.FromResult(code is null ? null : new Refusal(code, "No.", RefusalKind.Forbidden));
    }

    private sealed class RecordingRecord : IRecordActs
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public Task AppendAsync(Act act, Refusal? refusal)
        {
            _lines.Enqueue($"{act.Name} {refusal?.Code ?? "done"}");
            return Task.CompletedTask;
        }
    }
}

public sealed class SqliteActTests : ActSuite
{
    [Fact]
    public async Task Group_WhoseTransactionBreaks_IsRunAgainActByAct()
    {
        await using GovernanceStore store = OpenStore();
        var allWait = new TaskCompletionSource();
        Task<Result<string>> first = store.Acts.RunAsync(
            Write("00") with
            {
                Decide = async act =>
                {
                    await allWait.Task;
                    act.Db.Add(Row(act, "00"));
                    return "done";
                },
            }
        );
        Task<Result<string>>[] grouped =
        [
            .. Enumerable.Range(1, 9).Select(number => store.Acts.RunAsync(Write($"{number:00}"))),
        ];
        Task<Result<string>> breaking = store.Acts.RunAsync(
            Write("breaking") with
            {
                Decide = async act =>
                {
                    act.Db.Add(Row(act, "breaking"));
                    await act.Db.Database.ExecuteSqlRawAsync("ROLLBACK");
                    return "done";
                },
            }
        );
        allWait.SetResult();

        await Assert.ThrowsAnyAsync<Exception>(() => breaking);
        await first;
        await Task.WhenAll(grouped);

        Assert.Equal(
            Enumerable.Range(0, 10).Select(number => $"{number:00}"),
            await KeysAsync(store)
        );
    }

    [Fact]
    public async Task Acts_ThatWaitTogether_ShareOneCommit()
    {
        await using GovernanceStore store = OpenStore();
        var allWait = new TaskCompletionSource();
        var transactions = new ConcurrentDictionary<object, int>();
        ActRequest<string> Noting(string key) =>
            Write(key) with
            {
                Decide = async act =>
                {
                    await allWait.Task;
                    object transaction = act.Db.Database.CurrentTransaction!.GetDbTransaction();
                    transactions.AddOrUpdate(transaction, 1, (_, acts) => acts + 1);
                    return "done";
                },
            };

        Task first = store.Acts.RunAsync(Noting("first"));
        Task[] others =
        [
            .. Enumerable.Range(0, 20).Select(number => store.Acts.RunAsync(Noting($"{number}"))),
        ];
        allWait.SetResult();
        await Task.WhenAll([first, .. others]);

        // The first may have gone ahead alone; whoever waited meanwhile shares what follows.
        Assert.True(transactions.Count <= 2, $"{transactions.Count} commits for 21 acts.");
    }

    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlActTests : ActSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
