namespace Governance.Host.Pages.Shared;

/// <summary>Parts of pages that a rehearsal adds; null in a Release build, which has none of it.</summary>
internal static class Extras
{
#if REHEARSAL
    /// <summary>Under the navigation of every page: that nobody here is real, and what the clock says.</summary>
    public static string? Banner => "/Rehearsal/Banner.cshtml";

    /// <summary>On the first page: how to try it out.</summary>
    public static string? TryIt => "/Rehearsal/TryIt.cshtml";
#else
    public static string? Banner => null;

    public static string? TryIt => null;
#endif
}
