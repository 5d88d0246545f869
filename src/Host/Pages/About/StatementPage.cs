using Microsoft.AspNetCore.Authorization;

namespace Governance.Host.Pages.About;

/// <summary>A page that shows one statement to everybody.</summary>
[AllowAnonymous]
internal abstract class StatementPage(Statements statements, string name) : GovernancePage
{
    protected override bool RequiresSignIn => false;

    public string Html { get; private set; } = string.Empty;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Html = await statements.ReadAsync(name, cancellation);
}
