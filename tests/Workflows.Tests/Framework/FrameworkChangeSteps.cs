using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The steps of a change of the framework, as tests take them.</summary>
internal static class FrameworkChangeSteps
{
    /// <summary>The life of a policy with other days for the signatures.</summary>
    public static string Policy(int workingDays) =>
        FrameworkLintTests.Changed(definition =>
            FrameworkLintTests.Step(definition, "Sign")["workingDays"]!["expression"]!["value"] =
                workingDays
        );

    public static Task<Result<DefinitionSaved>> SaveFrameworkAsync(
        this PolicyWorld world,
        string json,
        bool publish = false,
        string by = "unit"
    ) =>
        world
            .Store.Get<SaveDefinition>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new DefinitionToSave(
                    (string)JsonNode.Parse(json)!["definitionId"]!,
                    json,
                    Publish: publish
                )
            );

    /// <summary>Proposes the life of a policy with five days for the signatures; its round.</summary>
    public static async Task<RoundAnswer> ProposeChangeAsync(
        this PolicyWorld world,
        int workingDays = 5
    ) =>
        await world.RoundAsync(
            Good(await world.SaveFrameworkAsync(Policy(workingDays), publish: true)).Round!
        );

    public static Task<Result<Done>> WithdrawChangeAsync(
        this PolicyWorld world,
        string by = "unit",
        string? reason = "It goes back to the board."
    ) =>
        world
            .Store.Get<WithdrawFrameworkChange>()
            .HandleAsync(new ActCaller(by), PolicyWorld.Place, "policy", reason);

    public static async Task<FrameworkChangeAnswer> ChangeAsync(this PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        FrameworkChangeLine line = Good(
            await FrameworkChangeBook.ListAsync(
                db,
                PolicyWorld.Place,
                "police-lead",
                world.Clock.Now
            )
        ).Items[0];
        return Good(
            await world
                .Store.Get<FrameworkChangeBook>()
                .FindAsync(db, line.Id, "police-lead", world.Clock.Now)
        );
    }

    public static async Task<int> InForceAsync(this PolicyWorld world, string definition = "policy")
    {
        await using GovernanceDb db = world.Store.Read();
        return (await DefinitionBook.FindPublishedAsync(db, PolicyWorld.Place, definition))?.Version
            ?? 0;
    }

    public static async Task<string> InstanceOfChangeAsync(this PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return (
            await db.Set<WorkflowInstance>()
                .Where(instance => instance.SubjectType == DefinitionsWords.Change)
                .OrderByDescending(instance => instance.Id)
                .FirstAsync()
        ).Id;
    }
}

/// <summary>The lives that a change of the framework can have, by the name of their recording: each returns its instance.</summary>
internal static class FrameworkChangeLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["signed"] = async world =>
            {
                await world.SignAllAsync(await world.ProposeChangeAsync());
                return await world.InstanceOfChangeAsync();
            },
            ["overdue-signed-by-leads"] = async world =>
            {
                RoundAnswer round = await world.ProposeChangeAsync();
                await world.GoToAsync(world.Clock.Now.AddDays(9));
                await world.GoToAsync(world.Clock.Now.AddDays(14));
                Good(await world.SignAsync(round, Seats.LocalAuthority, "council-lead"));
                Good(await world.SignAsync(round, Seats.IntegratedCareBoard, "board-lead"));
                Good(await world.SignAsync(round, Seats.Police, "police-lead"));
                return await world.InstanceOfChangeAsync();
            },
            ["rejected"] = async world =>
            {
                RoundAnswer round = await world.ProposeChangeAsync();
                Good(await world.RejectAsync(round, Seats.Police, "police-delegate"));
                return await world.InstanceOfChangeAsync();
            },
            ["withdrawn"] = async world =>
            {
                await world.ProposeChangeAsync();
                Good(await world.WithdrawChangeAsync());
                return await world.InstanceOfChangeAsync();
            },
        };
}
