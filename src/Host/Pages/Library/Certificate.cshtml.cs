using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Library;

/// <summary>A sign-off certificate for people: to read, print and save, and how to verify it without us.</summary>
internal sealed class CertificateModel(CertificateBook certificates) : PublicPage
{
    public SignOffCertificate Certificate { get; private set; } = null!;

    /// <summary>The text that it is about.</summary>
    public string TextAddress { get; private set; } = "";

    /// <summary>The document that proves it, to be saved.</summary>
    public string Document { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, int? n, CancellationToken cancellation)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await certificates.FindAsync(db, slug, n, cancellation),
            found =>
            {
                Certificate = found;
                TextAddress = n is null
                    ? $"/library/{found.Slug}"
                    : $"/library/{found.Slug}/versions/{found.Version}";
                // The document names its version, so that a saved page still leads to the same.
                Document = $"/api/library/{found.Slug}/versions/{found.Version}/certificate";
                LeadAround(found.Partnership);
            }
        );
    }
}
