using System.Globalization;
using Governance.Contracts;

namespace Governance.Host.Pages.Escalation;

/// <summary>A limit as it is typed: nothing typed is no limit.</summary>
internal sealed class LimitForm
{
    public string? Amount { get; set; }

    public string? Unit { get; set; }

    public bool WhicheverIsLess { get; set; }

    public string? OrAmount { get; set; }

    public string? OrUnit { get; set; }

    public LadderLimit? Limit =>
        string.IsNullOrWhiteSpace(Amount)
            ? null
            : new LadderLimit(
                Number(Amount),
                Unit,
                WhicheverIsLess,
                string.IsNullOrWhiteSpace(OrAmount)
                    ? null
                    : new LadderSpan(Number(OrAmount), OrUnit)
            );

    public static LimitForm Of(LadderLimit? limit) =>
        limit is null
            ? new()
            : new()
            {
                Amount = Text(limit.Amount),
                Unit = limit.Unit,
                WhicheverIsLess = limit.WhicheverIsLess,
                OrAmount = Text(limit.Or?.Amount),
                OrUnit = limit.Or?.Unit,
            };

    internal static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    internal static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A stage as it is typed; one without a label is left out.</summary>
internal sealed class StageForm
{
    public string? Label { get; set; }

    public string? Asked { get; set; }

    public string? Who { get; set; }

    public LimitForm Acknowledge { get; set; } = new();

    public LimitForm Respond { get; set; } = new();

    public LimitForm Meet { get; set; } = new();

    public LimitForm Confirm { get; set; } = new();

    public LimitForm ConfirmAfterMeeting { get; set; } = new();

    public List<string> Notified { get; set; } = [];

    public string? Form { get; set; }

    public string? Note { get; set; }

    /// <summary>What no field shows is kept as it was: limits by class of urgency.</summary>
    public LadderStage Stage(LadderStage? before) =>
        new(
            Label,
            Asked,
            Who,
            With(Acknowledge.Limit, before?.Acknowledge),
            With(Respond.Limit, before?.Respond),
            With(Meet.Limit, before?.Meet),
            With(Confirm.Limit, before?.Confirm),
            With(ConfirmAfterMeeting.Limit, before?.ConfirmAfterMeeting),
            Notified,
            Form,
            Note
        );

    public static StageForm Of(LadderStage stage) =>
        new()
        {
            Label = stage.Label,
            Asked = stage.Asked,
            Who = stage.Who,
            Acknowledge = LimitForm.Of(stage.Acknowledge),
            Respond = LimitForm.Of(stage.Respond),
            Meet = LimitForm.Of(stage.Meet),
            Confirm = LimitForm.Of(stage.Confirm),
            ConfirmAfterMeeting = LimitForm.Of(stage.ConfirmAfterMeeting),
            Notified = [.. stage.Notified ?? []],
            Form = stage.Form,
            Note = stage.Note,
        };

    private static LadderLimit? With(LadderLimit? limit, LadderLimit? before) =>
        limit is null ? null : limit with { ByUrgency = before?.ByUrgency };
}
