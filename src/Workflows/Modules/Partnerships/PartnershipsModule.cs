using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Partnerships;

/// <summary>Registers people and partnerships.</summary>
public static class PartnershipsModule
{
    public static IServiceCollection AddPartnerships(this IServiceCollection services) =>
        services
            .AddSingleton<IAuthoriseActs, PermissionAuthorisation>()
            .AddSingleton<ISeparateDuties, AdministratorActsOnNoCase>()
            .AddSingleton<PartnershipEvents>()
            .AddSingleton<ApprovalKinds>()
            .AddSingleton<ApprovalBook>()
            .AddSingleton<IApprovalKind, AppointmentApproval>()
            .AddSingleton<IApprovalKind, AppointmentEndApproval>()
            .AddSingleton<RegisterPerson>()
            .AddSingleton<EstablishPartnership>()
            .AddSingleton<AppointPerson>()
            .AddSingleton<EndAppointment>()
            .AddSingleton<DecideApproval>()
            .AddSingleton<WithdrawApproval>()
            .AddSingleton<GrantDelegation>()
            .AddSingleton<RevokeDelegation>()
            .AddSingleton<DeclareInterest>();
}
