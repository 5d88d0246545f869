using System.Security.Claims;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Governance.Host.SignIn;

/// <summary>
/// From a program's own token to what it is known as here. Only programs that the configuration lists are taken; with its first token
/// one becomes known by its listed id, so that the business unit can appoint it.
/// </summary>
internal static class KnownMachines
{
    public static async Task<bool> RecogniseAsync(
        TokenValidatedContext context,
        SignInOptions options
    )
    {
        if (
            context.Principal?.Identity is not ClaimsIdentity identity
            || options.MachineOf(context.Principal.TenantId(), identity.FindFirst("oid")?.Value)
                is not { } machine
        )
        {
            return false;
        }

        Result<PersonLine> registered = await context
            .HttpContext.RequestServices.GetRequiredService<RegisterPerson>()
            .HandleAsync(
                new NewPerson(machine.Tenant, machine.ObjectId, machine.Name, Id: machine.Id)
            );
        if (registered.IsRefused)
        {
            return false;
        }

        identity.AddClaim(new Claim(SignedInPerson.Claim, registered.Value.Id));
        identity.AddClaim(new Claim(SignedInPerson.Machine, machine.Id));
        return true;
    }
}
