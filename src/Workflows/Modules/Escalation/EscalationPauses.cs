using Governance.Contracts;
using Governance.Modules.Clocks;

namespace Governance.Modules.Escalation;

/// <summary>
/// The business unit lets the clock of an answer, a meeting or a confirmation stand still, and only where going on would harm what
/// is outside the ladder, or whoever raised it has asked to wait. Examples: a partnership checks them against its own policy. To
/// acknowledge, and to say whether one is satisfied, nothing has to be waited for.
/// </summary>
internal static class EscalationPauses
{
    public static PausableClocks Rule { get; } =
        new(
            EscalationWords.Challenge,
            Roles.BusinessUnit,
            new Dictionary<string, string>
            {
                ["raiserAsked"] = "whoever raised it has asked to wait",
                ["criminalProceedings"] =
                    "a criminal investigation or prosecution would be disturbed",
                ["court"] = "a court or a coroner has asked the agencies to wait",
            },
            [
                StageOwing.PurposeOf(StageDuties.Respond),
                StageOwing.PurposeOf(StageDuties.Meet),
                StageOwing.PurposeOf(StageDuties.Confirm),
            ]
        );
}
