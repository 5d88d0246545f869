using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal;

/// <summary>Establishes the example partnerships with a quarter’s reviews, once per database.</summary>
internal sealed class ExamplePartnership(
    EstablishPartnership establish,
    IReadGovernance read,
    ExampleReviews reviews
)
{
    public async Task LoadAsync()
    {
        foreach (NewPartnership partnership in ExampleData.Partnerships)
        {
            if (await IsLoadedAsync(partnership.Id))
            {
                continue;
            }

            Result<PartnershipLine> established = await establish.HandleAsync(partnership);

            // Another host may have come first between the look and the act.
            if (established.Refusal is { } refusal && !await IsLoadedAsync(partnership.Id))
            {
                throw new InvalidOperationException(
                    $"The example partnership was refused: {refusal.Code}."
                );
            }

            await reviews.BeginAsync(partnership.Id);
        }
    }

    private async Task<bool> IsLoadedAsync(string id)
    {
        await using GovernanceDb db = read.OpenReader();
        return await db.Set<Partnership>().AnyAsync(partnership => partnership.Id == id);
    }
}
