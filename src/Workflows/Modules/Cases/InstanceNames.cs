using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>What the people are called who have dealt with incidents: the engine knows their ids only.</summary>
public static class InstanceNames
{
    public static async Task<InstanceAnswer> FillAsync(GovernanceDb db, InstanceAnswer instance)
    {
        string[] people =
        [
            .. instance.Incidents.Select(one => one.ResolvedBy?.Id).OfType<string>().Distinct(),
        ];
        if (people.Length == 0)
        {
            return instance;
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(db, people);
        return instance with
        {
            Incidents =
            [
                .. instance.Incidents.Select(one =>
                    one.ResolvedBy is { } by
                        ? one with
                        {
                            ResolvedBy = new PersonLine(
                                by.Id,
                                names.GetValueOrDefault(by.Id, by.Id)
                            ),
                        }
                        : one
                ),
            ],
        };
    }
}
