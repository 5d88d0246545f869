using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>An administrator proposes the erasure of a person's data: whose and why, a check, done.</summary>
internal sealed class ErasePersonModel(ProposeErasure propose) : GovernancePage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsChecking { get; private set; }

    public IActionResult OnGet() => Load();

    public async Task<IActionResult> OnPostCheckAsync()
    {
        if (string.IsNullOrWhiteSpace(Person))
        {
            ModelState.AddModelError(nameof(Person), "Say whose data.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say who asked for it, and on what ground.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(Load()));
        }

        IsChecking = true;
        return Load();
    }

    public IActionResult OnPostChange() => Load();

    public async Task<IActionResult> OnPostSendAsync() =>
        await AnswerAsync(
            await propose.HandleAsync(Caller, new ProposeErasureBody(Person, Reason)),
            proposed =>
            {
                Tell("The erasure is proposed. The business units have been told.");
                return LocalRedirect($"/erasures/{proposed.Id}");
            },
            () => Task.FromResult(Load())
        );

    /// <summary>An administrator of any partnership.</summary>
    private IActionResult Load() =>
        ErasuresModel.Refuse(Viewer, RetentionPermissions.Erase) is { } refusal
            ? Refuse(refusal)
            : Page();
}
