using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>What stands in files that were attached, as far as it is text.</summary>
internal static class SearchedFiles
{
    public static async Task<IReadOnlyDictionary<string, string>> TextsAsync(
        GovernanceDb db,
        IEnumerable<PolicyAttachment> files
    )
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (
            PolicyAttachment file in files
                .Where(file => FileText.IsText(file.ContentType))
                .DistinctBy(file => file.Hash)
        )
        {
            texts[file.Hash] = await FileText.OfAsync(
                file.Hash,
                file.ContentType,
                () =>
                    db.Set<AttachmentContent>()
                        .Where(content => content.Hash == file.Hash)
                        .Select(content => content.Bytes)
                        .SingleAsync()
            );
        }

        return texts;
    }
}
