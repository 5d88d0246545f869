using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Interests;

/// <summary>The register of interests.</summary>
internal sealed class InterestsModel : GovernancePage
{
    private IReadOnlyDictionary<string, string> _policies = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<InterestLine> Found { get; private set; } = new([], null);

    public bool MayDeclare => Viewer.May(Partnership!, PartnershipsPermissions.DeclareInterest);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        Result<Page<InterestLine>> found = await InterestBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            Past,
            string.IsNullOrEmpty(After) ? null : After
        );
        if (!found.IsRefused)
        {
            _policies = await PolicyTitles.OfAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Today,
                found.Value.Items.Select(interest => interest.Subject.Id!)
            );
        }

        return Show(found, page => Found = page);
    }

    /// <summary>The policy's title where the viewer may see it; what the register says where it is no policy.</summary>
    public string SubjectOf(InterestLine interest) =>
        interest.Subject switch
        {
            { Type: DeclareInterestModel.General } => "General",
            { Id: { } id } when _policies.TryGetValue(id, out string? title) => title,
            { Type: "policy" } => "A policy that you cannot see",
            var other => other.Id!,
        };
}
