using System.Text;
using System.Text.Json;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>What is left of a subject that was disposed of; the file is exactly the text that was hashed.</summary>
internal sealed class CertificateModel : GovernancePage
{
    public DisposalCertificate Certificate { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) =>
        Show(
            await ReadAsync(id),
            text =>
            {
                Certificate = JsonSerializer.Deserialize<DisposalCertificate>(
                    text,
                    JsonSerializerOptions.Web
                )!;
                Partnership = Certificate.Partnership;
            }
        );

    public async Task<IActionResult> OnGetFileAsync(string id)
    {
        Result<string> text = await ReadAsync(id);
        return text.IsRefused
            ? Refuse(text.Refusal)
            : File(Encoding.UTF8.GetBytes(text.Value), "application/json", $"disposal-{id}.json");
    }

    private async Task<Result<string>> ReadAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await DisposalBook.CertificateAsync(db, id, Viewer.PersonId, Reading.Now);
    }
}
