using System.Text.RegularExpressions;
using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Escalation;

/// <summary>
/// What a ladder must be to be climbed: every stage asks somebody, every wait has an end, limits are within what a clock runs. Pure. Each
/// message says where it is (the field) and what to do.
/// </summary>
internal static partial class LadderRules
{
    public const int MostStages = 9;
    public const int MostText = 1_000;
    public const int MostName = 120;
    private const int MostUrgencies = 6;

    public static Result<LadderContent> Check(string key, LadderBody body)
    {
        FieldErrors errors = new();
        errors.When(
            key.Length > Ladder.LongestKey || !KeyForm().IsMatch(key),
            "ladder",
            $"Name the ladder in the address by small letters, digits and hyphens, {Ladder.LongestKey} at most."
        );
        Short(errors, body.Name, "name", "Give the ladder the name that people know it by.");
        errors.When(
            body.Kind is not (LadderKinds.Practitioner or LadderKinds.Partners),
            "kind",
            "Say practitioner, or partners for disputes between the statutory partners."
        );
        Optional(errors, body.Source, "source");
        Optional(errors, body.Mark, "mark");
        Optional(errors, body.Ends, "ends");
        CheckUrgencies(errors, body.Urgencies ?? []);
        if (body.WhereBlank is { } blank)
        {
            Span(errors, blank, "whereBlank");
        }

        IReadOnlyList<LadderStage> stages = body.Stages ?? [];
        errors.When(stages.Count == 0, "stages", "Give at least one stage, the lowest first.");
        errors.When(
            stages.Count > MostStages,
            "stages",
            $"A ladder has {MostStages} stages at most."
        );
        string[] classes = [.. (body.Urgencies ?? []).Select(each => each?.Key ?? "")];
        for (int place = 0; place < Math.Min(stages.Count, MostStages); place++)
        {
            CheckStage(errors, stages[place], $"stages[{place}]", classes, body.WhereBlank is null);
        }

        errors.When(
            body.Kind == LadderKinds.Partners
                && stages.Count > 0
                && stages[^1]?.Asked != StageParties.Leads,
            $"stages[{stages.Count - 1}].asked",
            "A dispute between partners ends with their leads: the last stage asks leads."
        );
        return errors.AsRefusal() is { } refusal ? refusal : Content(body);
    }

    /// <summary>Null for a limit that a clock can run.</summary>
    internal static ClockLimit? LimitOf(LadderSpan? span) =>
        (span?.Amount, span?.Unit) switch
        {
            ({ } hours, "hours") => ClockLimit.Hours(hours),
            ({ } days, "workingDays") => ClockLimit.WorkingDays(days),
            _ => null,
        };

    internal static void Span(FieldErrors errors, LadderSpan? span, string field)
    {
        ClockLimit? limit = LimitOf(span);
        errors.When(
            limit is null,
            field,
            "Give a whole amount, and hours or workingDays as its unit."
        );
        errors.When(
            limit?.Check() is not null,
            field,
            $"Give 1 to {ClockLimit.MostWorkingDays} working days, or 1 to {ClockLimit.MostHours} hours."
        );
    }

    private static void CheckUrgencies(FieldErrors errors, IReadOnlyList<LadderUrgency> urgencies)
    {
        errors.When(
            urgencies.Count > MostUrgencies,
            "urgencies",
            $"A ladder has {MostUrgencies} classes of urgency at most."
        );
        for (int place = 0; place < Math.Min(urgencies.Count, MostUrgencies); place++)
        {
            LadderUrgency? each = urgencies[place];
            errors.When(
                each?.Key is not { } key
                    || key.Length > Ladder.LongestKey
                    || !KeyForm().IsMatch(key),
                $"urgencies[{place}].key",
                "Give the class a key of small letters, digits and hyphens."
            );
            Short(
                errors,
                each?.Label,
                $"urgencies[{place}].label",
                "Say what the class is called."
            );
        }

        errors.When(
            urgencies.Select(each => each?.Key).Distinct().Count() != urgencies.Count,
            "urgencies",
            "Each class of urgency has a key of its own."
        );
    }

    private static void CheckStage(
        FieldErrors errors,
        LadderStage? stage,
        string at,
        string[] classes,
        bool needsRespond
    )
    {
        if (stage is null)
        {
            errors.When(true, at, "Say what this stage is, or leave it out.");
            return;
        }

        Short(errors, stage.Label, at + ".label", "Say what the policy calls this stage.");
        errors.When(
            stage.Asked is null || !StageParties.CanBeAsked.Contains(stage.Asked),
            at + ".asked",
            $"Say who is asked: {string.Join(", ", StageParties.CanBeAsked)}."
        );
        foreach (string? told in stage.Notified ?? [])
        {
            errors.When(
                told is null || !StageParties.CanBeTold.Contains(told),
                at + ".notified",
                $"Who is told besides is some of: {string.Join(", ", StageParties.CanBeTold)}."
            );
        }

        errors.When(
            (stage.Notified?.Count ?? 0) > StageParties.CanBeTold.Count,
            at + ".notified",
            "Name each of those who are told once."
        );
        Optional(errors, stage.Who, at + ".who");
        Optional(errors, stage.Form, at + ".form");
        Optional(errors, stage.Note, at + ".note");
        Limit(errors, stage.Acknowledge, at + ".acknowledge", classes);
        Limit(errors, stage.Respond, at + ".respond", classes);
        Limit(errors, stage.Meet, at + ".meet", classes);
        Limit(errors, stage.Confirm, at + ".confirm", classes);
        Limit(errors, stage.ConfirmAfterMeeting, at + ".confirmAfterMeeting", classes);
        errors.When(
            stage.Respond is null && needsRespond,
            at + ".respond",
            "Give a limit to respond here, or whereBlank for all stages without one: nothing may wait for ever."
        );
    }

    private static void Limit(FieldErrors errors, LadderLimit? limit, string at, string[] classes)
    {
        if (limit is null)
        {
            return;
        }

        Span(errors, new LadderSpan(limit.Amount, limit.Unit), at);
        if (limit.Or is { } other)
        {
            Span(errors, other, at + ".or");
            errors.When(
                !limit.WhicheverIsLess,
                at + ".whicheverIsLess",
                "Of two limits the earlier applies: say whicheverIsLess, or leave one out."
            );
        }

        foreach ((string urgency, LadderSpan? span) in limit.ByUrgency ?? Empty)
        {
            errors.When(
                !classes.Contains(urgency),
                at + ".byUrgency",
                "Name a class of the ladder’s urgencies."
            );
            Span(errors, span, at + ".byUrgency");
        }
    }

    private static void Short(FieldErrors errors, string? text, string field, string missing)
    {
        errors.When(string.IsNullOrWhiteSpace(text), field, missing);
        errors.When(text?.Length > MostName, field, $"Keep this to {MostName} characters.");
    }

    private static void Optional(FieldErrors errors, string? text, string field) =>
        errors.When(text?.Length > MostText, field, $"Keep this to {MostText} characters.");

    private static LadderContent Content(LadderBody body) =>
        new(
            body.Name!.Trim(),
            body.Kind!,
            body.Urgencies ?? [],
            [.. body.Stages!.Select(stage => stage with { Label = stage.Label!.Trim() })],
            body.WhereBlank,
            Blank(body.Source),
            Blank(body.Mark),
            Blank(body.Ends)
        );

    internal static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static readonly Dictionary<string, LadderSpan> Empty = [];

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyForm();
}
