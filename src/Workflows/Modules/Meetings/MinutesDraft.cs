using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Modules.Meetings;

/// <summary>A first text of minutes from what was noted: attendance, declarations, decisions, actions. Pure; somebody edits it.</summary>
public static class MinutesDraft
{
    public static string Of(MeetingAnswer meeting, IReadOnlyList<DecisionAnswer> decisions)
    {
        StringBuilder text = new();
        Line(text, $"# Minutes: {meeting.BodyName}");
        Line(text, $"{meeting.Title}, {On(meeting.Starts)}, {meeting.Place}.");
        Attendance(text, meeting);
        foreach (AgendaItemAnswer item in meeting.Items)
        {
            Line(text, $"## {Number(item.Number)}. {item.Title}");
            foreach (DeclarationAnswer declared in item.Declarations)
            {
                Line(
                    text,
                    $"{declared.Person.Name} declared an interest: {declared.Nature} {(declared.Withdraws ? "They withdrew from this item." : "They stayed.")}"
                );
            }

            foreach (DecisionAnswer decision in decisions.Where(each => each.Item == item.Id))
            {
                Decision(text, decision);
            }
        }

        Actions(text, meeting);
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Attendance(StringBuilder text, MeetingAnswer meeting)
    {
        Line(text, "## Attendance");
        foreach (
            IGrouping<string, AttendanceAnswer> person in meeting.Attendance.GroupBy(entry =>
                entry.Person.Id
            )
        )
        {
            AttendanceAnswer last = person.Last();
            string moments = string.Join(
                ", ",
                person.Select(entry =>
                    entry.State == AttendanceStates.Apologies
                        ? "apologies"
                        : $"{entry.State} {London.TimeOf(entry.At).ToString("HH:mm", CultureInfo.InvariantCulture)}"
                )
            );
            Line(
                text,
                $"- {last.Person.Name}{(last.PlaceName is { } place && place != last.Person.Name ? $", {place}" : "")}{(last.DeputyFor is { } principal ? $", deputy for {principal.Name}" : "")}: {moments}"
            );
        }
    }

    private static void Decision(StringBuilder text, DecisionAnswer decision)
    {
        Line(
            text,
            decision.Outcome == DecisionOutcomes.Decided
                ? $"**Decision {Number(decision.Number)}.** {decision.Text}"
                : $"**Discussed, not decided ({Number(decision.Number)}).** {decision.Text}"
        );
        if (decision.Dissent is { } dissent)
        {
            Line(text, $"Dissent: {dissent}");
        }

        if (decision.Discretion is { } reason)
        {
            Line(text, $"Decided without quorum at the chair's discretion: {reason}");
        }
    }

    private static void Actions(StringBuilder text, MeetingAnswer meeting)
    {
        if (meeting.Actions.Count == 0)
        {
            return;
        }

        Line(text, "## Actions");
        foreach (ActionLine action in meeting.Actions)
        {
            Line(
                text,
                $"- Action {Number(action.Number)}: {action.Text} Owner: {action.OwnerName}. Due: {London.DateOf(action.Due).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
            );
        }
    }

    private static string On(DateTime moment) =>
        $"{London.DateOf(moment).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} at {London.TimeOf(moment).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
