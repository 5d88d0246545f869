using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>What is asked about a body, for a new one and for one that is changed.</summary>
internal abstract class BodyForm : GovernancePage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? TermsOfReference { get; set; }

    [BindProperty]
    public string? Frequency { get; set; }

    [BindProperty]
    public DateFields ReviewOn { get; set; } = new();

    [BindProperty]
    public string? QuorumKind { get; set; }

    [BindProperty]
    public List<string> QuorumSeats { get; set; } = [];

    [BindProperty]
    public string? QuorumAtLeast { get; set; }

    [BindProperty]
    public bool AllowsDiscretion { get; set; }

    public static Choice[] Kinds { get; } =
    [
        new(QuorumKinds.NamedSeats, "Named seats", "Each of the seats below has to be there."),
        new(QuorumKinds.KOfN, "So many of its members", "At least the number below."),
    ];

    public static Choice[] SeatChoices { get; } = Choice.Of(Seats.All, Words.Seat);

    /// <summary>What was typed, or null with the errors at their fields.</summary>
    protected ChangeBodyBody? Read(IReadOnlyList<string>? places = null)
    {
        bool bySeats = QuorumKind == QuorumKinds.NamedSeats;
        int? atLeast =
            !bySeats
            && int.TryParse(
                QuorumAtLeast,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number
            )
                ? number
                : null;
        if (ReviewOn.Problem("The day of the review", isRequired: false) is { } problem)
        {
            ModelState.AddModelError(nameof(ReviewOn), problem);
            return null;
        }

        return new ChangeBodyBody(
            Name,
            Purpose,
            new QuorumBody(
                QuorumKind,
                bySeats ? QuorumSeats : null,
                atLeast,
                bySeats ? null : places,
                AllowsDiscretion
            ),
            TermsOfReference,
            Frequency,
            ReviewOn.Value
        );
    }

    /// <summary>The rule's errors at the fields of this form.</summary>
    protected static Result<BodyAnswer> AtFields(Result<BodyAnswer> answer) =>
        answer.Refusal is { Errors: { Count: > 0 } errors } refusal
            ? refusal with
            {
                Errors = errors
                    .GroupBy(error =>
                        error.Key switch
                        {
                            "quorum.kind" => nameof(QuorumKind),
                            "quorum.seats" => nameof(QuorumSeats),
                            "quorum.atLeast" or "quorum.places" => nameof(QuorumAtLeast),
                            _ => error.Key,
                        }
                    )
                    .ToDictionary(
                        field => field.Key,
                        field => field.SelectMany(error => error.Value).ToArray()
                    ),
            }
            : answer;

    protected void Fill(BodyAnswer body)
    {
        Name = body.Name;
        Purpose = body.Purpose;
        TermsOfReference = body.TermsOfReference;
        Frequency = body.Frequency;
        ReviewOn = DateFields.Of(body.ReviewOn);
        QuorumKind = body.Quorum.Kind;
        QuorumSeats = [.. body.Quorum.Seats ?? []];
        QuorumAtLeast = body.Quorum.AtLeast?.ToString(CultureInfo.InvariantCulture);
        AllowsDiscretion = body.Quorum.AllowsDiscretion;
    }
}
