using Governance.Contracts;
using Governance.Host.Pages.Library;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The public register of challenges: no account, no person's data.</summary>
internal sealed class RegisterModel : PublicPage
{
    private const int AtATime = 25;

    public ChallengeRegister Register { get; private set; } = null!;

    public bool IsLater { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Result<ChallengeRegister> found = await ChallengeBook.RegisterAsync(
            db,
            p,
            Reading.Now,
            after,
            AtATime
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            return LocalRedirect(Request.Path);
        }

        if (!found.IsRefused)
        {
            LeadAround(p);
        }

        return Show(found, register => Register = register);
    }
}
