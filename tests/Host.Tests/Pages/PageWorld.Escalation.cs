namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>A challenge of the practitioner's that waits for the schools, and one that they have answered.</summary>
    private static async Task PrepareEscalationAsync(PageWorld world)
    {
        world.Name("escalation", (string)(await Escalations.RaiseAsync(world))["id"]!);
        string answered = (string)(await Escalations.RaiseAsync(world, "wirral-2015"))["id"]!;
        await Escalations.AnswerAsync(world, answered);
        world.Name("answeredEscalation", answered);
    }
}
