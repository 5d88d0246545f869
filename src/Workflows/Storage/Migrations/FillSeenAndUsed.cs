using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Storage.Migrations;

/// <summary>
/// Fills the columns that the migration <c>SeenAndUsed</c> adds, for rows written before it; called at its end.
/// </summary>
internal static class FillSeenAndUsed
{
    /// <summary>Signs between words; rarer ones are put right when a title changes.</summary>
    private const string Signs = "(),.:;-/&?!";

    public static void Run(MigrationBuilder migration)
    {
        bool server = migration.ActiveProvider.Contains("PostgreSQL", StringComparison.Ordinal);
        FillAsks(migration, server ? "9999-12-31 00:00:00+00" : "9999-12-31 00:00:00");
        FillPolicies(migration);
        FillWords(migration, server ? "strpos" : "instr");
    }

    private static void FillAsks(MigrationBuilder migration, string noLimit) =>
        migration.Sql(
            $"""
            UPDATE "Ask" SET "DueOrder" = COALESCE("DueAt", '{noLimit}'),
                "WaitsFor" = CASE
                    WHEN "State" <> 'open' THEN NULL
                    WHEN "Seat" IS NOT NULL THEN 'seat:' || "Seat" || ':' || COALESCE("Level", '')
                    WHEN "AgencyId" IS NOT NULL THEN 'agency:' || "AgencyId"
                    WHEN "Role" IS NOT NULL THEN 'role:' || "Role"
                    ELSE 'person:' || "PersonId" END;
            """
        );

    private static void FillPolicies(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            UPDATE "Policy" SET
                "ChangedAt" = "CreatedAt",
                "OwnerId" = "CreatedBy",
                "InForce" = ("PublishedVersion" IS NOT NULL AND "State" <> 'withdrawn'),
                "TitleOrder" = {WordsOf("\"Title\"")},
                "PublishedOrder" = '',
                "ReviewOrder" = COALESCE("ReviewDate", '9999-01-01');
            UPDATE "Policy" SET
                "PublishedTitle" = v."Title",
                "PublishedClass" = v."Class",
                "PublishedAt" = v."PublishedAt",
                "PublishedOrder" = {WordsOf("v.\"Title\"")}
            FROM "PolicyVersion" AS v
            WHERE v."PolicyId" = "Policy"."Id" AND v."Number" = "Policy"."PublishedVersion";
            """
        );

    /// <param name="position">The function that finds a text in another.</param>
    private static void FillWords(MigrationBuilder migration, string position) =>
        migration.Sql(
            $"""
            INSERT INTO "PolicyWord" ("PartnershipId", "Word", "PolicyId")
            WITH RECURSIVE split("PartnershipId", "PolicyId", "Word", "Rest") AS (
                SELECT "PartnershipId", "Id", substr("TitleOrder", 1, 0), "TitleOrder" || ' '
                FROM "Policy"
                UNION ALL
                SELECT "PartnershipId", "PolicyId",
                    substr("Rest", 1, {position}("Rest", ' ') - 1),
                    substr("Rest", {position}("Rest", ' ') + 1)
                FROM split WHERE "Rest" <> ''
            )
            SELECT DISTINCT "PartnershipId", substr("Word", 1, 40), "PolicyId"
            FROM split WHERE "Word" <> '';
            """
        );

    private static string WordsOf(string title) =>
        "' ' || "
        + Signs.Aggregate($"lower({title})", (sql, sign) => $"replace({sql}, '{sign}', ' ')");
}
