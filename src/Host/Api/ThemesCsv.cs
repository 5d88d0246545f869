using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Transfer;

namespace Governance.Host.Api;

/// <summary>The themes of challenges as a file for a spreadsheet; cells as in every file (<see cref="CsvText"/>).</summary>
internal static class ThemesCsv
{
    public static string Of(EscalationThemes themes)
    {
        StringBuilder csv = new(
            CsvText.Line([
                "By",
                "Name",
                "Raised",
                "Open",
                "Resolved",
                "Unresolved",
                "Withdrawn",
                "Median working days",
                "Longest working days",
            ])
        );
        foreach (
            (string by, IReadOnlyList<EscalationTheme> groups) in ((
                string,
                IReadOnlyList<EscalationTheme>
            )[])
                [
                    ("Body", themes.ByBody),
                    ("Theme", themes.ByTheme),
                    ("Stage reached", themes.ByStage),
                ]
        )
        {
            foreach (EscalationTheme group in groups)
            {
                csv.Append(
                    CsvText.Line([
                        by,
                        group.Name,
                        Text(group.Raised),
                        Text(group.Open),
                        Text(group.Resolved),
                        Text(group.Unresolved),
                        Text(group.Withdrawn),
                        group.MedianWorkingDays?.ToString(CultureInfo.InvariantCulture) ?? "",
                        group.LongestWorkingDays is { } days ? Text(days) : "",
                    ])
                );
            }
        }

        return csv.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
