using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Modules.Library.Activities;
using Governance.Modules.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Library;

public static class LibraryModule
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services
            .AddCascadeStandIns()
            .AddSingleton<LibraryCatalogue>()
            .AddSingleton<IOnPolicyEvent>(provider =>
                provider.GetRequiredService<LibraryCatalogue>()
            )
            .AddSingleton<CertificateBook>()
            .AddSingleton<DisseminationStore>()
            .AddSingleton<ConfirmCascade>()
            .AddSingleton<ChaseCascade>()
            .AddSingleton<IEffectHandler, OpenDissemination>()
            .AddSingleton<IEffectHandler, RemindAgencies>()
            .AddSingleton<IEffectHandler, SayCascadeOverdue>()
            .AddSingleton<IEffectHandler, EndDissemination>()
            .AddSingleton<IReconcile, LibraryReconciliation>()
            .AddSingleton<Activity, DisseminateStep>();
}
