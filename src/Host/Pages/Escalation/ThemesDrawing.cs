using System.Globalization;
using Governance.Contracts;

namespace Governance.Host.Pages.Escalation;

/// <summary>Lays counts out as bars for an SVG: one line a group, a piece a state. The table beside it says the same. Pure.</summary>
internal sealed class ThemesDrawing
{
    private const double Left = 240;
    private const double Across = 480;
    private const double RowHeight = 32;
    private const double Bar = 20;
    private const int LabelLength = 30;

    private ThemesDrawing(IReadOnlyList<ThemesBar> bars) => Bars = bars;

    public IReadOnlyList<ThemesBar> Bars { get; }

    public double Width { get; } = Left + Across + 60;

    public double Height => (Bars.Count * RowHeight) + 12;

    public static ThemesDrawing Of(IReadOnlyList<EscalationTheme> groups)
    {
        int most = Math.Max(1, groups.Select(group => group.Raised).DefaultIfEmpty(0).Max());
        return new ThemesDrawing([
            .. groups.Select(
                (group, row) =>
                {
                    double x = Left;
                    List<ThemesPiece> pieces = [];
                    foreach (
                        (string state, int count) in ((string, int)[])
                            [
                                ("open", group.Open),
                                ("resolved", group.Resolved),
                                ("unresolved", group.Unresolved),
                                ("withdrawn", group.Withdrawn),
                            ]
                    )
                    {
                        double width = Across * count / most;
                        if (count > 0)
                        {
                            pieces.Add(new ThemesPiece(state, x, width));
                        }

                        x += width;
                    }

                    return new ThemesBar(
                        group.Name.Length > LabelLength
                            ? group.Name[..(LabelLength - 1)] + "…"
                            : group.Name,
                        6 + (row * RowHeight),
                        Bar,
                        group.Raised,
                        x,
                        pieces
                    );
                }
            ),
        ]);
    }

    /// <summary>For whoever cannot see it.</summary>
    public string InWords() =>
        Bars.Count == 0
            ? "No challenges."
            : string.Join(
                "; ",
                Bars.Select(bar =>
                    $"{bar.Label}: {bar.Raised.ToString(CultureInfo.InvariantCulture)}"
                )
            ) + ". The table has all figures.";

    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

internal sealed record ThemesBar(
    string Label,
    double Y,
    double Height,
    int Raised,
    double End,
    IReadOnlyList<ThemesPiece> Pieces
);

internal sealed record ThemesPiece(string State, double X, double Width);

/// <summary>Groups under a heading.</summary>
internal sealed record ThemesView(
    string Heading,
    string Column,
    IReadOnlyList<EscalationTheme> Groups
);
