using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A scrutineer whose directory has become a partner's acts as the scrutiny function no longer (DOMAIN B1.8).</summary>
public sealed class ScrutineerOfAPartnerTests
{
    [Fact]
    public async Task Act_OfAScrutineerWhoseDirectoryBecameAPartners_IsRefused()
    {
        List<OrganisationDirectory> listed = [];
        await using PolicyWorld world = await PolicyWorld.OpenAsync(register => new SqliteStore(
            services =>
            {
                services.AddSingleton(new Directories(listed));
                register(services);
            }
        ));
        string challenge = (await world.RaiseAsync()).Id;
        listed.Add(new OrganisationDirectory("tenant", "Police", [Seats.Police]));

        Result<ChallengeAnswer> closed = await world.CloseChallengeAsync(challenge);
        Result<ChallengeAnswer> raised = await world.TryRaiseAsync("scrutineer");
        Result<ChallengeAnswer> answered = await world.RespondAsync(challenge);

        Assert.Equal(PartnershipsRefusals.ActsAsScrutineerOfAPartner, closed.Refusal);
        Assert.Equal(PartnershipsRefusals.ActsAsScrutineerOfAPartner, raised.Refusal);
        Assert.Null(answered.Refusal);
        Assert.Equal("open", (await world.ChallengeAsync(challenge)).State);
    }
}
