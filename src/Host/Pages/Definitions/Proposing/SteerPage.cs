using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>A page that asks once more before something is done with a definition.</summary>
internal abstract class SteerPage : DefinitionPage
{
    /// <summary>Why it is proposed; whoever decides reads it.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>A program may leave the reason out; a person who is asked for it gives one.</summary>
    protected Refusal? MissingReason =>
        string.IsNullOrWhiteSpace(Reason)
            ? Refusal.Invalid("reason", "Say why. Whoever decides reads it.")
            : null;

    /// <summary>The question with what it is decided by; <paramref name="further"/> reads what the page shows beside it.</summary>
    protected async Task<IActionResult> AskAsync(
        string p,
        string d,
        int? version = null,
        Func<GovernanceDb, Task>? further = null
    )
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d, version, writes: true) is { } no)
        {
            return no;
        }

        if (further is not null)
        {
            await further(db);
        }

        return Page();
    }

    /// <summary>What waits for a second person is shown where they decide it; else the definition is.</summary>
    protected Task<IActionResult> DoneAsync(
        Result<DefinitionSaved> result,
        string p,
        string told,
        Func<Task<IActionResult>> again
    ) =>
        AnswerAsync(
            result,
            done =>
            {
                Tell(
                    done.Round is null
                        ? told
                        : "It is before the three seats, who are asked to sign it."
                );
                return LocalRedirect(AddressOf(p, done.DefinitionId));
            },
            again
        );
}
