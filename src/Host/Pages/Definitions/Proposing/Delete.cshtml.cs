using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Deletes a version that never ran, or the whole definition.</summary>
internal sealed class DeleteModel(DeleteDefinition delete) : SteerPage
{
    /// <summary>Null for the whole definition.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Number { get; set; }

    public Task<IActionResult> OnGetAsync(string p, string d) => AskAsync(p, d, Number);

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await AnswerAsync(
            await delete.HandleAsync(Caller, p, d, Number, HttpContext.RequestAborted),
            _ =>
            {
                Tell(Number is null ? "The workflow is deleted." : $"Version {Number} is deleted.");
                return LocalRedirect(Number is null or 1 ? ListOf(p) : AddressOf(p, d));
            },
            () => OnGetAsync(p, d)
        );
}
