namespace Governance.Tests.Host.Pages;

/// <summary>The pages about policies. Agencies and practitioners see those that are published.</summary>
public static partial class PageRows
{
    private static PageRow[] PolicyPages =>
        [
            new("partnerships/{p}/policies", "/partnerships/{p}/policies", Readers),
            new("policies/{id}", "/policies/{published}", Readers),
        ];
}
