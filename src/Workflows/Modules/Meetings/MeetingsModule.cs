using Governance.Modules.Partnerships;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Meetings;

public static class MeetingsModule
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton<InstallStructure>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallStructure>()
            );
}
