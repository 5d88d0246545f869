using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Record;

/// <summary>A page of the record of one partnership, for who may read it.</summary>
internal abstract class RecordPage : GovernancePage
{
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(
        StringComparer.Ordinal
    );

    public string At => $"/partnerships/{Uri.EscapeDataString(Partnership!)}/record";

    protected IActionResult? Enter(string p)
    {
        Partnership = p;
        return RefuseUnless(p, RecordApi.Read);
    }

    /// <summary>Names do not stand in the record; they are put beside the ids that do.</summary>
    protected async Task NameAsync(GovernanceDb db, IEnumerable<RecordedEntry> entries) =>
        _names = await AppointmentRoll.NamesAsync(
            db,
            [
                .. entries
                    .Where(entry => !entry.Actor.Service)
                    .Select(entry => entry.Actor.Person)
                    .Distinct(StringComparer.Ordinal),
            ]
        );

    public string Who(RecordedActor actor) =>
        actor.Service ? "The service" : _names.GetValueOrDefault(actor.Person, actor.Person);
}
