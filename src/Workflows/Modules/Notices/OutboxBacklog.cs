using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>Notices that should leave the product and have not yet.</summary>
internal sealed class OutboxBacklog : IGauge
{
    public string Name => "governance.outbox.backlog";

    public string Unit => "{delivery}";

    public string Description => "Notices that should leave the product and have not yet.";

    public async Task<double> ReadAsync(
        GovernanceDb db,
        DateTime now,
        CancellationToken cancellation
    ) =>
        await db.Set<Delivery>()
            .CountAsync(delivery => delivery.State == DeliveryStates.Pending, cancellation);
}
