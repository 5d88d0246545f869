using Governance.Contracts.Retention;
using Governance.Host.Pages.Components;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>The business unit proposes what is destroyed: a choice of what is due, a check, done.</summary>
internal sealed class ProposeDisposalModel(ProposeDisposal propose, DisposalBook book)
    : GovernancePage
{
    /// <summary>Each as <c>type:id</c>.</summary>
    [BindProperty]
    public List<string> Subjects { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsChecking { get; private set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IEnumerable<string> Chosen =>
        Choices.Where(choice => Subjects.Contains(choice.Value)).Select(choice => choice.Text);

    public Task<IActionResult> OnGetAsync(string p) => LoadAsync(p);

    public async Task<IActionResult> OnPostCheckAsync(string p)
    {
        if (Subjects.Count == 0)
        {
            ModelState.AddModelError(nameof(Subjects), "Choose what is to be destroyed.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say why.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => LoadAsync(p));
        }

        IsChecking = true;
        return await LoadAsync(p);
    }

    public async Task<IActionResult> OnPostSendAsync(string p) =>
        await AnswerAsync(
            await propose.HandleAsync(
                Caller,
                p,
                new ProposeDisposalBody(
                    [
                        .. Subjects.Select(subject =>
                        {
                            string[] parts = subject.Split(':', 2);
                            return new DisposalSubject(parts[0], parts.Length > 1 ? parts[1] : "");
                        }),
                    ],
                    Reason
                )
            ),
            disposal =>
            {
                Tell("The disposal is proposed. Whoever has to agree has been told.");
                return LocalRedirect($"/disposals/{disposal.Id}");
            },
            () => LoadAsync(p)
        );

    private async Task<IActionResult> LoadAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, RetentionPermissions.Keep) is { } refused)
        {
            return refused;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await book.DueAsync(db, p, Viewer.PersonId, Reading.Now),
            due =>
                Choices = [
                    .. due.Where(each => !each.IsHeld && each.Disposal is null)
                        .Take(ProposeDisposal.Most)
                        .Select(each => new Choice(
                            $"{each.Type}:{each.Id}",
                            each.Label,
                            $"Ended on {Dates.Day(each.EndedOn)}; {each.Rule}"
                        )),
                ]
        );
    }
}
