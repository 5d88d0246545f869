using System.Text;
using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>Everything for a meeting on one page that prints well: agenda, plain text papers in full, the others by name and hash.</summary>
internal sealed class PackModel : MeetingPage
{
    /// <summary>Plain text papers by their id, as they are now.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public string Rule { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, m) is { } no)
        {
            return no;
        }

        foreach (
            PaperAnswer paper in Meeting
                .Items.SelectMany(item => item.Papers)
                .Where(paper => paper.ContentType.StartsWith("text/", StringComparison.Ordinal))
        )
        {
            Result<PaperFile> file = await PaperBook.FindAsync(
                db,
                paper.Id,
                paper.Versions.Count,
                Viewer.PersonId,
                Reading.Now
            );
            if (!file.IsRefused)
            {
                Texts[paper.Id] = Encoding.UTF8.GetString(file.Value.Bytes);
            }
        }

        Result<BodyAnswer> body = await StructureBook.FindAsync(
            db,
            Meeting.Body,
            Viewer.PersonId,
            Reading.Now
        );
        Rule = body.IsRefused ? "" : body.Value.Quorum.Words;
        return Page();
    }
}
