using System.Text.Json;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The business unit enters a commission: by a decision, or by the lead of the commissioning seat.</summary>
internal sealed class CommissionModel(CommissionGroup commission) : GovernancePage
{
    private const int DecisionsShown = 50;
    private const int MostOfItsText = 60;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    /// <summary>One on each line.</summary>
    [BindProperty]
    public string? Deliverables { get; set; }

    [BindProperty]
    public string? CommissionedBy { get; set; }

    /// <summary>The decision's own page leads here with it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    [BindProperty]
    public DateFields Deadline { get; set; } = new();

    [BindProperty]
    public DateFields Sunset { get; set; } = new();

    [BindProperty]
    public string? ReportEvery { get; set; } = "20";

    [BindProperty]
    public string? TermsOfReference { get; set; }

    /// <summary>The latest decisions that the viewer's bodies reach; one that was only discussed commissions nothing.</summary>
    public IReadOnlyList<Choice> Decisions { get; private set; } = [];

    public static IEnumerable<Choice> SeatChoices { get; } = Choice.Of(Seats.All, Words.Seat);

    public static IEnumerable<Choice> Cadences { get; } =
    [
        new("10", "Every 10 working days (fortnightly)"),
        new("20", "Every 20 working days (about monthly)"),
        new("30", "Every 30 working days (six-weekly)"),
        new("65", "Every 65 working days (quarterly)"),
    ];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, GroupPermissions.Commission) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Result<Page<DecisionLine>> decisions = await DecisionBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            new DecisionFilter(Outcome: DecisionOutcomes.Decided),
            take: DecisionsShown
        );
        if (!decisions.IsRefused)
        {
            Decisions =
            [
                .. decisions.Value.Items.Select(line => new Choice(line.Id, NameOf(line))),
            ];
        }

        if (Decision is { Length: > 0 } asked && Decisions.All(each => each.Value != asked))
        {
            Result<DecisionAnswer> one = await DecisionBook.ReadAsync(
                db,
                asked,
                Viewer.PersonId,
                Reading.Now
            );
            Decisions =
            [
                new Choice(asked, one.IsRefused ? asked : $"Decision {one.Value.Number}"),
                .. Decisions,
            ];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        (string Field, DateFields Date, string What)[] dates =
        [
            (nameof(Deadline), Deadline, "The deadline"),
            (nameof(Sunset), Sunset, "The sunset date"),
        ];
        foreach ((string field, DateFields date, string what) in dates)
        {
            if (date.Problem(what, isRequired: true) is { } problem)
            {
                ModelState.AddModelError(field, problem);
            }
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(p));
        }

        return await AnswerAsync(
            await commission.HandleAsync(
                Caller,
                p,
                new CommissionGroupBody(
                    Name,
                    Purpose,
                    string.IsNullOrWhiteSpace(Decision) ? null : Decision.Trim(),
                    TermsOfReference,
                    Deadline.Value,
                    Sunset.Value,
                    JsonSerializer.SerializeToElement(ReportEvery),
                    CommissionedBy,
                    Scope,
                    [.. (Deliverables ?? "").Split('\n', StringSplitOptions.TrimEntries)]
                )
            ),
            group =>
            {
                Tell(
                    $"{group.Name} is commissioned. Its commissioner is asked to approve the terms of reference."
                );
                return LocalRedirect($"/groups/{Uri.EscapeDataString(group.Id)}");
            },
            () => OnGetAsync(p)
        );
    }

    private static string NameOf(DecisionLine line)
    {
        string text = line.Text.ReplaceLineEndings(" ");
        return $"{line.Number}, {Dates.Day(line.Decided)}, {line.BodyName}: "
            + (text.Length > MostOfItsText ? text[..MostOfItsText].TrimEnd() + "…" : text);
    }
}
