namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    private static async Task PrepareNoticesAsync(PageWorld world) =>
        world.Name("delivery", await Deliveries.GivenUpAsync(world));
}
