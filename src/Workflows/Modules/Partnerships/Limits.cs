namespace Governance.Modules.Partnerships;

/// <summary>How long the free texts of this module may be, in characters.</summary>
internal static class Limits
{
    public const int Text = 2000;
}
