using System.Globalization;
using Governance.Contracts;

namespace Governance.Modules.Escalation;

/// <summary>Ladders in the words that people read.</summary>
public static class LadderWords
{
    /// <summary>One stage in a line.</summary>
    public static string Of(LadderStage stage, LadderSpan? whereBlank)
    {
        List<string> parts = [$"{stage.Label}: {Party(stage.Asked!)}"];
        if (stage.Who is { Length: > 0 } who)
        {
            parts[0] += $" ({who})";
        }

        foreach (
            (string what, LadderLimit? limit) in ((string, LadderLimit?)[])
                [
                    ("acknowledge", stage.Acknowledge),
                    ("answer", stage.Respond),
                    ("meet", stage.Meet),
                    ("confirm in writing", stage.Confirm),
                    ("confirm after the meeting", stage.ConfirmAfterMeeting),
                ]
        )
        {
            if (limit is not null)
            {
                parts.Add($"{what} within {Limit(limit)}");
            }
            else if (what == "answer" && whereBlank is not null)
            {
                parts.Add(
                    $"answer within {Span(whereBlank)} (the policy’s own limit is to be checked)"
                );
            }
        }

        return string.Join("; ", parts);
    }

    public static string Limit(LadderLimit limit) =>
        Span(new LadderSpan(limit.Amount, limit.Unit))
        + (
            !limit.WhicheverIsLess ? ""
            : limit.Or is { } other ? $" or {Span(other)}, whichever is less"
            : " or the time that protects the child, whichever is less"
        )
        + string.Concat(
            (limit.ByUrgency ?? new Dictionary<string, LadderSpan>()).Select(urgent =>
                $"; {urgent.Key}: {Span(urgent.Value)}"
            )
        );

    public static string Span(LadderSpan span) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{span.Amount} {(span.Unit == "hours" ? "hour" : "working day")}{(span.Amount == 1 ? "" : "s")}"
        );

    public static string Party(string party) =>
        party switch
        {
            StageParties.RaisedWith => "the body it is raised with",
            StageParties.Delegates => "the delegated safeguarding partners",
            StageParties.PartnershipChair => "the partnership chair",
            StageParties.Leads => "the lead safeguarding partners",
            StageParties.Scrutineer => "the scrutiny function",
            StageParties.BusinessUnit => "the business unit",
            _ => party,
        };
}
