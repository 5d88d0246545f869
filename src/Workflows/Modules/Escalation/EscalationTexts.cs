using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Modules.Escalation;

/// <summary>What limits and notices are called: numbers and stages, no case and no name.</summary>
internal static class EscalationTexts
{
    private static readonly CultureInfo British = CultureInfo.InvariantCulture;

    public static string Name(ProfessionalChallenge challenge) =>
        string.Create(British, $"Professional challenge {challenge.Number}");

    public static string TitleOf(ProfessionalChallenge challenge, int stage, string what) =>
        string.Create(
            British,
            $"{Owed(what)}: professional challenge {challenge.Number}, stage {stage}"
        );

    public static string Owed(string what) =>
        what switch
        {
            StageDuties.Acknowledge => "Acknowledge",
            StageDuties.Respond => "Answer",
            StageDuties.Meet => "Meet",
            StageDuties.Confirm => "Confirm in writing",
            StageDuties.Satisfy => "Say whether it is resolved",
            _ => what,
        };

    public static string LimitOf(DateTime due) =>
        $"{London.DateOf(due).ToString("dddd d MMMM yyyy", British)} at {London.TimeOf(due).ToString("HH:mm", British)}";
}
