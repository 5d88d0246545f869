namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] About =>
        [PageRow.Public("accessibility"), PageRow.Public("privacy"), PageRow.Public("cookies")];
}
