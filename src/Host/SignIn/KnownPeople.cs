using System.Security.Claims;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.SignIn;

/// <summary>
/// From a token's <c>tid</c> and <c>oid</c> to our person. Somebody we do not know keeps their token and gets no further: 403.
/// </summary>
internal static class KnownPeople
{
    public static async Task RecogniseAsync(TokenValidatedContext context)
    {
        string? tenant = context.Principal?.FindFirst("tid")?.Value;
        string? subject = context.Principal?.FindFirst("oid")?.Value;
        if (
            tenant is null
            || subject is null
            || context.Principal!.Identity is not ClaimsIdentity identity
        )
        {
            return;
        }

        await using GovernanceDb db = context
            .HttpContext.RequestServices.GetRequiredService<IReadGovernance>()
            .OpenReader();
        string? person = await db.Set<Person>()
            .Where(known => known.TenantId == tenant && known.ObjectId == subject)
            .Select(known => known.Id)
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (person is not null)
        {
            identity.AddClaim(new Claim(SignedInPerson.Claim, person));
        }
    }
}
