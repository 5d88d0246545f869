using System.Text;
using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Host.Pages.SignOff;

/// <summary>The exact text of a round, and what changed in it.</summary>
/// <param name="Source">The bytes that are hashed, as text.</param>
/// <param name="IsAsAsked">Whether the stored text still has the hash that the round was opened on.</param>
/// <param name="Before">What it is compared with; null when there is nothing earlier.</param>
/// <param name="Changes">Null when there is nothing earlier, or when it is the same version.</param>
internal sealed record RoundText(
    PolicyVersionAnswer Version,
    string Source,
    bool IsAsAsked,
    RoundBefore? Before,
    PolicyChangesAnswer? Changes
)
{
    /// <summary>Compares with what the viewer's seat signed last; for everybody else with what was published last.</summary>
    public static async Task<Result<RoundText>> FindAsync(
        GovernanceDb db,
        RoundStanding standing,
        string personId,
        DateTime now
    )
    {
        RoundAnswer round = standing.Round;
        if (round.Policy is not { } policy)
        {
            return Refusal.NotFound;
        }

        Result<PolicyVersionAnswer> found = await PolicyBook.VersionAsync(
            db,
            policy,
            round.Version,
            personId,
            now
        );
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        PolicyVersionAnswer version = found.Value;
        PolicyContent content = new(
            version.Class,
            version.Title,
            version.Body,
            version.ReviewMonths,
            [.. version.Attachments.Select(file => file.Hash)]
        );
        RoundBefore? before = await BeforeAsync(db, standing, policy, personId, now);
        PolicyChangesAnswer? changes = null;
        if (before is not null && before.Version != round.Version)
        {
            Result<PolicyChangesAnswer> compared = await PolicyBook.ChangesAsync(
                db,
                policy,
                before.Version,
                round.Version,
                personId,
                now
            );
            if (compared.IsRefused)
            {
                return compared.Refusal;
            }

            changes = compared.Value;
        }

        return new RoundText(
            version,
            Encoding.UTF8.GetString(CanonicalText.BytesOf(content)),
            CanonicalText.HashOf(content) == round.Hash,
            before,
            changes
        );
    }

    private static async Task<RoundBefore?> BeforeAsync(
        GovernanceDb db,
        RoundStanding standing,
        string policy,
        string personId,
        DateTime now
    )
    {
        RoundAnswer round = standing.Round;
        if (
            standing.Own is { } own
            && await SignOffBook.LastSignedAsync(db, round, own.Seat) is { } signed
        )
        {
            return new RoundBefore(signed.Version, signed.Time, signed);
        }

        PublishedBefore? published = await PolicyBook.PublishedBeforeAsync(
            db,
            policy,
            round.Version,
            personId,
            now
        );
        return published is null ? null : new RoundBefore(published.Version, published.At, null);
    }
}

/// <summary>The earlier version that a round's text is compared with.</summary>
/// <param name="At">When it was signed or published.</param>
/// <param name="Signed">The seat's signature on it; null when it was published only.</param>
internal sealed record RoundBefore(int Version, DateTime At, SignatureAnswer? Signed);
