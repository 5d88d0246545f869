using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What a commission has to say (DOMAIN B4.1, A4). Pure.</summary>
internal static class GroupRules
{
    public const int MostLong = 20_000;
    public const int MostReason = 4_000;
    public const int MostDeliverables = 30;
    public const int MostDeliverable = 500;

    /// <summary>Working days from one report to the next: a week to half a year.</summary>
    public const int LeastBetweenReports = 5;
    public const int MostBetweenReports = 130;

    /// <summary>A group is for a task; what should live longer than this is not one.</summary>
    public const int MostYears = 3;

    /// <summary>Names for cadences, in working days. A quarter is thirteen weeks.</summary>
    private static readonly Dictionary<string, int> Cadences = new(StringComparer.Ordinal)
    {
        ["weekly"] = 5,
        ["fortnightly"] = 10,
        ["monthly"] = 20,
        ["sixWeekly"] = 30,
        ["quarterly"] = 65,
    };

    public static Result<Commission> Check(CommissionGroupBody body, DateOnly today)
    {
        FieldErrors errors = new();
        Text(errors, body.Name, "name", TaskAndFinishGroup.MostName, "Give the group a name.");
        Text(
            errors,
            body.Purpose,
            "purpose",
            TaskAndFinishGroup.MostText,
            "Say what the group is for."
        );
        errors.When(
            body.Scope?.Length > TaskAndFinishGroup.MostText,
            "scope",
            $"Keep this to {TaskAndFinishGroup.MostText} characters."
        );
        errors.When(
            body.TermsOfReference?.Length > MostLong,
            "termsOfReference",
            $"Keep this to {MostLong} characters."
        );
        errors.When(
            !Seats.All.Contains(body.CommissionedBy),
            "commissionedBy",
            "Name the seat that the group answers to."
        );
        CheckDates(errors, body.Deadline, body.Sunset, today);
        int? every = Cadence(body.ReportEvery);
        errors.When(
            every is not (>= LeastBetweenReports and <= MostBetweenReports),
            "reportEvery",
            $"Give {LeastBetweenReports} to {MostBetweenReports} working days, or one of {string.Join(", ", Cadences.Keys)}."
        );
        string[] deliverables =
        [
            .. (body.Deliverables ?? [])
                .Select(text => text?.Trim() ?? "")
                .Where(t => t.Length > 0),
        ];
        errors.When(
            deliverables.Length > MostDeliverables
                || deliverables.Any(text => text.Length > MostDeliverable),
            "deliverables",
            $"Name up to {MostDeliverables} of up to {MostDeliverable} characters each."
        );
        return errors.AsRefusal() is { } refusal
            ? refusal
            : new Commission(
                body.Name!.Trim(),
                body.Purpose!.Trim(),
                Blank(body.Scope),
                deliverables,
                body.CommissionedBy!,
                body.Deadline!.Value,
                body.Sunset!.Value,
                every!.Value
            );
    }

    internal static void CheckDates(
        FieldErrors errors,
        DateOnly? deadline,
        DateOnly? sunset,
        DateOnly today
    )
    {
        errors.When(deadline is null, "deadline", "Say by when its work is due.");
        errors.When(deadline < today, "deadline", "The deadline has passed already.");
        errors.When(sunset is null, "sunset", "Say when the group ends unless it is extended.");
        errors.When(
            sunset <= today || sunset < deadline,
            "sunset",
            "The group cannot end before its deadline, nor today."
        );
        errors.When(
            sunset > today.AddYears(MostYears),
            "sunset",
            $"A task and finish group ends within {MostYears} years; for longer work make a standing sub-group."
        );
    }

    /// <summary>Working days; null for what is neither a whole number nor one of the names.</summary>
    internal static int? Cadence(JsonElement? given) =>
        given switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int days) =>
                days,
            { ValueKind: JsonValueKind.String } text => Cadences.TryGetValue(
                text.GetString()!,
                out int named
            )
                ? named
            : int.TryParse(
                text.GetString(),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out int written
            )
                ? written
            : null,
            _ => null,
        };

    /// <summary>A free text that has to be there.</summary>
    internal static void Text(
        FieldErrors errors,
        string? text,
        string field,
        int most,
        string missing
    )
    {
        errors.When(string.IsNullOrWhiteSpace(text), field, missing);
        errors.When(text?.Length > most, field, $"Keep this to {most} characters.");
    }

    /// <summary>One free text, trimmed, or what is wrong with it.</summary>
    internal static Result<string> Required(string? text, string field, string missing)
    {
        FieldErrors errors = new();
        Text(errors, text, field, MostReason, missing);
        return errors.AsRefusal() is { } refusal ? refusal : text!.Trim();
    }

    internal static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A commission that makes sense.</summary>
internal sealed record Commission(
    string Name,
    string Purpose,
    string? Scope,
    IReadOnlyList<string> Deliverables,
    string CommissionedBy,
    DateOnly Deadline,
    DateOnly Sunset,
    int ReportEvery
);
