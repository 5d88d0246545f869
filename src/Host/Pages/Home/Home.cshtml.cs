using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Storage;

namespace Governance.Host.Pages.Home;

/// <summary>What waits for the viewer, the most urgent first.</summary>
internal sealed class HomeModel : GovernancePage
{
    public IReadOnlyList<TaskAnswer> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        Waiting = (await AskBook.WaitingForAsync(db, Viewer.PersonId, Reading.Now, take: 20))
            .Value
            .Items;
    }
}
