using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Everything that a challenge says and where the scrutiny function has left it, as one text that is hashed. Each act that changes any
/// of it puts the hash into its entry of the record, so that a change behind the product's back shows (<see cref="ChallengeCheck"/>).
/// </summary>
internal static class ChallengeContent
{
    /// <summary>Of the rows as they are stored, or as the act has changed them: save first.</summary>
    public static async Task<string> HashAsync(GovernanceDb db, Challenge challenge)
    {
        List<string> seats = await db.Set<ChallengeAddressee>()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Seat)
            .Select(each => each.Seat)
            .ToListAsync();
        List<ChallengeRuling> rulings = await db.Set<ChallengeRuling>()
            .AsNoTracking()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<ChallengeStatement> statements = await db.Set<ChallengeStatement>()
            .AsNoTracking()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        List<EvidenceFile> evidence = await db.Set<EvidenceFile>()
            .AsNoTracking()
            .Where(each => each.ChallengeId == challenge.Id)
            .OrderBy(each => each.Number)
            .ToListAsync();
        return Of(challenge, seats, rulings, statements, evidence);
    }

    /// <summary>Pure. The order of the parts is fixed for ever: hashes of it stand in the record.</summary>
    public static string Of(
        Challenge challenge,
        IReadOnlyList<string> seats,
        IReadOnlyList<ChallengeRuling> rulings,
        IReadOnlyList<ChallengeStatement> statements,
        IReadOnlyList<EvidenceFile> evidence
    )
    {
        ArrayBufferWriter<byte> output = new();
        CanonicalJson json = new(output);
        json.Raw("["u8);
        Write(
            challenge.Id,
            challenge.PartnershipId,
            Text(challenge.Number),
            challenge.SubjectType,
            challenge.SubjectId,
            Text(challenge.SubjectVersion),
            challenge.SubjectHash,
            challenge.SubjectTitle,
            challenge.Question,
            challenge.Evidence,
            challenge.Seriousness,
            challenge.PublicSummary,
            challenge.Redacted ? "redacted" : "public",
            challenge.State,
            Text(challenge.RaisedAt),
            challenge.RaisedBy,
            challenge.EndedAt is { } ended ? Text(ended) : null
        );
        Write([.. seats]);
        foreach (ChallengeRuling ruling in rulings)
        {
            Write(
                Text(ruling.Number),
                ruling.Kind,
                ruling.ToState,
                ruling.ToSeriousness,
                ruling.Reason,
                Text(ruling.At),
                ruling.By
            );
        }

        foreach (ChallengeStatement said in statements)
        {
            Write(
                Text(said.Number),
                said.Seat,
                said.Kind,
                said.Stage,
                said.Position,
                said.Adequate switch
                {
                    true => "adequate",
                    false => "inadequate",
                    null => null,
                },
                said.Body,
                said.Text,
                Text(said.At),
                said.By,
                said.BySeat,
                said.Capacity,
                string.Join(' ', said.ActionIds)
            );
        }

        // A challenge without files has the text that it had before there were any.
        foreach (EvidenceFile file in evidence)
        {
            Write(
                "evidence",
                Text(file.Number),
                file.Hash,
                file.Name,
                file.ContentType,
                Text(file.AddedBy),
                Text(file.TakenOffBy)
            );
        }

        json.Raw("]"u8);
        return Convert.ToHexStringLower(SHA256.HashData(output.WrittenSpan));

        void Write(params string?[] parts)
        {
            json.Raw("["u8);
            foreach (string? part in parts)
            {
                json.Text(part).Raw(","u8);
            }

            json.Raw("],"u8);
        }
    }

    /// <summary>The act's entry is about the challenge as the act leaves it.</summary>
    public static async Task SealAsync(Act act, Challenge challenge)
    {
        await act.Db.SaveChangesAsync();
        act.Subject = new SubjectRef(
            ScrutinyWords.Challenge,
            challenge.Id,
            await HashAsync(act.Db, challenge)
        );
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
