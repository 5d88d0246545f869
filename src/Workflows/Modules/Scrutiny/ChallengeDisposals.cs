namespace Governance.Modules.Scrutiny;

/// <summary>
/// The one way in which rows of a challenge may go: while an agreed disposal destroys it. The database itself looks for everything that
/// was needed: the challenge has ended, a seat's lead or delegate and a scrutineer of that day agreed, neither of whom proposed it, nobody
/// objected, the time for that is over, and no hold stands. Nothing of this is true outside that one act (ADR 0028).
/// </summary>
internal static class ChallengeDisposals
{
    /// <param name="challenge">An SQL expression for the challenge's id.</param>
    /// <param name="table">Where the challenge's own row is found: among those that a statement has just deleted, for example.</param>
    public static string IsUnderway(string challenge, string table = "\"Challenge\"") =>
        $"""
            EXISTS (SELECT 1 FROM {table} AS c
                JOIN "DisposalItem" AS i ON i."SubjectType" = 'challenge' AND i."SubjectId" = c."Id" AND i."State" = 'underway'
                JOIN "Disposal" AS d ON d."Id" = i."DisposalId" AND d."PartnershipId" = c."PartnershipId"
                JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId" AND a."PersonId" = d."ScrutinyBy"
                    AND a."Role" = 'scrutineer' AND a."Status" = 'active' AND a."From" <= d."ScrutinyOn"
                    AND (a."To" IS NULL OR a."To" >= d."ScrutinyOn") AND (a."EndedOn" IS NULL OR a."EndedOn" > d."ScrutinyOn")
                JOIN "Appointment" AS s ON s."PartnershipId" = c."PartnershipId" AND s."PersonId" = d."ApprovedBy"
                    AND s."Seat" = d."ApprovedSeat" AND s."Level" IN ('lead', 'delegate')
                WHERE c."Id" = {challenge} AND c."State" <> 'open'
                    AND d."State" = 'approved' AND d."ObjectedAt" IS NULL
                    AND d."ApprovedBy" <> d."ProposedBy" AND d."ScrutinyBy" <> d."ProposedBy"
                    AND i."EndedAt" > d."WaitsUntil"
                    AND NOT EXISTS (SELECT 1 FROM "LegalHold" AS h WHERE h."PartnershipId" = c."PartnershipId"
                        AND h."LiftedAt" IS NULL AND h."SubjectType" = 'challenge'
                        AND (h."SubjectId" IS NULL OR h."SubjectId" = c."Id")))
            """;
}
