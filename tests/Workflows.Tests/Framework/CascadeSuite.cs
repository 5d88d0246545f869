using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>How a published text reaches the relevant agencies, under the framework as installed.</summary>
public abstract class CascadeSuite
{
    private static readonly CascadeBody Everything = new(true, true, true, true);

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Publication_AsksEachAgencyWithAClockAndDoesNotHoldTheReviewBack()
    {
        await using PolicyWorld world = await OpenAsync();

        string policy = await PublishAsync(world);

        Assert.Contains("confirm-cascade ", await world.TasksAsync("school"));
        Assert.Single(await world.NoticesAsync("school"), kind => kind == "cascade.opened");
        CascadeAnswer cascade = await CascadeAsync(world, policy, "unit");
        Assert.Equal((DisseminationStates.Open, 1), (cascade.State, cascade.Version));
        Assert.Equal(new CascadeCount(0, 1), cascade.Count);
        // Published on Monday 1 February 2027 in the morning: the twentieth working day after it is 1 March.
        Assert.Equal(new DateTime(2027, 3, 1, 17, 0, 0, DateTimeKind.Utc), cascade.Due);
        Assert.Equal(20, cascade.WorkingDaysLeft);
        CascadeOutstanding waiting = Assert.Single(cascade.Outstanding);
        Assert.Equal("schools", waiting.Agency);
        Assert.Equal(4, waiting.Missing.Count);
        Assert.Equal("school", Assert.Single(waiting.Representatives).Id);
        Assert.NotNull((await world.PolicyAsync(policy)).ReviewDate);
        Assert.Equal(PolicyStates.Published, (await world.PolicyAsync(policy)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Confirmation_InParts_IsWholeWithTheFourthAndEndsTheCascade()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await PublishAsync(world);

        CascadeAgencyAnswer half = await ConfirmedAsync(
            world,
            policy,
            new CascadeBody(Briefed: true, WebsiteUpdated: true)
        );
        await world.AssertReconciledAsync();
        Assert.Contains("confirm-cascade ", await world.TasksAsync("school"));
        world.Clock.Now = world.Clock.Now.AddDays(1);
        CascadeAgencyAnswer whole = await ConfirmedAsync(
            world,
            policy,
            new CascadeBody(OwnPolicyUpdated: true, TrainingUpdated: true, Note: "All schools.")
        );

        Assert.Null(half.Confirmed);
        Assert.True(half.Mine);
        Assert.Equal(world.Clock.Now, whole.Confirmed);
        Assert.Equal("The school", whole.ConfirmedByName);
        Assert.DoesNotContain("confirm-cascade ", await world.TasksAsync("school"));
        CascadeAnswer cascade = await CascadeAsync(world, policy, "unit");
        Assert.Equal(DisseminationStates.Confirmed, cascade.State);
        Assert.Equal(new CascadeCount(1, 1), cascade.Count);
        Assert.Equal("All schools.", Assert.Single(cascade.Agencies).Note);
        Assert.Empty(cascade.Outstanding);
        Assert.Single(await world.NoticesAsync("unit"), kind => kind == "cascade.completed");
        Assert.Equal(
            ["cascade.confirm", "cascade.confirm", "cascade.complete"],
            (await world.RecordAsync()).Where(act =>
                act.StartsWith("cascade.", StringComparison.Ordinal) && act != "cascade.open"
            )
        );
        await world.AssertReconciledAsync();
        Assert.Equal(
            "cascade.over",
            (await ConfirmAsync(world, policy, new CascadeBody(Note: "More"))).Refusal?.Code
        );
    }

    [Fact]
    public async Task Confirmation_TakenBack_NeedsANoteAndAsksAgain()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 2);
        string policy = await PublishAsync(world);
        await ConfirmedAsync(world, policy, Everything);
        Assert.DoesNotContain("confirm-cascade ", await world.TasksAsync("school"));

        Result<CascadeAgencyAnswer> without = await ConfirmAsync(
            world,
            policy,
            new CascadeBody(WebsiteUpdated: false)
        );
        Result<CascadeAgencyAnswer> with = await ConfirmAsync(
            world,
            policy,
            new CascadeBody(WebsiteUpdated: false, Note: "The link is broken.")
        );

        Assert.Contains("note", without.Refusal!.Errors!.Keys);
        Assert.Null(with.Value.Confirmed);
        Assert.True(with.Value.Briefed);
        Assert.Contains("confirm-cascade ", await world.TasksAsync("school"));
        Assert.Contains("cascade.taken-back", await world.NoticesAsync("unit"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Confirmation_ThatSaysNothingNewOrIsNotOnesOwn_IsRefusedByName()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 2);
        string policy = await PublishAsync(world);
        await ConfirmedAsync(world, policy, new CascadeBody(Briefed: true));

        Assert.Equal("cascade.nothing-changed", await CodeAsync("school", "schools"));
        Assert.Equal("cascade.not-your-agency", await CodeAsync("school", "agency-2"));
        Assert.Equal("not-found", await CodeAsync("school", "nowhere"));
        Assert.Equal("permission.confirm-cascade", await CodeAsync("unit", "schools"));
        Assert.Equal("not-found", await CodeAsync("stranger", "schools"));

        async Task<string?> CodeAsync(string person, string agency) =>
            (
                await world
                    .Store.Get<ConfirmCascade>()
                    .HandleAsync(
                        new ActCaller(person),
                        policy,
                        agency,
                        new CascadeBody(Briefed: true)
                    )
            )
                .Refusal
                ?.Code;
    }

    [Fact]
    public async Task Limit_ThatPasses_RemindsOnWorkingDaysTellsAndGoesOnWaiting()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await PublishAsync(world);

        await world.GoToAsync(new DateTime(2027, 2, 15, 9, 0, 0, DateTimeKind.Utc));
        Assert.Single(await world.NoticesAsync("school"), kind => kind == "cascade.reminder");
        await world.GoToAsync(new DateTime(2027, 3, 1, 17, 0, 0, DateTimeKind.Utc));
        Assert.Equal(2, (await world.NoticesAsync("school")).Count(k => k == "cascade.reminder"));
        Assert.DoesNotContain("cascade.overdue", await world.NoticesAsync("school"));
        await world.GoToAsync(new DateTime(2027, 3, 1, 17, 0, 1, DateTimeKind.Utc));

        foreach (string person in new[] { "school", "unit" })
        {
            Assert.Single(await world.NoticesAsync(person), kind => kind == "cascade.overdue");
        }

        CascadeAnswer cascade = await CascadeAsync(world, policy, "unit");
        Assert.True(Assert.Single(cascade.Outstanding).Overdue);
        await world.AssertReconciledAsync();
        await world.GoToAsync(new DateTime(2027, 3, 4, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(-3, (await CascadeAsync(world, policy, "unit")).WorkingDaysLeft);
        await ConfirmedAsync(world, policy, Everything);
        Assert.Equal(
            DisseminationStates.Confirmed,
            (await CascadeAsync(world, policy, "unit")).State
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task NewVersion_EndsTheEarlierCascadeAndKeepsWhatWasReached()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 2);
        string policy = await PublishAsync(world);
        await ConfirmedAsync(world, policy, Everything);

        await PublishAgainAsync(world, policy);

        CascadeAnswer cascade = await CascadeAsync(world, policy, "unit");
        Assert.Equal((DisseminationStates.Open, 2), (cascade.State, cascade.Version));
        Assert.Equal(new CascadeCount(0, 2), cascade.Count);
        CascadeHistoryLine earlier = Assert.Single(cascade.Earlier);
        Assert.Equal((1, DisseminationStates.Superseded), (earlier.Version, earlier.State));
        Assert.Equal(new CascadeCount(1, 2), earlier.Count);
        Assert.Single(await world.TasksAsync("school"), task => task == "confirm-cascade ");
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(
            2,
            await db.Set<Ask>().CountAsync(a => a.State == AskStates.Open && a.AgencyId != null)
        );
        await world.AssertReconciledAsync();
        await ConfirmedAsync(world, policy, Everything);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Withdrawal_EndsTheCascade()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await PublishAsync(world);

        Assert.Null(
            (
                await world
                    .Store.Get<WithdrawPolicy>()
                    .HandleAsync(new ActCaller("unit"), policy, new WithdrawPolicyBody("Merged."))
            ).Refusal
        );

        Assert.Equal(
            DisseminationStates.Withdrawn,
            (await CascadeAsync(world, policy, "unit")).State
        );
        Assert.Empty(await world.TasksAsync("school"));
        await world.AssertReconciledAsync();
        Assert.Equal("not-found", (await ConfirmAsync(world, policy, Everything)).Refusal?.Code);
    }

    [Fact]
    public async Task Chase_OncePerWorkingDay_TellsWhoIsOutstanding()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 2);
        string policy = await PublishAsync(world);
        await ConfirmedAsync(world, policy, Everything);

        CascadeAnswer chased = (await ChaseAsync(world, policy)).Value;
        Result<CascadeAnswer> again = await ChaseAsync(world, policy);

        Assert.Equal(world.Clock.Now, chased.Chased);
        Assert.Equal(new DateOnly(2027, 2, 2), chased.ChaseFrom);
        Assert.True(chased.MayChase);
        Assert.False((await CascadeAsync(world, policy, "group-chair")).MayChase);
        Assert.Equal("cascade.chased-already", again.Refusal?.Code);
        Assert.DoesNotContain("cascade.chased", await world.NoticesAsync("school"));
        Assert.Single(await world.NoticesAsync("agency-2-rep"), kind => kind == "cascade.chased");
        await world.GoToAsync(new DateTime(2027, 2, 6, 10, 0, 0, DateTimeKind.Utc));
        Assert.Equal("cascade.no-working-day", (await ChaseAsync(world, policy)).Refusal?.Code);
        Assert.Equal(
            new DateOnly(2027, 2, 8),
            (await CascadeAsync(world, policy, "unit")).ChaseFrom
        );
        await world.GoToAsync(new DateTime(2027, 2, 8, 10, 0, 0, DateTimeKind.Utc));
        Assert.Null((await ChaseAsync(world, policy)).Refusal);
        Assert.Equal(
            "permission.chase-cascade",
            (await ChaseAsync(world, policy, "school")).Refusal?.Code
        );
        Assert.Equal(
            "policy.not-your-group",
            (await ChaseAsync(world, policy, "group-chair")).Refusal?.Code
        );
    }

    [Fact]
    public async Task Notes_AreForTheAgencyAndThoseWhoSeeDrafts()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 2);
        string policy = await PublishAsync(world);
        await ConfirmedAsync(world, policy, new CascadeBody(Briefed: true, Note: "Half-term."));

        Assert.Equal("Half-term.", await NoteAsync("school"));
        Assert.Equal("Half-term.", await NoteAsync("unit"));
        Assert.Null(await NoteAsync("agency-2-rep"));

        async Task<string?> NoteAsync(string person) =>
            (await CascadeAsync(world, policy, person))
                .Agencies.Single(agency => agency.Agency == "schools")
                .Note;
    }

    [Fact]
    public async Task Partnership_WithoutAgencies_HasNothingToConfirm()
    {
        await using PolicyWorld world = await OpenAsync(agencies: 0);

        string policy = await PublishAsync(world);

        CascadeAnswer cascade = await CascadeAsync(world, policy, "unit");
        Assert.Equal(new CascadeCount(0, 0), cascade.Count);
        Assert.Equal("cascade.nobody-outstanding", (await ChaseAsync(world, policy)).Refusal?.Code);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reconcile_NamesWhatWasChangedBehindTheProduct()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await PublishAsync(world);
        await world.TamperAsync(
            $"""UPDATE "Ask" SET "State" = 'cancelled' WHERE "Kind" = 'confirm-cascade'"""
        );
        await world.TamperAsync(
            $"""DELETE FROM "WorkflowBookmark" WHERE "Stimulus" = 'cascade.confirmed'"""
        );
        await world.TamperAsync(
            $"""DELETE FROM "WorkflowTimer" WHERE "ActivityId" = 'Disseminate'"""
        );
        await world.TamperAsync($"""DELETE FROM "LibraryEntry" """);

        string[] codes =
        [
            .. (await world.Store.Get<Reconciliation>().RunAsync()).Select(drift => drift.Code),
        ];

        Assert.Superset(
            new HashSet<string>
            {
                "cascade.without-ask",
                "cascade.not-awaited",
                "cascade.without-timer",
                "library.catalogue",
            },
            codes.ToHashSet()
        );
        Assert.Equal(1, await world.Store.Get<LibraryCatalogue>().CatchUpAsync());
        Assert.DoesNotContain(
            await world.Store.Get<Reconciliation>().RunAsync(),
            drift => drift.Code == "library.catalogue"
        );
        Assert.NotEmpty(policy);
    }

    private Task<PolicyWorld> OpenAsync(int agencies = 1) => PolicyWorld.OpenAsync(Open, agencies);

    internal static async Task<string> PublishAsync(PolicyWorld world)
    {
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        return created.Id;
    }

    internal static async Task PublishAgainAsync(PolicyWorld world, string policy)
    {
        Assert.Null(
            (await world.SaveAsync(policy, "unit", "# Purpose\n\nKeep them safer.")).Refusal
        );
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
    }

    private static Task<Result<CascadeAgencyAnswer>> ConfirmAsync(
        PolicyWorld world,
        string policy,
        CascadeBody body
    ) =>
        world
            .Store.Get<ConfirmCascade>()
            .HandleAsync(new ActCaller("school"), policy, "schools", body);

    private static async Task<CascadeAgencyAnswer> ConfirmedAsync(
        PolicyWorld world,
        string policy,
        CascadeBody body
    )
    {
        Result<CascadeAgencyAnswer> confirmed = await ConfirmAsync(world, policy, body);
        Assert.Null(confirmed.Refusal);
        return confirmed.Value;
    }

    private static Task<Result<CascadeAnswer>> ChaseAsync(
        PolicyWorld world,
        string policy,
        string by = "unit"
    ) => world.Store.Get<ChaseCascade>().HandleAsync(new ActCaller(by), policy);

    private static async Task<CascadeAnswer> CascadeAsync(
        PolicyWorld world,
        string policy,
        string person
    )
    {
        await using GovernanceDb db = world.Store.Read();
        Result<CascadeAnswer> found = await CascadeBook.FindAsync(
            db,
            policy,
            person,
            world.Clock.Now
        );
        Assert.Null(found.Refusal);
        return found.Value;
    }
}

public sealed class SqliteCascadeTests : CascadeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlCascadeTests : CascadeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
