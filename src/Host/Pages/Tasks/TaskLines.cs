using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Host.Pages.Tasks;

/// <summary>Asks to list, with what their dates are counted by.</summary>
/// <param name="Partnerships">Whose names stand beside each; empty where it is clear.</param>
internal sealed record TaskLines(
    IReadOnlyList<TaskAnswer> Tasks,
    DateTime Now,
    WorkingCalendar Calendar,
    IReadOnlyList<PartnershipLine> Partnerships
)
{
    public string? NameOf(string partnership) =>
        Partnerships.FirstOrDefault(each => each.Id == partnership)?.Name;
}
