using System.Xml.Linq;
using Governance.Host.Composition;
using Governance.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Governance.Host.SignIn;

/// <summary>
/// Keys of session cookies and forms in the database: a session survives a restart, and any host takes what another gave out.
/// </summary>
internal sealed class DatabaseKeys(IReadGovernance read, Upkeep upkeep) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using GovernanceDb db = read.OpenReader();
        return
        [
            .. db.Set<HostKey>()
                .OrderBy(key => key.Id)
                .Select(key => key.Xml)
                .AsEnumerable()
                .Select(XElement.Parse),
        ];
    }

    /// <summary>The framework asks for it in the middle of a request and does not await.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        DateTime now = Moments.Now(RealTime.Clock);
        string xml = element.ToString(SaveOptions.DisableFormatting);
        Task.Run(() =>
                upkeep.RunAsync(db =>
                {
                    db.Add(
                        new HostKey
                        {
                            Id = Ids.New(now),
                            Name = friendlyName,
                            Xml = xml,
                            At = now,
                        }
                    );
                    return Task.FromResult(true);
                })
            )
            .GetAwaiter()
            .GetResult();
    }
}
