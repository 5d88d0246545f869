using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Interests;

/// <summary>Declaring an interest of one's own: in a policy, or in general; check; done.</summary>
internal sealed class DeclareInterestModel(DeclareInterest declare) : GovernancePage
{
    /// <summary>The subject type of a general interest: the partnership itself. It bars from nothing by itself.</summary>
    public const string General = "partnership";

    private const string PolicyType = "policy";
    private const int MostListed = 100;

    /// <summary>Words of the policy's title, to find it by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>A policy's id, or <c>general</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    [BindProperty]
    public DateFields From { get; set; } = new();

    [BindProperty]
    public DateFields To { get; set; } = new();

    public bool IsChecking { get; private set; }

    public IReadOnlyList<Choice> Subjects { get; private set; } = [];

    public bool AreMore { get; private set; }

    public string SubjectName =>
        Subjects.FirstOrDefault(choice => choice.Value == Subject)?.Text ?? string.Empty;

    public bool IsGeneral => Subject == "general";

    private DeclareInterestBody Body(string p) =>
        new(
            Subject switch
            {
                null or "" => null,
                "general" => new InterestSubject(General, p),
                var policy => new InterestSubject(PolicyType, policy),
            },
            Nature,
            From.Value,
            To.Value
        );

    public async Task<IActionResult> OnGetAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        From = DateFields.Of(Reading.Today);
        return page;
    }

    public async Task<IActionResult> OnPostCheckAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        Dictionary<string, string> errors = [];
        foreach (
            (string field, string[] messages) in DeclareInterest.Check(Body(p))?.Errors
                ?? new Dictionary<string, string[]>()
        )
        {
            errors[field] = messages[0];
        }

        if (From.Problem("The first day", isRequired: true) is { } first)
        {
            errors["from"] = first;
        }

        if (To.Problem("The last day", isRequired: false) is { } last)
        {
            errors["to"] = last;
        }

        if (SubjectName.Length == 0)
        {
            errors["subject"] = "Choose what the interest is in.";
        }

        foreach ((string field, string message) in errors)
        {
            ModelState.AddModelError(field, message);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string p) => LoadAsync(p);

    public async Task<IActionResult> OnPostSendAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        return await AnswerAsync(
            await declare.HandleAsync(Caller, p, Body(p)),
            _ =>
            {
                Tell("Your interest stands in the register. The business unit has been told.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/interests");
            },
            () => Task.FromResult(page)
        );
    }

    private async Task<IActionResult> LoadAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.DeclareInterest) is { } refused)
        {
            return refused;
        }

        await using GovernanceDb db = Reading.Open();
        Result<PolicyList> policies = await PolicyListing.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            new PolicyFilter { Words = Search, Sort = PolicySorts.Title },
            take: MostListed
        );
        if (policies.IsRefused)
        {
            return Refuse(policies.Refusal);
        }

        AreMore = policies.Value.Next is not null;
        List<Choice> found =
        [
            new(
                "general",
                "Something general",
                "It stands in the register. It bars you from nothing by itself."
            ),
            .. policies.Value.Items.Select(policy => new Choice(policy.Id, policy.Title)),
        ];
        if (Subject is { Length: > 0 } chosen && found.All(choice => choice.Value != chosen))
        {
            // What was chosen before a search stays to be chosen.
            found.AddRange(
                (
                    await PolicyTitles.OfAsync(db, p, Viewer.PersonId, Reading.Today, [chosen])
                ).Select(title => new Choice(title.Key, title.Value))
            );
        }

        Subjects = found;
        return Page();
    }
}
