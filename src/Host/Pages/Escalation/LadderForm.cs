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

    /// <summary>What takes its place, one for each class of urgency in the classes' order.</summary>
    public List<SpanForm> Urgent { get; set; } = [];

    /// <param name="urgencies">The keys of the classes, in order.</param>
    public LadderLimit? Limit(IReadOnlyList<string> urgencies)
    {
        Dictionary<string, LadderSpan> urgent = Urgent
            .Zip(urgencies)
            .Where(each => each.First.Span is not null && each.Second.Length > 0)
            .DistinctBy(each => each.Second)
            .ToDictionary(each => each.Second, each => each.First.Span!, StringComparer.Ordinal);
        return string.IsNullOrWhiteSpace(Amount) && urgent.Count == 0
            ? null
            : new LadderLimit(
                Number(Amount),
                Unit,
                WhicheverIsLess,
                string.IsNullOrWhiteSpace(OrAmount)
                    ? null
                    : new LadderSpan(Number(OrAmount), OrUnit),
                urgent.Count == 0 ? null : urgent
            );
    }

    public static LimitForm Of(LadderLimit? limit, IReadOnlyList<string> urgencies) =>
        limit is null
            ? new()
            : new()
            {
                Amount = Text(limit.Amount),
                Unit = limit.Unit,
                WhicheverIsLess = limit.WhicheverIsLess,
                OrAmount = Text(limit.Or?.Amount),
                OrUnit = limit.Or?.Unit,
                Urgent =
                [
                    .. urgencies.Select(key =>
                        SpanForm.Of(limit.ByUrgency?.GetValueOrDefault(key))
                    ),
                ],
            };

    internal static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    internal static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>So many hours or working days as they are typed; nothing typed is none.</summary>
internal sealed class SpanForm
{
    public string? Amount { get; set; }

    public string? Unit { get; set; }

    public LadderSpan? Span =>
        string.IsNullOrWhiteSpace(Amount) ? null : new LadderSpan(LimitForm.Number(Amount), Unit);

    public static SpanForm Of(LadderSpan? span) =>
        new() { Amount = LimitForm.Text(span?.Amount), Unit = span?.Unit };
}

/// <summary>A class of urgency as it is typed; one without a label is left out, with every limit of its own.</summary>
internal sealed class UrgencyForm
{
    /// <summary>The name in data: kept once it is given, since challenges name it.</summary>
    public string? Key { get; set; }

    public string? Label { get; set; }

    /// <summary>Made from the label where there is none yet.</summary>
    public string KeyOrMade =>
        string.IsNullOrWhiteSpace(Key)
            ? string.Join(
                '-',
                (Label ?? "")
                    .ToLowerInvariant()
                    .Split(
                        [
                            .. (Label ?? "")
                                .ToLowerInvariant()
                                .Where(c => !char.IsAsciiLetterOrDigit(c)),
                        ],
                        StringSplitOptions.RemoveEmptyEntries
                    )
            )
            : Key.Trim();
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

    public IEnumerable<LimitForm> Limits =>
        [Acknowledge, Respond, Meet, Confirm, ConfirmAfterMeeting];

    public List<string> Notified { get; set; } = [];

    public string? Form { get; set; }

    public string? Note { get; set; }

    /// <param name="urgencies">The keys of the classes, in order.</param>
    public LadderStage Stage(IReadOnlyList<string> urgencies) =>
        new(
            Label,
            Asked,
            Who,
            Acknowledge.Limit(urgencies),
            Respond.Limit(urgencies),
            Meet.Limit(urgencies),
            Confirm.Limit(urgencies),
            ConfirmAfterMeeting.Limit(urgencies),
            Notified,
            Form,
            Note
        );

    public static StageForm Of(LadderStage stage, IReadOnlyList<string> urgencies) =>
        new()
        {
            Label = stage.Label,
            Asked = stage.Asked,
            Who = stage.Who,
            Acknowledge = LimitForm.Of(stage.Acknowledge, urgencies),
            Respond = LimitForm.Of(stage.Respond, urgencies),
            Meet = LimitForm.Of(stage.Meet, urgencies),
            Confirm = LimitForm.Of(stage.Confirm, urgencies),
            ConfirmAfterMeeting = LimitForm.Of(stage.ConfirmAfterMeeting, urgencies),
            Notified = [.. stage.Notified ?? []],
            Form = stage.Form,
            Note = stage.Note,
        };
}
