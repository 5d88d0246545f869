using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The lives that a policy can have, by the name of their recording: each returns the policy's id.</summary>
internal static class PolicyLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["published"] = PublishedAsync,
            ["consulted-and-published"] = ConsultedAsync,
            ["rejected-and-signed-again"] = RejectedAsync,
            ["lapsed-and-signed-again"] = LapsedAsync,
            ["overdue-and-withdrawn"] = OverdueAsync,
            ["withdrawn-after-publication"] = WithdrawnAsync,
            ["reviewed-and-still-standing"] = ReviewedAsync,
            ["superseded-by-a-second-version"] = SupersededAsync,
        };

    private static async Task<string> PublishedAsync(PolicyWorld world)
    {
        string policy = (await world.CreateAsync()).Value.Id;
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        return policy;
    }

    private static async Task<string> ConsultedAsync(PolicyWorld world)
    {
        string policy = (await world.CreateAsync()).Value.Id;
        Assert.Null((await world.ConsultAsync(policy)).Refusal);
        foreach (string by in new[] { "school", "practitioner" })
        {
            Assert.Null((await world.SayNoneAsync(policy, by)).Refusal);
        }

        Assert.Null((await world.CloseAsync(policy)).Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        return policy;
    }

    private static async Task<string> RejectedAsync(PolicyWorld world)
    {
        string policy = (await world.CreateAsync()).Value.Id;
        RoundAnswer round = await world.OpenRoundAsync(policy);
        Assert.Null((await world.RejectAsync(round, Seats.Police, "police-delegate")).Refusal);
        Assert.Null((await world.SaveAsync(policy, "unit", "# Purpose\n\nMended.")).Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        return policy;
    }

    private static async Task<string> LapsedAsync(PolicyWorld world)
    {
        string policy = (await world.CreateAsync()).Value.Id;
        RoundAnswer round = await world.OpenRoundAsync(policy);
        Assert.Null(
            (await world.SignAsync(round, Seats.LocalAuthority, "council-delegate")).Refusal
        );
        Assert.Null((await world.SaveAsync(policy, "unit", "# Purpose\n\nAnother text.")).Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        return policy;
    }

    private static async Task<string> OverdueAsync(PolicyWorld world)
    {
        string policy = (await world.CreateAsync()).Value.Id;
        await world.OpenRoundAsync(policy);
        await world.GoToAsync(world.Clock.Now.AddDays(30));
        await WithdrawAsync(world, policy);
        return policy;
    }

    private static async Task<string> WithdrawnAsync(PolicyWorld world)
    {
        string policy = await PublishedAsync(world);
        await WithdrawAsync(world, policy);
        return policy;
    }

    private static async Task<string> ReviewedAsync(PolicyWorld world)
    {
        string policy = await PublishedAsync(world);
        await world.GoToAsync(world.Clock.Now.AddDays(731));
        Result<ReviewAnswer> reviewed = await world
            .Store.Get<RecordReview>()
            .HandleAsync(
                new ActCaller("unit"),
                policy,
                new RecordReviewBody(ReviewOutcomes.StillStands, "Nothing has changed.")
            );
        Assert.Null(reviewed.Refusal);
        return policy;
    }

    private static async Task<string> SupersededAsync(PolicyWorld world)
    {
        string policy = await PublishedAsync(world);
        Assert.Null((await world.SaveAsync(policy, "unit", "# Purpose\n\nThe second.")).Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        return policy;
    }

    private static async Task WithdrawAsync(PolicyWorld world, string policy) =>
        Assert.Null(
            (
                await world
                    .Store.Get<WithdrawPolicy>()
                    .HandleAsync(
                        new ActCaller("unit"),
                        policy,
                        new WithdrawPolicyBody("Replaced by the regional text.")
                    )
            ).Refusal
        );
}
