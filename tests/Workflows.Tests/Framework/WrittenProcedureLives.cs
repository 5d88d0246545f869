using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Workflows.Modules.Meetings;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The lives that a written procedure can have, by the name of their recording: each returns its instance.</summary>
internal static class WrittenProcedureLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["decided"] = DecidedAsync,
            ["disagreed"] = DisagreedAsync,
            ["lapsed-after-reminders"] = LapsedAsync,
            ["taken-back"] = TakenBackAsync,
        };

    private static async Task<string> DecidedAsync(PolicyWorld world)
    {
        string procedure = (await world.ProposeAsync()).Id;
        foreach (string person in MeetingSteps.Delegates)
        {
            Assert.Null((await world.AnswerAsync(procedure, person)).Refusal);
        }

        return await InstanceAsync(world, procedure);
    }

    private static async Task<string> DisagreedAsync(PolicyWorld world)
    {
        string procedure = (await world.ProposeAsync()).Id;
        Assert.Null((await world.AnswerAsync(procedure, "police-lead", agrees: false)).Refusal);
        return await InstanceAsync(world, procedure);
    }

    private static async Task<string> LapsedAsync(PolicyWorld world)
    {
        string procedure = (await world.ProposeAsync()).Id;
        await world.GoToAsync(world.Clock.Now.AddDays(3).Date.AddHours(10));
        await world.GoToAsync(world.Clock.Now.AddDays(14));
        return await InstanceAsync(world, procedure);
    }

    private static async Task<string> TakenBackAsync(PolicyWorld world)
    {
        string procedure = (await world.ProposeAsync()).Id;
        Assert.Null(
            (
                await world
                    .Store.Get<WithdrawProcedure>()
                    .HandleAsync(
                        new ActCaller("unit"),
                        procedure,
                        new WithdrawProcedureBody("It goes to the meeting.")
                    )
            ).Refusal
        );
        return await InstanceAsync(world, procedure);
    }

    private static async Task<string> InstanceAsync(PolicyWorld world, string procedure)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await db.Set<WrittenProcedure>().FindAsync(procedure))!.InstanceId!;
    }
}
