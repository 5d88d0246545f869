namespace Governance.Host.Pages.About;

/// <summary>The accessibility statement.</summary>
internal sealed class AccessibilityModel(Statements statements)
    : StatementPage(statements, Statements.Accessibility);
