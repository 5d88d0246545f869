using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>A version says which accepted comments it was changed because of.</summary>
public static class WorkInComments
{
    private const int Most = 500;

    /// <summary>Refused, naming each, for what is no accepted comment on this text. Null when all are.</summary>
    public static async Task<Refusal?> CheckAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId,
        IReadOnlyList<string?> commentIds
    )
    {
        if (commentIds.Count > Most)
        {
            return Refusal.Invalid("becauseOf", $"Name at most {Most} comments.");
        }

        string[] ids = [.. commentIds.OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] found =
        [
            .. (await CommentBook.AcceptedAsync(db, subjectType, subjectId, ids)).Select(comment =>
                comment.Id
            ),
        ];
        string[] wrong =
        [
            .. commentIds.Any(id => id is null) ? (string[])["null"] : [],
            .. ids.Except(found, StringComparer.Ordinal)
                .Select(id => id.Length > Ids.MaxLength ? id[..Ids.MaxLength] + "…" : id),
        ];
        return wrong.Length == 0
            ? null
            : Refusal.Invalid(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["becauseOf"] =
                    [
                        .. wrong.Select(id =>
                            $"{id} is no comment on this text that was accepted, in whole or in part."
                        ),
                    ],
                }
            );
    }

    /// <summary>Keeps the links; the ids were checked.</summary>
    public static void Link(
        Act act,
        string subjectType,
        string subjectId,
        int version,
        IEnumerable<string> commentIds
    )
    {
        foreach (string id in commentIds.Distinct(StringComparer.Ordinal))
        {
            act.Db.Add(
                new WorkedInComment
                {
                    CommentId = id,
                    SubjectType = subjectType,
                    SubjectId = subjectId,
                    SubjectVersion = version,
                }
            );
        }
    }
}
