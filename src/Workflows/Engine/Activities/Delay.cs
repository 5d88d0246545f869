using System.Globalization;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Waits for a span of elapsed time. Limits in working days are clocks, not delays.</summary>
internal sealed class Delay : Activity
{
    private const string Over = "over";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Delay",
            Category = "Scheduling",
            DisplayName = "Delay",
            Description = "Waits for a span of elapsed time.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "TimeSpan",
                    DisplayName = "Time span",
                    Description =
                        "Days.hours:minutes:seconds, for example 2.00:00:00 for two days.",
                    TypeName = "System.TimeSpan",
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        string text = context.RequiredText("TimeSpan");
        return SpanOf(text) is { } span
            ? ActivityResult.Keep().Timer(Over, context.Now + span)
            : ActivityResult.Fault($"'{text}' is no time span from 0 to 100 years.");
    }

    /// <summary>It began when it began: the new span counts from then.</summary>
    internal override DateTime DueAfterMigration(
        ActivityContext before,
        ActivityContext after,
        DueTimer timer
    ) =>
        SpanOf(before.Text("TimeSpan")) is { } old && SpanOf(after.Text("TimeSpan")) is { } young
            ? timer.Planned - old + young
            : timer.Planned;

    private static TimeSpan? SpanOf(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
        && span >= TimeSpan.Zero
        && span < TimeSpan.FromDays(36_525)
            ? span
            : null;

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Time, HasLimit = true };

    public override string Sentence(PlannedActivity planned) =>
        $"Waits for {PlainInput.Span(PlainInput.Of(planned, "TimeSpan"))}, weekends and holidays included.";

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        ActivityResult.Complete();
}
