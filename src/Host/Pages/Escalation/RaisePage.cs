using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>What is asked of whoever raises a challenge, with an account or without.</summary>
internal abstract class RaisePage : GovernancePage
{
    [BindProperty]
    public string? Ladder { get; set; }

    [BindProperty]
    public string? RaisedWith { get; set; }

    [BindProperty]
    public string? CaseReference { get; set; }

    [BindProperty]
    public string? Concern { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public bool ImmediateRisk { get; set; }

    [BindProperty]
    public string? EnterAtStage { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Urgency { get; set; }

    [BindProperty]
    public string? NeededAmount { get; set; }

    [BindProperty]
    public string? NeededUnit { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    public FrontDoorAnswer? FrontDoor { get; protected set; }

    public IReadOnlyList<LadderAnswer> Ladders { get; protected set; } = [];

    public IReadOnlyList<EscalationParty> Bodies { get; protected set; } = [];

    /// <summary>Something was pointed out: the box that says it was looked at is shown.</summary>
    public bool HasPointedOut => Checked || PointedOut.In(ModelState);

    public IEnumerable<Choice> LadderChoices =>
        Ladders.Select(ladder => new Choice(ladder.Id, ladder.Name, ladder.Mark));

    public IEnumerable<Choice> BodyChoices => Bodies.Select(body => new Choice(body.Id, body.Name));

    public IEnumerable<Choice> StageChoices =>
        Enumerable
            .Range(2, Math.Max(0, Ladders.Select(l => l.Stages.Count).DefaultIfEmpty(0).Max() - 1))
            .Select(stage => new Choice(
                stage.ToString(CultureInfo.InvariantCulture),
                $"Stage {stage.ToString(CultureInfo.InvariantCulture)}"
            ));

    public IEnumerable<Choice> UrgencyChoices =>
        Ladders
            .SelectMany(ladder => ladder.Urgencies)
            .DistinctBy(urgency => urgency.Key)
            .Select(urgency => new Choice(urgency.Key!, urgency.Label!));

    protected RaiseEscalationBody Body =>
        new(
            Ladder,
            CaseReference,
            Concern,
            RaisedWith,
            ImmediateRisk,
            Number(EnterAtStage),
            Reason,
            Theme,
            Urgency,
            string.IsNullOrWhiteSpace(NeededAmount)
                ? null
                : new LadderSpan(Number(NeededAmount), NeededUnit),
            Checked
        );

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
