using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>Notices that still have to leave the product.</summary>
internal sealed class OutboxBacklog : IGauge
{
    public string Name => "governance.outbox.backlog";

    public string Unit => "{message}";

    public string Description => "Notices that still have to leave the product.";

    public async Task<double> ReadAsync(
        GovernanceDb db,
        DateTime now,
        CancellationToken cancellation
    ) =>
        await db.Set<OutboxMessage>()
            .CountAsync(message => message.State == OutboxStates.Pending, cancellation);
}
