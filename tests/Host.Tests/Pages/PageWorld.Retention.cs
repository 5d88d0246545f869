namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    private static async Task PrepareRetentionAsync(PageWorld world)
    {
        world.Name("hold", await Retentions.HoldAsync(world));
        world.Name("erasure", await Retentions.ErasureAsync(world));
        (string disposal, string item, string subject) = await Retentions.DisposedAsync(world);
        world.Name("disposal", disposal);
        world.Name("disposed", item);
        world.Name("disposedPolicy", subject);
    }
}
