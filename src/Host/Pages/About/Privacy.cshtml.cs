namespace Governance.Host.Pages.About;

/// <summary>The privacy notice.</summary>
internal sealed class PrivacyModel(Statements statements)
    : StatementPage(statements, Statements.Privacy);
