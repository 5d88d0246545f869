using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>Whether a text may go to sign-off as far as its consultation goes (DOMAIN B2.4); no definition can switch it off.</summary>
public static class SignOffReadiness
{
    /// <summary>Refused while a consultation is open, and while a comment has no disposition.</summary>
    public static async Task<Refusal?> CheckAsync(
        GovernanceDb db,
        string subjectType,
        string subjectId
    )
    {
        if (await WindowStore.FindRunningAsync(db, subjectType, subjectId) is { IsOpen: true })
        {
            return ConsultationRefusals.Open;
        }

        int undisposed = await CommentBook.CountUndisposedAsync(db, subjectType, subjectId);
        return undisposed == 0 ? null : ConsultationRefusals.Undisposed(undisposed);
    }
}
