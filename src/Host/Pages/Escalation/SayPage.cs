using Governance.Host.Pages.Components;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>What whoever raised a challenge is asked about an answer.</summary>
internal abstract class SayPage : GovernancePage
{
    public static IReadOnlyList<Choice> Answers { get; } =
    [
        new("yes", "Yes, it is resolved", "The challenge ends."),
        new("no", "No, I am not satisfied", "The challenge moves to the next stage."),
    ];

    [BindProperty]
    public string? Satisfied { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Checked { get; set; }

    public bool HasPointedOut => Checked || PointedOut.In(ModelState);

    protected bool? Said =>
        Satisfied switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
