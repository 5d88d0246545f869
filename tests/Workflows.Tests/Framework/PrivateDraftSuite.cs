using System.Text;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A scrutineer's drafts are nobody else's to read (DOMAIN B5.7, ADR 0014), on each database.</summary>
public abstract class PrivateDraftSuite
{
    private const string Passphrase = "seven grey herons by the weir";
    private const string Text = "Ask the council about the audits of 2026.";

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Draft_IsReadByItsPassphraseOnly_AndStandsNowhereInClear()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        KeepDrafts drafts = world.Store.Get<KeepDrafts>();
        string id = Good(await SaveAsync(world)).Id;

        Assert.Equal(Text, Good(await ReadAsync(world, id, Passphrase)).Text);
        Assert.Equal(
            "challenge-draft.wrong-passphrase",
            CodeOf(await ReadAsync(world, id, "seven grey herons by the sea"))
        );
        Good(
            await drafts.SaveAsync(
                new ActCaller("scrutineer"),
                PolicyWorld.Place,
                id,
                new ChallengeDraftBody(Passphrase, Text + " And of 2025.")
            )
        );
        Assert.Equal(
            "challenge-draft.wrong-passphrase",
            CodeOf(
                await drafts.SaveAsync(
                    new ActCaller("scrutineer"),
                    PolicyWorld.Place,
                    id,
                    new ChallengeDraftBody("another one altogether", "Nothing.")
                )
            )
        );
        Assert.EndsWith("2025.", Good(await ReadAsync(world, id, Passphrase)).Text);

        await using GovernanceDb db = world.Store.Read();
        ChallengeDraft stored = await db.Set<ChallengeDraft>().SingleAsync();
        Assert.DoesNotContain(
            "council",
            Encoding.UTF8.GetString(stored.Sealed),
            StringComparison.Ordinal
        );
        DraftKey key = await db.Set<DraftKey>().SingleAsync();
        Assert.DoesNotContain(
            "herons",
            Encoding.UTF8.GetString(key.Wrapped),
            StringComparison.Ordinal
        );
        // The record says that a draft was saved, when and by whom; nothing is sealed beside it.
        RecordEntry[] entries = await db.Set<RecordEntry>()
            .Where(entry => entry.SubjectType == "challengeDraft")
            .ToArrayAsync();
        Assert.Equal(2, entries.Length);
        Assert.All(entries, entry => Assert.DoesNotContain("council", entry.Canonical));
        Assert.False(
            await db.Set<RecordPayload>().AnyAsync(payload => payload.Json.Contains("audits"))
        );
        Assert.False(await db.Set<IdempotentAnswer>().AnyAsync());
    }

    [Fact]
    public async Task Draft_ForAnybodyElse_IsNotThere()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string id = Good(await SaveAsync(world)).Id;

        foreach (string person in (string[])["unit", "police-lead", "inspector", "practitioner"])
        {
            Assert.Equal(
                "permission.scrutinise-challenge",
                CodeOf(await ReadAsync(world, id, Passphrase, person))
            );
            Assert.NotNull(
                (
                    await world
                        .Store.Get<KeepDrafts>()
                        .ListAsync(new ActCaller(person), PolicyWorld.Place)
                ).Refusal
            );
        }
    }

    [Fact]
    public async Task Handover_GivesASuccessorAKeyOfTheirOwn_AndNothingBefore()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string id = Good(await SaveAsync(world)).Id;
        await AddScrutineerAsync(world, "successor");

        Assert.Equal("not-found", CodeOf(await ReadAsync(world, id, Passphrase, "successor")));
        Assert.Equal(["person"], (await HandOverAsync(world, "unit")).Refusal!.Errors!.Keys);
        Good(await HandOverAsync(world, "successor"));

        Assert.Equal(
            Text,
            Good(await ReadAsync(world, id, "a word between the two of us", "successor")).Text
        );
        Assert.Equal(Text, Good(await ReadAsync(world, id, Passphrase)).Text);
        Assert.False(
            Assert
                .Single(
                    Good(
                        await world
                            .Store.Get<KeepDrafts>()
                            .ListAsync(new ActCaller("successor"), PolicyWorld.Place)
                    )
                )
                .Own
        );
        Assert.Contains("challenge-draft.hand-over", await world.RecordAsync());
    }

    [Fact]
    public async Task Passphrase_Changed_TheOldOneOpensNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string id = Good(await SaveAsync(world)).Id;

        Good(await HandOverAsync(world, person: null));

        Assert.Equal(
            "challenge-draft.wrong-passphrase",
            CodeOf(await ReadAsync(world, id, Passphrase))
        );
        Assert.Equal(Text, Good(await ReadAsync(world, id, "a word between the two of us")).Text);
        Good(
            await world
                .Store.Get<KeepDrafts>()
                .EraseAsync(new ActCaller("scrutineer"), PolicyWorld.Place, id)
        );
        Assert.Equal(
            "not-found",
            CodeOf(await ReadAsync(world, id, "a word between the two of us"))
        );
    }

    [Fact]
    public async Task Draft_ChangedInTheDatabase_IsNotShownAsItWas()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string one = Good(await SaveAsync(world)).Id;
        string other = Good(await SaveAsync(world)).Id;

        await world.TamperAsync(
            $"""UPDATE "ChallengeDraft" SET "Sealed" = (SELECT d."Sealed" FROM "ChallengeDraft" AS d WHERE d."Id" = {other}) WHERE "Id" = {one}"""
        );

        Assert.Equal("challenge-draft.damaged", CodeOf(await ReadAsync(world, one, Passphrase)));
    }

    private static Task<Result<DraftSaved>> SaveAsync(PolicyWorld world)
    {
        world.Clock.Now = At(2027, 2, 3);
        return world
            .Store.Get<KeepDrafts>()
            .SaveAsync(
                new ActCaller("scrutineer", Idempotency: new IdempotencyKey("key", "hash")),
                PolicyWorld.Place,
                draftId: null,
                new ChallengeDraftBody(Passphrase, Text)
            );
    }

    private static Task<Result<OpenedDraft>> ReadAsync(
        PolicyWorld world,
        string id,
        string passphrase,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<KeepDrafts>()
            .ReadAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                id,
                new DraftPassphraseBody(passphrase)
            );

    private static Task<Result<DraftSaved>> HandOverAsync(PolicyWorld world, string? person) =>
        world
            .Store.Get<KeepDrafts>()
            .HandOverAsync(
                new ActCaller("scrutineer"),
                PolicyWorld.Place,
                new DraftHandoverBody(Passphrase, "a word between the two of us", person)
            );

    private static Task<int> AddScrutineerAsync(PolicyWorld world, string id) =>
        world
            .Store.Get<Upkeep>()
            .RunAsync(async db =>
            {
                db.Add(
                    new Person
                    {
                        Id = id,
                        TenantId = "tenant",
                        ObjectId = "object-" + id,
                        DisplayName = "The " + id,
                        RegisteredAt = world.Clock.Now,
                    }
                );
                db.Add(
                    new Appointment
                    {
                        Id = "appointment-" + id,
                        PartnershipId = PolicyWorld.Place,
                        PersonId = id,
                        Role = Roles.Scrutineer,
                        From = new DateOnly(2027, 1, 1),
                        Status = AppointmentStates.Active,
                        ProposedBy = "unit",
                        ProposedAt = world.Clock.Now,
                    }
                );
                return await db.SaveChangesAsync();
            });
}

public sealed class SqlitePrivateDraftTests : PrivateDraftSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPrivateDraftTests : PrivateDraftSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
