namespace Governance.Host.Pages.About;

/// <summary>The cookies.</summary>
internal sealed class CookiesModel(Statements statements)
    : StatementPage(statements, Statements.Cookies);
