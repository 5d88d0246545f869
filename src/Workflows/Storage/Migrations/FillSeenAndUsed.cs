using Microsoft.EntityFrameworkCore.Migrations;

namespace Governance.Storage.Migrations;

/// <summary>
/// Fills the columns that the migration <c>SeenAndUsed</c> adds, for rows written before it; called at its end.
/// </summary>
internal static class FillSeenAndUsed
{
    public static void Run(MigrationBuilder migration)
    {
        bool server = migration.ActiveProvider.Contains("PostgreSQL", StringComparison.Ordinal);
        string noLimit = server ? "9999-12-31 00:00:00+00" : "9999-12-31 00:00:00";
        migration.Sql(
            $"""
            UPDATE "Ask" SET "DueOrder" = COALESCE("DueAt", '{noLimit}'),
                "WaitsFor" = CASE
                    WHEN "State" <> 'open' THEN NULL
                    WHEN "Seat" IS NOT NULL THEN 'seat:' || "Seat" || ':' || COALESCE("Level", '')
                    WHEN "Role" IS NOT NULL THEN 'role:' || "Role"
                    ELSE 'person:' || "PersonId" END;
            """
        );
    }
}
