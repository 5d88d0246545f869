using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// Puts together what proves a publication to somebody who has neither us nor a network (docs/record.md §9). What stands in the
/// tables and in the record is handed out as it is: whether it fits is for the verifier.
/// </summary>
public sealed class CertificateBook(CheckpointSigner signer)
{
    internal const string SignAct = "sign-off.sign";
    internal const string PublishAct = "policy.publish";

    /// <param name="number">A published version; the one in force when null.</param>
    public async Task<Result<SignOffCertificate>> FindAsync(
        GovernanceDb db,
        string slug,
        int? number,
        CancellationToken cancellation = default
    )
    {
        if (
            await LibraryTexts.FindAsync(db, slug, number) is not (var policy, var version)
            || await LibraryTexts.RoundAsync(db, version) is not { } round
        )
        {
            return Refusal.NotFound;
        }

        List<Signed> signed = Match(
            round,
            await RecordEvidence.OfSubjectAsync(
                db,
                policy.PartnershipId,
                SignOffWords.Round,
                round.Id,
                SignAct,
                cancellation
            )
        );
        EntryEvidence? published = (
            await RecordEvidence.OfSubjectAsync(
                db,
                policy.PartnershipId,
                PoliciesWords.Policy,
                policy.Id,
                PublishAct,
                cancellation
            )
        ).FirstOrDefault(entry =>
            entry.Content.Subject.Hash == version.Hash && entry.Content.At == version.PublishedAt
        );
        EntryEvidence[] entries =
        [
            .. signed
                .Select(each => each.Entry)
                .Append(published)
                .OfType<EntryEvidence>()
                .OrderBy(entry => entry.Content.Sequence),
        ];
        InclusionEvidence proof = await RecordEvidence.ProveAsync(
            db,
            policy.PartnershipId,
            [.. entries.Select(entry => entry.Content.Sequence)],
            cancellation
        );
        return new SignOffCertificate
        {
            Format = SignOffCertificate.KnownFormat,
            Partnership = policy.PartnershipId,
            PartnershipName = await db.Set<Partnership>()
                .Where(each => each.Id == policy.PartnershipId)
                .Select(each => each.Name)
                .SingleAsync(cancellation),
            Policy = policy.Id,
            Slug = policy.Slug,
            Version = version.Number,
            Text = new CertificateText(
                version.Class,
                version.Title,
                version.Body,
                version.ReviewMonths,
                [
                    .. version
                        .Attachments.OrderBy(file => file.Hash, StringComparer.Ordinal)
                        .Select(PolicyAnswersFor.Of),
                ],
                version.Hash
            ),
            Signatures = [.. signed.Select(Of)],
            Publication = new CertificatePublication(
                Moment(version.PublishedAt!.Value),
                published?.Content.Sequence ?? 0
            ),
            Entries =
            [
                .. entries.Select(entry => new CertificateEntry(
                    entry.Content.Sequence,
                    entry.Canonical,
                    RecordHash.ToHex(entry.Hash),
                    proof.Paths.GetValueOrDefault(entry.Content.Sequence)
                )),
            ],
            Checkpoint = proof.Checkpoint,
            PublicKey = signer.PublicKeyPem,
            ProofPending = entries.Any(entry => !proof.Paths.ContainsKey(entry.Content.Sequence)),
        };
    }

    /// <summary>Each signature that counts with its entry: the one for its seat by its person at its moment.</summary>
    private static List<Signed> Match(SignOffRound round, IReadOnlyList<EntryEvidence> entries) =>
        [
            .. from seat in Seats.All
            from signature in round.CurrentSignatures
            where signature.Seat == seat
            select new Signed(
                signature,
                entries.FirstOrDefault(entry =>
                    entry.Content.Actor.Seat == seat
                    && entry.Content.Actor.Person == signature.PersonId
                    && entry.Content.At == signature.SignedAt
                )
            ),
        ];

    private static CertificateSignature Of(Signed signed) =>
        new(
            signed.Signature.Seat,
            signed.Signature.PersonId,
            signed.Signature.PersonName,
            signed.Signature.Capacity,
            signed.Signature.InstrumentId,
            signed.Signature.AccountableLeadName,
            signed.Signature.Wording,
            Moment(signed.Signature.SignedAt),
            signed.Entry?.Content.Sequence ?? 0
        );

    private static string Moment(DateTime moment) =>
        moment.ToString(EntryCanonicalForm.MomentFormat, CultureInfo.InvariantCulture);

    private sealed record Signed(Signature Signature, EntryEvidence? Entry);
}
