using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Modules.Partnerships;

/// <summary>Registers people and partnerships.</summary>
public static class PartnershipsModule
{
    /// <remarks>Whoever knows the directories that people sign in by registers <see cref="Directories"/> before.</remarks>
    public static IServiceCollection AddPartnerships(this IServiceCollection services)
    {
        services.TryAddSingleton(Directories.Unlisted);
        return services
            .AddSingleton<IAuthoriseActs, PermissionAuthorisation>()
            .AddSingleton<ISeparateDuties, AdministratorActsOnNoCase>()
            .AddSingleton<ISeparateDuties, MachinesDecideNothing>()
            .AddSingleton<ISeparateDuties, ScrutineerIsNobodys>()
            .AddSingleton<PartnershipEvents>()
            .AddSingleton<ApprovalKinds>()
            .AddSingleton<ApprovalBook>()
            .AddSingleton<IApprovalKind, AppointmentApproval>()
            .AddSingleton<IApprovalKind, AppointmentEndApproval>()
            .AddSingleton<RegisterPerson>()
            .AddSingleton<EstablishPartnership>()
            .AddSingleton<NameFirstAdministrator>()
            .AddSingleton<AppointPerson>()
            .AddSingleton<AppointNewPerson>()
            .AddSingleton<NameAgency>()
            .AddSingleton<EndAppointment>()
            .AddSingleton<DecideApproval>()
            .AddSingleton<WithdrawApproval>()
            .AddSingleton<GrantDelegation>()
            .AddSingleton<RevokeDelegation>()
            .AddSingleton<DeclareInterest>();
    }
}
