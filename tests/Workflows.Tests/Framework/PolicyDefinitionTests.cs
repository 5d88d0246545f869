using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The order of steps is the definition's: change it and the life changes. What is a rule stays one whatever it says.</summary>
public sealed class PolicyDefinitionTests
{
    [Fact]
    public async Task Definition_WithFiveWorkingDays_GivesFiveAndRunningRoundsKeepTheirs()
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer before = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        Assert.Null(
            (
                await world.PublishDefinitionAsync(definition =>
                    Input(definition, "Sign", "workingDays", 5)
                )
            ).Refusal
        );
        RoundAnswer after = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        Assert.Equal(new DateTime(2027, 2, 15, 17, 0, 0, DateTimeKind.Utc), before.Due);
        Assert.Equal(new DateTime(2027, 2, 8, 17, 0, 0, DateTimeKind.Utc), after.Due);
        Assert.Equal(before.Due, (await world.RoundAsync(before.Id)).Due);
    }

    [Fact]
    public async Task Definition_WithAnotherReminder_Reminds()
    {
        await using PolicyWorld world = await OpenAsync();
        await world.PublishDefinitionAsync(definition =>
            Input(definition, "Sign", "reminderWorkingDays", "8, 5, 1")
        );
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        await world.GoToAsync(new DateTime(2027, 2, 12, 12, 0, 0, DateTimeKind.Utc));

        Assert.Equal(
            3,
            (await world.NoticesAsync("police-delegate")).Count(kind => kind == "sign-off.reminder")
        );
    }

    [Fact]
    public async Task Definition_WithAStepBeforeTheSignatures_DoesItFirst()
    {
        await using PolicyWorld world = await OpenAsync();
        Result<string> published = await world.PublishDefinitionAsync(definition =>
        {
            Activities(definition)
                .Add(
                    new JsonObject
                    {
                        ["id"] = "Wait",
                        ["type"] = "Elsa.Delay",
                        ["version"] = 1,
                        ["timeSpan"] = new JsonObject
                        {
                            ["typeName"] = "TimeSpan",
                            ["expression"] = new JsonObject
                            {
                                ["type"] = "Literal",
                                ["value"] = "1.00:00:00",
                            },
                        },
                    }
                );
            Connect(definition, "Draft", "Done", "Wait");
            Connect(definition, "Wait", "Done", "Sign");
        });
        Assert.Null(published.Refusal);
        PolicySaved created = (await world.CreateAsync()).Value;

        Result<SignOffRequested> asked = await world.RequestAsync(created.Id);

        Assert.Null(asked.Refusal);
        Assert.Null(asked.Value.Round);
        Assert.Equal(PolicyStates.Draft, (await world.PolicyAsync(created.Id)).State);
        Assert.Equal("workflow.not-awaited", (await world.RequestAsync(created.Id)).Refusal?.Code);
        await world.GoToAsync(world.Clock.Now.AddDays(1));
        PolicyAnswer policy = await world.PolicyAsync(created.Id);
        Assert.Equal(PolicyStates.SignOff, policy.State);
        Assert.Equal(
            RoundStates.Published,
            (await world.SignAllAsync(await world.RoundAsync(policy.Round!))).State
        );
    }

    [Fact]
    public async Task Definition_ThatPublishesWithoutSignatures_IsRefusedByTheModule()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(
            register => new SqliteStore(register),
            lints: false
        );
        Assert.Null(
            (
                await world.PublishDefinitionAsync(definition =>
                    Connect(definition, "Draft", "Done", "Publish")
                )
            ).Refusal
        );
        PolicySaved created = (await world.CreateAsync()).Value;

        Result<SignOffRequested> asked = await world.RequestAsync(created.Id);

        Assert.Equal("policy.three-seats", asked.Refusal?.Code);
        PolicyAnswer policy = await world.PolicyAsync(created.Id);
        Assert.Equal((PolicyStates.Draft, null), (policy.State, policy.PublishedVersion));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Definition_ThatPublishesWithoutSignatures_IsNotPublished()
    {
        await using PolicyWorld world = await OpenAsync();

        Result<string> published = await world.PublishDefinitionAsync(definition =>
        {
            Connect(definition, "Draft", "Done", "Publish");
            Activities(definition)
                .Single(each => (string?)each!["id"] == "Withdrawal")!
                .AsObject()
                .Remove("noLimitBecause");
        });

        Assert.Equal("workflow.definition-breaks-rules", published.Refusal?.Code);
        Assert.Equal(RefusalKind.Invalid, published.Refusal!.Kind);
        Assert.Equal(["Publish", "Withdrawal"], published.Refusal.Errors!.Keys.Order());
        PolicySaved created = (await world.CreateAsync()).Value;
        Assert.Null((await world.RequestAsync(created.Id)).Refusal);
    }

    [Fact]
    public async Task Definition_ThatWaitsBeforePublishing_LetsASignatureBeTakenBackUntilThen()
    {
        await using PolicyWorld world = await OpenAsync();
        await world.PublishDefinitionAsync(definition =>
        {
            Activities(definition)
                .Add(
                    new JsonObject
                    {
                        ["id"] = "Wait",
                        ["type"] = "Elsa.Delay",
                        ["version"] = 1,
                        ["timeSpan"] = new JsonObject
                        {
                            ["typeName"] = "TimeSpan",
                            ["expression"] = new JsonObject
                            {
                                ["type"] = "Literal",
                                ["value"] = "1.00:00:00",
                            },
                        },
                    }
                );
            Connect(definition, "Sign", "Signed", "Wait");
            Connect(definition, "Wait", "Done", "Publish");
        });
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        Assert.Equal(RoundStates.Open, round.State);

        Result<RoundAnswer> withdrawn = await world
            .Store.Get<WithdrawSignature>()
            .HandleAsync(
                new ActCaller("police-delegate"),
                round.Id,
                new WithdrawSignatureBody(Seats.Police, "Second thoughts.")
            );
        await world.GoToAsync(world.Clock.Now.AddDays(1));

        Assert.Null(withdrawn.Refusal);
        Assert.Null((await world.PolicyAsync(created.Id)).PublishedVersion);
        await world.AssertReconciledAsync();
        Assert.Null((await world.SignAsync(round, Seats.Police, "police-delegate")).Refusal);
        await world.GoToAsync(world.Clock.Now.AddDays(1));
        Assert.Equal(RoundStates.Published, (await world.RoundAsync(round.Id)).State);
        Assert.Equal(1, (await world.PolicyAsync(created.Id)).PublishedVersion);
    }

    [Fact]
    public async Task Framework_AsInstalled_LeavesNoOutcomeUnconnected()
    {
        await using PolicyWorld world = await OpenAsync();
        JsonObject definition = JsonNode.Parse(InstallPolicyFramework.ReadDefinition())!.AsObject();
        var registry = world.Store.Get<Governance.Engine.Activities.ActivityRegistry>();
        HashSet<string> connected =
        [
            .. definition["root"]!["connections"]!
                .AsArray()
                .Select(connection =>
                    connection!["source"]!["activity"] + "." + connection["source"]!["port"]
                ),
        ];

        foreach (JsonNode? activity in Activities(definition))
        {
            foreach (
                var port in registry
                    .Find(activity!["type"]!.GetValue<string>())!
                    .Descriptor.Ports.Where(port => port.Type == "Flow")
            )
            {
                Assert.Contains(activity["id"] + "." + port.Name, connected);
            }

            Assert.NotNull(activity["metadata"]!["designer"]!["position"]);
        }
    }

    private static Task<PolicyWorld> OpenAsync() =>
        PolicyWorld.OpenAsync(register => new SqliteStore(register));

    private static JsonArray Activities(JsonObject definition) =>
        definition["root"]!["activities"]!.AsArray();

    private static void Input(
        JsonObject definition,
        string activity,
        string input,
        JsonNode value
    ) =>
        Activities(definition).Single(each => each!["id"]!.GetValue<string>() == activity)![input]![
            "expression"
        ]!["value"] = value;

    /// <summary>Leads a port somewhere else than before.</summary>
    private static void Connect(JsonObject definition, string from, string port, string to)
    {
        JsonArray connections = definition["root"]!["connections"]!.AsArray();
        foreach (
            JsonNode? old in connections
                .Where(each =>
                    each!["source"]!["activity"]!.GetValue<string>() == from
                    && each["source"]!["port"]!.GetValue<string>() == port
                )
                .ToList()
        )
        {
            connections.Remove(old);
        }

        connections.Add(
            new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            }
        );
    }
}
