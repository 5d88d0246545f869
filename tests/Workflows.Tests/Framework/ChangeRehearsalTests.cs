using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules;
using Governance.Modules.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A changed framework is played through beside the published one.</summary>
public sealed class ChangeRehearsalTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddGovernanceModules("unused.pem")
        .BuildServiceProvider();

    private ChangeRehearsal Rehearsal => _services.GetRequiredService<ChangeRehearsal>();

    [Fact]
    public void SameText_GivesTheSameOnBothSides_AndEveryTimeAgain()
    {
        string policy = InstallPolicyFramework.ReadDefinition();

        RehearsedChange one = Rehearsal.Play(policy, policy, [], Start)!;
        RehearsedChange two = Rehearsal.Play(policy, policy, [], Start)!;

        Assert.Equal(5 + ChangeRehearsal.ByDice, one.Cases.Count);
        Assert.All(one.Asked.Concat(one.Late), count => Assert.Equal(count.Before, count.After));
        Assert.All(
            one.Cases,
            each =>
                Assert.Equal(
                    (each.Before!.How, each.Before.WorkingDays),
                    (each.After.How, each.After.WorkingDays)
                )
        );
        Assert.Equal(
            one.Cases.Select(each => each.After.WorkingDays),
            two.Cases.Select(each => each.After.WorkingDays)
        );
    }

    [Fact]
    public void RecordedCase_IsPlayedAsItWas_AndAShorterLimitMakesItLate()
    {
        RecordedCase signedOnTheFourteenthDay = new([
            new RecordedMove("Draft", "policy.sign-off-requested", TimeSpan.FromDays(1)),
            new RecordedMove("Sign", "sign-off.completed", TimeSpan.FromDays(15)),
        ]);
        string policy = InstallPolicyFramework.ReadDefinition();
        JsonObject shorter = JsonNode.Parse(policy)!.AsObject();
        shorter["root"]!["activities"]!.AsArray().Single(step => (string?)step!["id"] == "Sign")![
            "workingDays"
        ]!["expression"]!["value"] = 5;

        RehearsedCase played = Rehearsal
            .Play(policy, shorter.ToJsonString(), [signedOnTheFourteenthDay], Start)!
            .Cases[0];

        Assert.Equal("Recorded case 1", played.Name);
        Assert.Contains(played.Before!.Asked, asked => asked.Contains("sign the text"));
        Assert.DoesNotContain(played.Before.Late, late => late.Contains("signatures"));
        Assert.Single(played.After.Late, late => late.Contains("signatures"));
    }

    [Fact]
    public void Silence_InAPolicy_EndsNothing_AndATextThatCannotRunIsNotPlayed()
    {
        string policy = InstallPolicyFramework.ReadDefinition();

        Assert.Contains("Silence everywhere", Rehearsal.Play(null, policy, [], Start)!.NeverEnd);
        Assert.Null(Rehearsal.Play(policy, "{}", [], Start));
    }

    public void Dispose() => _services.Dispose();
}
