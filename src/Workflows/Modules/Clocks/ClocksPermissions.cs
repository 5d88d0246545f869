using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>The rights that this module asks for.</summary>
public static class ClocksPermissions
{
    /// <summary>A calendar's versions, by the business unit of any partnership; a second person agrees.</summary>
    public static readonly Permission ConfigureCalendars = DutiesMatrix.Configure.Permission(
        "configure-calendars"
    );

    /// <summary>Saying that one has looked at a flagged clock: the business unit of its partnership.</summary>
    public static readonly Permission Review = DutiesMatrix.Operate.Permission("review-clock");

    /// <summary>Pausing a clock and letting it run again; whose clock it is says by whom of these (<see cref="PausableClocks"/>).</summary>
    public static readonly Permission Pause = DutiesMatrix.PauseClocks.Permission("pause-clock");

    /// <summary>
    /// Asked before it: the calendars are everybody's to know of, so that whoever holds anything anywhere is told 403 and not 404.
    /// </summary>
    internal static readonly Permission ProposeCalendarVersion = PartnershipsPermissions.Own(
        "propose-calendar-version",
        "Propose a calendar version; the act asks for the business unit"
    );
}
