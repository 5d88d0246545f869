using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.Retention;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>Disposal with agreement, waiting time, hold and certificate, on each database.</summary>
public abstract class DisposalSuite
{
    /// <summary>Ten years after the challenge ended.</summary>
    private static readonly DateTime Over = new(2037, 2, 3, 9, 0, 0);

    /// <summary>What somebody with the database at hand may try, while a disposal is agreed and waits.</summary>
    private static readonly string[] DirectWrites =
    [
        "DELETE FROM \"ChallengeStatement\"",
        "DELETE FROM \"ChallengeRuling\"",
        "DELETE FROM \"ChallengeStage\"",
        "DELETE FROM \"ChallengeEvidence\"",
        "UPDATE \"ChallengeStatement\" SET \"Text\" = ''",
        "UPDATE \"Challenge\" SET \"Question\" = ''",
        "DELETE FROM \"RecordEntry\"",
        "UPDATE \"RecordPayload\" SET \"Json\" = '{}'",
    ];

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task CarryOut_OfAChallenge_LeavesNoneOfItsWords_AndARecordThatHolds()
    {
        var heard = new HeardErasures();
        await using PolicyWorld world = await WorldAsync(heard);
        string challenge = await EndedAsync(world);
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        RecordInclusionProof before = await ProofAsync(world, challenge);
        world.Clock.Now = Over;
        DisposalAnswer agreed = await AgreedAsync(world, challenge);
        Assert.Equal(new DateTime(2037, 2, 17, 17, 0, 0, DateTimeKind.Utc), agreed.WaitsUntil);
        foreach (string statement in DirectWrites)
        {
            Exception? refused = await Xunit.Record.ExceptionAsync(() =>
                RunSqlAsync(world, statement)
            );
            Assert.True(refused is not null, $"The database took: {statement}");
        }

        // Not a second early.
        await RunAsync(world, agreed.WaitsUntil!.Value);
        Assert.Equal("waiting", (await FindAsync(world, agreed.Id)).Items[0].State);
        await RunAsync(world, agreed.WaitsUntil.Value.AddSeconds(1));

        DisposalAnswer done = await FindAsync(world, agreed.Id);
        Assert.Equal(("done", "disposed"), (done.State, done.Items[0].State));
        string[] words = ["Quagga", "thylacine", "audits-of-dodos"];
        Assert.Empty(await WholeDatabase.FindAsync(world.Store, words));
        Assert.True(world.Store.Get<Traces>().TryWipe());
        Assert.Equal(0, WholeDatabase.InFiles(world.Store, [.. words, "moa bones"]));
        Assert.Contains(new SubjectRef("challenge", challenge), heard.Subjects);
        await world.AssertRecordHoldsAsync(before);
        await world.AssertReconciledAsync();
        await AssertCertifiedAsync(world, done.Items[0]);

        await using GovernanceDb db = world.Store.Read();
        RegisterEntry entry = Assert.Single(
            Good(await ChallengeBook.RegisterAsync(db, PolicyWorld.Place, world.Clock.Now)).Items
        );
        Assert.Equal(
            (false, true, new DateOnly(2037, 2, 17)),
            (entry.Missing, entry.Fits, entry.DisposedOn)
        );
    }

    [Fact]
    public async Task CarryOut_OfAWithdrawnPolicy_TakesVersionsRoundsAndCommentsWithIt()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string policy = Good(await world.CreateAsync(body: "# Purpose\n\nQuagga.")).Id;
        Good(await world.ConsultAsync(policy));
        Good(await world.CommentAsync(policy, "police-delegate", "Mind the thylacine."));
        Good(
            await world
                .Store.Get<WithdrawPolicy>()
                .HandleAsync(new ActCaller("unit"), policy, new WithdrawPolicyBody("No dodos."))
        );
        string kept = Good(await world.CreateAsync(body: "# Purpose\n\nHeath hen.")).Id;
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        RecordInclusionProof before = await ProofAsync(world, policy);
        world.Clock.Now = new DateTime(2037, 3, 2, 9, 0, 0);
        DisposalAnswer proposed = Good(await ProposeAsync(world, ("policy", policy)));
        Assert.False(proposed.NeedsScrutiny);
        DisposalAnswer agreed = Good(await AgreeAsync(world, proposed.Id, "board-delegate"));

        await RunAsync(world, agreed.WaitsUntil!.Value.AddSeconds(1));

        Assert.Equal("disposed", (await FindAsync(world, agreed.Id)).Items[0].State);
        Assert.Empty(await WholeDatabase.FindAsync(world.Store, "Quagga", "thylacine", "dodos"));
        Assert.NotEmpty(await WholeDatabase.FindAsync(world.Store, "Heath hen"));
        Assert.Equal("draft", (await world.PolicyAsync(kept)).State);
        await world.AssertRecordHoldsAsync(before);
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData("subject", "challenge", true)]
    [InlineData("class", "challenge", false)]
    [InlineData("person", null, false)]
    public async Task CarryOut_UnderAHoldThatCameAfterTheAgreement_KeepsIt(
        string scope,
        string? type,
        bool byUnit
    )
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string challenge = await EndedAsync(world);
        world.Clock.Now = Over;
        DisposalAnswer agreed = await AgreedAsync(world, challenge);
        Good(
            await world
                .Store.Get<PlaceHold>()
                .HandleAsync(
                    new ActCaller(byUnit ? "unit" : "council-lead"),
                    PolicyWorld.Place,
                    new PlaceHoldBody(
                        scope,
                        type,
                        scope switch
                        {
                            "subject" => challenge,
                            "person" => "police-delegate",
                            _ => null,
                        },
                        "An inquiry asks.",
                        "INQ 1"
                    )
                )
        );

        await RunAsync(world, agreed.WaitsUntil!.Value.AddSeconds(1));

        DisposalAnswer done = await FindAsync(world, agreed.Id);
        Assert.Equal(("done", "kept"), (done.State, done.Items[0].State));
        Assert.Contains("legal hold", done.Items[0].WhyNot, StringComparison.Ordinal);
        Assert.Equal("closed", (await world.ChallengeAsync(challenge)).State);
        Assert.Equal("retention.held", CodeOf(await ProposeAsync(world, ("challenge", challenge))));
    }

    [Fact]
    public async Task Propose_BeforeItsTime_OrTwice_OrByAnybodyElse_IsRefused()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string challenge = await EndedAsync(world);
        world.Clock.Now = Over.AddDays(-1);
        Assert.Equal(
            "disposal.not-due",
            CodeOf(await ProposeAsync(world, ("challenge", challenge)))
        );
        world.Clock.Now = Over;
        Assert.Equal(
            "permission.keep-retention",
            CodeOf(await ProposeAsync(world, "police-lead", ("challenge", challenge)))
        );
        DisposalAnswer proposed = Good(await ProposeAsync(world, ("challenge", challenge)));

        Assert.Equal(
            "disposal.on-a-list",
            CodeOf(await ProposeAsync(world, ("challenge", challenge)))
        );
        Assert.Equal(
            "disposal.lead-or-delegate",
            CodeOf(await AgreeAsync(world, proposed.Id, "police-deputy"))
        );
        Assert.Equal(
            "permission.agree-disposal",
            CodeOf(await AgreeAsync(world, proposed.Id, "unit"))
        );
        Assert.Null(Good(await AgreeAsync(world, proposed.Id, "police-lead")).WaitsUntil);
    }

    [Fact]
    public async Task Object_ByADeputyOfAnySeat_EndsIt_AndItCanBeProposedAnew()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string challenge = await EndedAsync(world);
        world.Clock.Now = Over;
        DisposalAnswer agreed = await AgreedAsync(world, challenge);

        DisposalAnswer ended = Good(
            await world
                .Store.Get<AgreeToDisposal>()
                .ObjectAsync(
                    new ActCaller("council-deputy"),
                    agreed.Id,
                    new ObjectBody("A review asks for it.")
                )
        );
        await RunAsync(world, agreed.WaitsUntil!.Value.AddDays(1));

        Assert.Equal("objected", ended.State);
        Assert.Equal("waiting", (await FindAsync(world, agreed.Id)).Items[0].State);
        Assert.Equal("closed", (await world.ChallengeAsync(challenge)).State);
        Good(await ProposeAsync(world, ("challenge", challenge)));
    }

    [Fact]
    public async Task CarryOut_OfWhatWasReopened_KeepsIt()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string challenge = await EndedAsync(world);
        world.Clock.Now = Over;
        DisposalAnswer agreed = await AgreedAsync(world, challenge);
        Good(await world.ReopenChallengeAsync(challenge));

        await RunAsync(world, agreed.WaitsUntil!.Value.AddSeconds(1));

        Assert.Equal("kept", (await FindAsync(world, agreed.Id)).Items[0].State);
        Assert.Equal("open", (await world.ChallengeAsync(challenge)).State);
    }

    [Fact]
    public async Task CarryOut_WhenAListenerFails_LeavesEverythingAsItWas()
    {
        var heard = new HeardErasures { Fails = new InvalidOperationException("power cut") };
        await using PolicyWorld world = await WorldAsync(heard);
        string challenge = await EndedAsync(world);
        world.Clock.Now = Over;
        DisposalAnswer agreed = await AgreedAsync(world, challenge);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunAsync(world, agreed.WaitsUntil!.Value.AddSeconds(1))
        );

        Assert.Equal("waiting", (await FindAsync(world, agreed.Id)).Items[0].State);
        Assert.Null((await world.ChallengeAsync(challenge)).DoesNotFit);
        heard.Fails = null;
        await RunAsync(world, world.Clock.Now);
        Assert.Equal("disposed", (await FindAsync(world, agreed.Id)).Items[0].State);
    }

    [Fact]
    public async Task Due_ListsWhatIsOver_AndTheScheduleChangesWithASecondPerson()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string challenge = await EndedAsync(world);
        Assert.Empty(await DueAsync(world, Over.AddDays(-1)));
        DueSubject due = Assert.Single(await DueAsync(world, Over));
        Assert.Equal(
            (challenge, "Challenge 1", new DateOnly(2037, 2, 3), false),
            (due.Id, due.Label, due.DueOn, due.IsHeld)
        );

        RetentionProposed proposed = Good(
            await world
                .Store.Get<ProposeRetention>()
                .HandleAsync(
                    new ActCaller("unit"),
                    PolicyWorld.Place,
                    "challenge",
                    new ProposeRetentionBody("ended", 2, "Two suffice.", "Our schedule of 2027.")
                )
        );
        Assert.Empty(await DueAsync(world, Over.AddYears(-8).AddDays(1)));
        Good(
            await world
                .Store.Get<Governance.Modules.Partnerships.DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    proposed.Approval,
                    new DecideApprovalBody(true, null)
                )
        );

        Assert.Single(await DueAsync(world, Over.AddYears(-8)));
        Assert.Empty(await DueAsync(world, Over.AddYears(-8).AddDays(-1)));
    }

    private Task<PolicyWorld> WorldAsync(IOnErased listener) =>
        PolicyWorld.OpenAsync(register =>
            Open(services =>
            {
                register(services);
                services.AddSingleton(listener);
            })
        );

    /// <summary>A challenge with an answer, evidence and rulings, closed on 3 February 2027.</summary>
    private static async Task<string> EndedAsync(PolicyWorld world)
    {
        string challenge = (
            await world.RaiseAsync(
                ChallengeSteps.Raise with
                {
                    Subject = new ChallengeSubjectBody("matter", Text: "Where is the Quagga?"),
                    Question = "Has anybody seen the Quagga?",
                    PublicSummary = "The scrutineer asks after the Quagga.",
                }
            )
        ).Id;
        Good(await world.RespondAsync(challenge));
        Good(await world.AddEvidenceAsync(challenge, "moa bones audits-of-dodos"));
        Good(await world.EditAsync(challenge, "A thylacine, not a Quagga."));
        Good(await world.AssessAsync(challenge, adequate: true));
        Good(await world.CloseChallengeAsync(challenge));
        return challenge;
    }

    private static Task<Result<DisposalAnswer>> ProposeAsync(
        PolicyWorld world,
        params (string Type, string Id)[] subjects
    ) => ProposeAsync(world, "unit", subjects);

    private static Task<Result<DisposalAnswer>> ProposeAsync(
        PolicyWorld world,
        string by,
        params (string Type, string Id)[] subjects
    ) =>
        world
            .Store.Get<ProposeDisposal>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new ProposeDisposalBody(
                    [.. subjects.Select(each => new DisposalSubject(each.Type, each.Id))],
                    "Its period is over."
                )
            );

    private static Task<Result<DisposalAnswer>> AgreeAsync(
        PolicyWorld world,
        string disposal,
        string by
    ) => world.Store.Get<AgreeToDisposal>().AgreeAsync(new ActCaller(by), disposal);

    private static async Task<DisposalAnswer> AgreedAsync(PolicyWorld world, string challenge)
    {
        DisposalAnswer proposed = Good(await ProposeAsync(world, ("challenge", challenge)));
        Good(await AgreeAsync(world, proposed.Id, "police-lead"));
        return Good(await AgreeAsync(world, proposed.Id, "scrutineer"));
    }

    private static async Task RunAsync(PolicyWorld world, DateTime at)
    {
        world.Clock.Now = at;
        await world.Store.Get<CarryOutDisposals>().RunPendingAsync(at);
    }

    private static async Task<DisposalAnswer> FindAsync(PolicyWorld world, string disposal)
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(
            await world
                .Store.Get<DisposalBook>()
                .FindAsync(db, disposal, "inspector", world.Clock.Now)
        );
    }

    private static async Task<IReadOnlyList<DueSubject>> DueAsync(PolicyWorld world, DateTime at)
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(
            await world.Store.Get<DisposalBook>().DueAsync(db, PolicyWorld.Place, "unit", at)
        );
    }

    private static async Task<RecordInclusionProof> ProofAsync(PolicyWorld world, string subject)
    {
        await using GovernanceDb db = world.Store.Read();
        long entry = await db.Set<RecordEntry>()
            .Where(each => each.SubjectId == subject)
            .MinAsync(each => each.Sequence);
        return Good(
            await world.Store.Get<RecordBook>().ProveInclusionAsync(db, PolicyWorld.Place, entry)
        );
    }

    private static async Task AssertCertifiedAsync(PolicyWorld world, DisposalItemAnswer item)
    {
        await using GovernanceDb db = world.Store.Read();
        string text = Good(
            await DisposalBook.CertificateAsync(db, item.Id, "inspector", world.Clock.Now)
        );
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(item.CertificateHash, hash);
        RecordEntry entry = await db.Set<RecordEntry>()
            .SingleAsync(each => each.Act == "subject.disposed");
        Assert.Equal(
            (item.Type, item.SubjectId, hash),
            (
                entry.SubjectType,
                entry.SubjectId,
                EntryCanonicalForm
                    .Read(Encoding.UTF8.GetBytes(entry.Canonical), out _)!
                    .Subject.Hash
            )
        );
        DisposalCertificate certificate = JsonSerializer.Deserialize<DisposalCertificate>(
            text,
            JsonSerializerOptions.Web
        )!;
        Assert.Equal(
            [1, 2, 1, 2],
            new[]
            {
                "Challenge",
                "ChallengeAddressee",
                "ChallengeEvidence",
                "WorkflowInstance",
            }.Select(table => certificate.Destroyed.Single(each => each.Table == table).Rows)
        );
        Assert.Single(certificate.DestroyedContents);
        Assert.NotEmpty(certificate.Record.ErasedPayloads);
    }

    private static Task<int> RunSqlAsync(PolicyWorld world, string statement) =>
        world.Store.Get<Upkeep>().RunAsync(db => db.Database.ExecuteSqlRawAsync(statement));
}

public sealed class SqliteDisposalTests : DisposalSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlDisposalTests : DisposalSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
