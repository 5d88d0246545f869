using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>
/// Raising a challenge: about something that a page led here from (a policy's exact version, a decision, a group), or about a partner,
/// an audit or anything else in words; check; done.
/// </summary>
internal sealed class RaiseChallengeModel(RaiseChallenge raise) : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? SubjectType { get; set; }

    /// <summary>Of what a page led here from: its id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Hash { get; set; }

    /// <summary>The partner that it is about.</summary>
    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public string? SubjectText { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public List<string> Addressees { get; set; } = [];

    [BindProperty]
    public string? Seriousness { get; set; }

    [BindProperty]
    public string? PublicSummary { get; set; }

    public bool IsChecking { get; private set; }

    /// <summary>What a page led here from, by its name; null where it is said in words.</summary>
    public string? Named { get; private set; }

    /// <summary>The page led here from something that has an id.</summary>
    public bool IsFromElsewhere =>
        SubjectType
            is ChallengeSubjects.Policy
                or ChallengeSubjects.Decision
                or ChallengeSubjects.Group
        && !string.IsNullOrEmpty(Subject);

    public string SubjectInWords =>
        Named
        ?? (
            SubjectType == ChallengeSubjects.Seat && !string.IsNullOrEmpty(Partner)
                ? Words.Seat(Partner)
                    + (string.IsNullOrWhiteSpace(SubjectText) ? "" : $": {SubjectText}")
                : $"{ChallengeWords.Subject(SubjectType ?? "")}: {SubjectText}"
        );

    private RaiseChallengeBody Body =>
        new(
            new ChallengeSubjectBody(
                SubjectType,
                SubjectType == ChallengeSubjects.Seat ? Partner : Subject,
                int.TryParse(
                    Version,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int version
                )
                    ? version
                    : null,
                Hash,
                SubjectText
            ),
            Question,
            Addressees,
            Seriousness,
            PublicSummary,
            Evidence
        );

    public Task<IActionResult> OnGetAsync(string p) => LoadAsync(p);

    public async Task<IActionResult> OnPostCheckAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        if (RaiseChallenge.Check(Body) is { } refusal)
        {
            foreach ((string field, string[] messages) in refusal.Errors!)
            {
                string at =
                    field != "subject" ? field
                    : SubjectType is ChallengeSubjects.Seat ? nameof(Partner)
                    : SubjectType is ChallengeSubjects.Audit or ChallengeSubjects.Matter
                        ? nameof(SubjectText)
                    : nameof(SubjectType);
                ModelState.AddModelError(at, messages[0]);
            }

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
            await raise.HandleAsync(Caller, p, Body),
            challenge =>
            {
                Tell(
                    $"Challenge {challenge.Number} is raised. Every seat that it is addressed to has been asked."
                );
                return Redirect($"/challenges/{challenge.Id}");
            },
            () => Task.FromResult(page)
        );
    }

    private async Task<IActionResult> LoadAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, ScrutinyPermissions.Scrutinise) is { } refused)
        {
            return refused;
        }

        if (IsFromElsewhere)
        {
            await using GovernanceDb db = Reading.Open();
            Named = await NameAsync(db, p);
            if (Named is null)
            {
                return Refuse(Refusal.NotFound);
            }
        }

        return Page();
    }

    private async Task<string?> NameAsync(GovernanceDb db, string p) =>
        SubjectType switch
        {
            ChallengeSubjects.Policy => (
                await PolicyTitles.OfAsync(db, p, Viewer.PersonId, Reading.Today, [Subject!])
            ).TryGetValue(Subject!, out string? title)
                ? $"{title}, version {Version}"
                : null,
            ChallengeSubjects.Decision => await DecisionBook.FindAsync(db, p, Subject!)
                is { } decision
                ? $"Decision {decision.Number}"
                : null,
            _ => (await GroupBook.NamesAsync(db, p, [Subject!])).GetValueOrDefault(Subject!),
        };
}
