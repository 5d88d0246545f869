using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>
/// The lives that one seat's way up the ladder can have, by the name of their recording: each returns the instance of the police's.
/// </summary>
internal static class ChallengeLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["answered-and-closed"] = AnsweredAsync,
            ["inadequate-then-chair-then-leads"] = InadequateAsync,
            ["silent-up-to-outside"] = SilentAsync,
            ["second-thoughts"] = SecondThoughtsAsync,
            ["withdrawn-at-once"] = WithdrawnAsync,
            ["answered-outside"] = AnsweredOutsideAsync,
        };

    private static async Task<string> AnsweredAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.AcknowledgeAsync(challenge));
        Good(await world.RespondAsync(challenge, position: "holding"));
        await world.GoToAsync(At(2027, 2, 15, 9));
        Good(await world.RespondAsync(challenge));
        Good(await world.AssessAsync(challenge, adequate: true));
        Good(await world.CloseChallengeAsync(challenge));
        return await world.InstanceAsync(challenge);
    }

    private static async Task<string> InadequateAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        Good(await world.AssessAsync(challenge, adequate: false));
        Good(await world.RespondAsync(challenge, by: "council-delegate"));
        Good(await world.AssessAsync(challenge, adequate: false));
        Good(await world.RespondAsync(challenge, by: "board-lead"));
        Good(await world.AssessAsync(challenge, adequate: true));
        Good(await world.CloseChallengeAsync(challenge));
        return await world.InstanceAsync(challenge);
    }

    private static async Task<string> SilentAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        await world.GoToAsync(At(2027, 3, 31));
        Good(await world.ReferAsync(challenge));
        Good(await world.CloseChallengeAsync(challenge));
        return await world.InstanceAsync(challenge);
    }

    private static async Task<string> SecondThoughtsAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        Good(await world.AssessAsync(challenge, adequate: true));
        Good(await world.AssessAsync(challenge, adequate: false));
        return await world.InstanceAsync(challenge);
    }

    private static async Task<string> WithdrawnAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.WithdrawChallengeAsync(challenge));
        return await world.InstanceAsync(challenge);
    }

    private static async Task<string> AnsweredOutsideAsync(PolicyWorld world)
    {
        string challenge = (await world.RaiseAsync()).Id;
        await world.GoToAsync(At(2027, 3, 31));
        Good(await world.ReferAsync(challenge));
        Good(await world.RespondAsync(challenge, by: "police-lead"));
        Good(await world.AssessAsync(challenge, adequate: false));
        Good(await world.CloseChallengeAsync(challenge));
        return await world.InstanceAsync(challenge);
    }
}
