using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Modules.Clocks.Activities;

/// <summary>
/// Works out which day it is here, the n-th working day after a day, and the working days from one day to another, by the calendar
/// that is in force. Rules read its outputs: a rule has neither place nor calendar, and a replay must see what the instance saw.
/// </summary>
public sealed class CountWorkingDays : Activity
{
    public const string TypeName = "Governance.CountWorkingDays";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Clocks",
            DisplayName = "Count working days",
            Description =
                "Works out a date by working days, for conditions further on: output.<id>.Today, .Date and .Count.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "From",
                    DisplayName = "From",
                    Description =
                        "A date, or a moment, whose day in London counts. Left out: today.",
                },
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description = "So many working days after it, or before it when negative.",
                    TypeName = "System.Int32",
                    DefaultValue = 0,
                },
                new InputDescriptor
                {
                    Name = "To",
                    DisplayName = "To",
                    Description = "A date up to which the working days are counted.",
                },
            ],
            Outputs =
            [
                new OutputDescriptor("Today", "Today", Description: "The day in London."),
                new OutputDescriptor("Date", "Date", Description: "From and so many working days."),
                new OutputDescriptor(
                    "Count",
                    "Count",
                    "System.Int32",
                    "The working days after From, up to and with To; negative when To lies before."
                ),
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Effect(
                WorkingDaysCount.EffectKind,
                new JsonObject
                {
                    ["from"] = context.Text("From"),
                    ["workingDays"] = context.WholeNumber("WorkingDays") ?? 0,
                    ["to"] = context.Text("To"),
                }
            );

    public override string Sentence(PlannedActivity planned)
    {
        string from = PlainInput.Of(planned, "From") is { Length: > 0 } given ? given : "today";
        string to = PlainInput.Of(planned, "To");
        return $"Works out the day {PlainInput.Of(planned, "WorkingDays")} working days after {from}"
            + (to.Length > 0 ? $", and how many working days there are up to {to}." : ".");
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        answer.Payload!["cannot"] is { } why
            ? ActivityResult.Fault(why.GetValue<string>())
            : ActivityResult
                .Complete()
                .Output("Today", answer.Payload["today"])
                .Output("Date", answer.Payload["date"])
                .Output("Count", answer.Payload["between"]);
}
