using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

/// <summary>
/// A host with something of everything that pages show, named for the addresses of <see cref="PageRow"/>. A feature adds what its
/// pages need in a file of its own.
/// </summary>
public sealed partial class PageWorld : RunningHost, IAsyncLifetime
{
    /// <summary>One person for each role; a neighbour holds something in the other partnership only.</summary>
    public static readonly IReadOnlyDictionary<string, string> PersonOf = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        [Roles.StatutoryPartner] = "board-lead",
        [Roles.Scrutineer] = "scrutineer",
        [Roles.PartnershipChair] = "police-delegate",
        [Roles.BusinessUnit] = "business-unit-manager",
        [Roles.GroupChair] = "group-chair",
        [Roles.GroupMember] = "group-member-one",
        [Roles.AgencyRepresentative] = "schools-representative",
        [Roles.Practitioner] = "practitioner",
        [Roles.Administrator] = "administrator",
        [Roles.Inspector] = "inspector",
    };

    public const string Neighbour = "other-scrutineer";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["p"] = "example",
    };

    private readonly Dictionary<string, PageVisitor> _visitors = new(StringComparer.Ordinal);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (Func<PageWorld, Task> prepare in Preparations)
        {
            await prepare(this);
        }
    }

    /// <summary>An address with everything named in it.</summary>
    public string At(string address)
    {
        foreach ((string name, string value) in _names)
        {
            address = address.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return address;
    }

    /// <summary>The one visitor of each person; null is nobody.</summary>
    internal async Task<PageVisitor> VisitorAsync(string? person)
    {
        string key = person ?? string.Empty;
        if (!_visitors.TryGetValue(key, out PageVisitor? visitor))
        {
            visitor = person is null
                ? PageVisitor.Anybody(this)
                : await PageVisitor.AsAsync(this, person);
            _visitors[key] = visitor;
        }

        return visitor;
    }

    /// <summary>What is prepared, in order; each names what addresses refer to with <see cref="Name"/>.</summary>
    private static IReadOnlyList<Func<PageWorld, Task>> Preparations { get; } =
    [
        PreparePoliciesAsync,
        PrepareLibraryAsync,
        PrepareSignOffAsync,
        PrepareConsultationAsync,
        PreparePeopleAsync,
        PrepareGroupsAsync,
        PrepareMeetingsAsync,
        PrepareScrutinyAsync,
        PrepareEscalationAsync,
        PrepareDefinitionsAsync,
        PrepareNoticesAsync,
        PrepareSearchAsync,
        PrepareRetentionAsync,
    ];

    private void Name(string name, string value) => _names[name] = value;
}
