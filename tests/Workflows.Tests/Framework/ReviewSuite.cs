using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The review of what is in force: its ladder of reminders, and that only a recorded outcome moves its date (DOMAIN B2.6).</summary>
public abstract class ReviewSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Review_IsRemindedOnTheLadder_AndAskedOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);
        // 3 February 2029 is a Saturday; the ladder stands 60, 20 and 0 working days before the Friday.
        Assert.Equal(new DateOnly(2029, 2, 3), (await world.PolicyAsync(policy)).ReviewDate);

        await world.GoToAsync(At(2028, 11, 7, 8, 59));
        Assert.Empty(await world.TasksAsync("unit"));
        await world.GoToAsync(At(2028, 11, 7));
        Assert.Equal(["review "], await world.TasksAsync("unit"));
        Assert.DoesNotContain("policy.review-due", await world.NoticesAsync("police-lead"));
        await world.GoToAsync(At(2029, 1, 5));
        await world.GoToAsync(At(2029, 2, 2));

        Assert.Equal(["review "], await world.TasksAsync("unit"));
        Assert.Equal(3, (await world.NoticesAsync("unit")).Count(k => k == "policy.review-due"));
        Assert.Single(await world.NoticesAsync("police-lead"), k => k == "policy.review-due");
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Review_WithoutAnOutcome_IsSaidToBeOverdue_ToChairAndScrutineerToo()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);

        await world.GoToAsync(At(2029, 2, 2));
        await world.GoToAsync(At(2029, 2, 16, 8, 59));
        Assert.DoesNotContain("policy.review-overdue", await world.NoticesAsync("scrutineer"));
        await world.GoToAsync(At(2029, 2, 16));

        Assert.Single(await world.NoticesAsync("scrutineer"), k => k == "policy.review-overdue");
        Assert.Contains(
            (await world.PolicyAsync(policy)).Banners,
            banner => banner.Kind == "reviewDue"
        );
    }

    [Fact]
    public async Task Reminders_WhoseDaysPassedWhileNoHostRan_AreMadeUpForOnce_OnTheNextWorkingDay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await PublishAsync(world);

        await world.GoToAsync(At(2029, 2, 3, 12));
        Assert.DoesNotContain("policy.review-due", await world.NoticesAsync("unit"));
        await world.GoToAsync(At(2029, 2, 5));

        Assert.Single(await world.NoticesAsync("unit"), k => k == "policy.review-due");
        Assert.Equal(["review "], await world.TasksAsync("unit"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Outcome_StillStands_AnswersTheAskAndBeginsTheLadderAnew()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);
        await world.GoToAsync(At(2029, 1, 5));

        ReviewAnswer review = (
            await RecordAsync(world, policy, ReviewOutcomes.StillStands, "Nothing has changed.")
        ).Value;

        Assert.Equal(
            (new DateOnly(2029, 2, 3), new DateOnly(2031, 1, 5), 1),
            (review.WasDue, review.NextDue, review.Version)
        );
        Assert.Empty(await world.TasksAsync("unit"));
        Assert.Contains("policy.reviewed", await world.NoticesAsync("police-delegate"));
        await world.GoToAsync(At(2029, 2, 16));
        Assert.DoesNotContain("policy.review-overdue", await world.NoticesAsync("unit"));
        await world.GoToAsync(At(2031, 1, 3));
        Assert.Equal(["review "], await world.TasksAsync("unit"));
        Assert.Contains("policy.record-review", await world.RecordAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Outcome_Revise_KeepsTheDate_SoThatItStaysOverdueUntilPublished()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);
        await world.GoToAsync(At(2029, 2, 2));

        await RecordAsync(world, policy, ReviewOutcomes.Revise, "The law has changed.");

        Assert.Empty(await world.TasksAsync("unit"));
        Assert.Equal(new DateOnly(2029, 2, 3), (await world.PolicyAsync(policy)).ReviewDate);
        await world.SaveAsync(policy, "unit", "The reviewed text.");
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        Assert.Equal(new DateOnly(2031, 2, 2), (await world.PolicyAsync(policy)).ReviewDate);
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData("police-lead", ReviewOutcomes.StillStands, "Fine.", "permission.steer-policy")]
    [InlineData("unit", "later", "Fine.", "invalid")]
    [InlineData("unit", ReviewOutcomes.StillStands, " ", "invalid")]
    public async Task Outcome_WithoutTheRightOrAReason_IsRefused_AndMovesNoDate(
        string by,
        string outcome,
        string reason,
        string code
    )
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);

        Result<ReviewAnswer> refused = await RecordAsync(world, policy, outcome, reason, by);

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Equal(new DateOnly(2029, 2, 3), (await world.PolicyAsync(policy)).ReviewDate);
    }

    [Fact]
    public async Task Outcome_OfWhatIsNotInForce_OrWasTamperedWith_IsRefused()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string draft = (await world.CreateAsync()).Value.Id;
        string policy = await PublishAsync(world);

        Result<ReviewAnswer> early = await RecordAsync(
            world,
            draft,
            ReviewOutcomes.StillStands,
            "Fine."
        );
        await world.TamperAsync(
            $"UPDATE \"PolicyVersion\" SET \"Body\" = 'Other.' WHERE \"PolicyId\" = {policy}"
        );
        Result<ReviewAnswer> tampered = await RecordAsync(
            world,
            policy,
            ReviewOutcomes.StillStands,
            "Fine."
        );

        Assert.Equal("policy.nothing-to-review", early.Refusal?.Code);
        Assert.Equal("policy.integrity-alarm", tampered.Refusal?.Code);
    }

    [Fact]
    public async Task Owner_IsWhoBeganIt_UntilSomebodyOfThePartnershipIsNamed()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await PublishAsync(world);
        Assert.Equal("unit", (await world.PolicyAsync(policy)).Owner.Id);
        NameOwner name = world.Store.Get<NameOwner>();

        Result<PolicySaved> stranger = await name.HandleAsync(
            new ActCaller("unit"),
            policy,
            new NameOwnerBody("nobody-here")
        );
        await name.HandleAsync(new ActCaller("unit"), policy, new NameOwnerBody("police-deputy"));

        Assert.Equal("invalid", stranger.Refusal?.Code);
        Assert.Equal("police-deputy", (await world.PolicyAsync(policy)).Owner.Id);
        await world.GoToAsync(At(2028, 11, 7));
        Assert.Contains("policy.review-due", await world.NoticesAsync("police-deputy"));
    }

    private static Task<Result<ReviewAnswer>> RecordAsync(
        PolicyWorld world,
        string policy,
        string outcome,
        string reason,
        string by = "unit"
    ) =>
        world
            .Store.Get<RecordReview>()
            .HandleAsync(new ActCaller(by), policy, new RecordReviewBody(outcome, reason));

    /// <summary>Published on 3 February 2027, to be reviewed after 24 months.</summary>
    private static async Task<string> PublishAsync(PolicyWorld world)
    {
        world.Clock.Now = At(2027, 2, 3);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        return created.Id;
    }

    private static DateTime At(int year, int month, int day, int hour = 9, int minute = 0) =>
        new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}

public sealed class SqliteReviewTests : ReviewSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlReviewTests : ReviewSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
